import 'reflect-metadata';
import { on } from 'node:events';
import { startStandalone } from '../../../apps/standalone/src/start-standalone.js';
import { type AskedOfThreads, CHANNEL, type ThreadAnswer } from './record-statements.js';
import type { Answer, Question, Statement } from './standalone.js';

/**
 * The standalone as `npm start` runs it, on free ports, for a parent process that asks how much it uses and which SQL a
 * request causes. Ends with its parent.
 */
const [dataDir = ''] = process.argv.slice(2);
const standalone = await startStandalone({ dataDir, freePorts: true, ownThread: true, logLevel: 'warn' });
const { commandApiUrl, queryApiUrl, issuerUrl, eventStoreUrl, databaseUrl } = standalone;

/** That of the log and the commands, and that of the followers and the queries. */
const THREADS = 2;

const threads = new BroadcastChannel(CHANNEL);
threads.unref();

/** Asks every thread, and waits for all. */
async function ofThreads(asked: AskedOfThreads): Promise<Statement[]> {
  threads.postMessage(asked);
  const answers: ThreadAnswer[] = [];
  for await (const [{ data }] of on(threads, 'message')) {
    if (answers.push(data as ThreadAnswer) === THREADS) break;
  }
  return answers.flatMap(({ statements }) => statements);
}

const answers: { readonly [Asked in Question]: () => Answer[Asked] | Promise<Answer[Asked]> } = {
  usage: () => {
    const ms = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;
    return {
      cpuMs: ms(process.cpuUsage()),
      ownThreadCpuMs: ms(process.threadCpuUsage()),
      residentBytes: process.memoryUsage.rss(),
    };
  },
  record: () => ofThreads('record').then(() => true as const),
  statements: () => ofThreads('tell'),
};

const end = async () => {
  await standalone.stop();
  process.exit(0);
};
process.on('message', (question: Question | 'stop') => {
  if (question === 'stop') void end();
  else void Promise.resolve(answers[question]()).then((answer) => process.send?.({ question, answer }));
});
process.once('disconnect', () => void end());
process.send?.({ commandApiUrl, queryApiUrl, issuerUrl, eventStoreUrl, databaseUrl });
