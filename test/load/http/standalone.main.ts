import 'reflect-metadata';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import pg from 'pg';
import { startStandalone } from '../../../apps/standalone/src/start-standalone.js';
import type { Answer, Question, Statement } from './standalone.js';

/**
 * The standalone as `npm start` runs it, on free ports, for a parent process that asks how much it uses and which SQL a
 * request causes. Ends with its parent.
 */
const [dataDir = ''] = process.argv.slice(2);
const standalone = await startStandalone({ dataDir, freePorts: true, ownThread: true, logLevel: 'warn' });
const { commandApiUrl, queryApiUrl, issuerUrl, eventStoreUrl, databaseUrl } = standalone;

/** Only what a request asks for: followers use the same database at the same time. */
const insideRequest = new AsyncLocalStorage<boolean>();
let recorded: Statement[] | undefined;

function recordStatements(): void {
  recorded = [];
  // oxlint-disable-next-line typescript/unbound-method -- called with its client below
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
    const [statement, values] = args as [string | Partial<Statement>, unknown];
    const { text, values: own = values } = typeof statement === 'string' ? { text: statement } : statement;
    if (insideRequest.getStore() && typeof text === 'string') {
      recorded?.push({ text, values: Array.isArray(own) ? own : [] });
    }
    return original.apply(this, args);
  } as typeof pg.Client.prototype.query;
  restore = () => {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  };
}

let restore = () => {};
subscribe('http.server.request.start', () => {
  if (recorded) insideRequest.enterWith(true);
});

function recordedStatements(): Statement[] {
  restore();
  const statements = recorded ?? [];
  recorded = undefined;
  return statements;
}

const answers: { readonly [Asked in Question]: () => Answer[Asked] } = {
  usage: () => {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() };
  },
  record: () => {
    recordStatements();
    return true;
  },
  statements: recordedStatements,
};

const end = async () => {
  await standalone.stop();
  process.exit(0);
};
process.on('message', (question: Question | 'stop') => {
  if (question === 'stop') void end();
  else process.send?.({ question, answer: answers[question]() });
});
process.once('disconnect', () => void end());
process.send?.({ commandApiUrl, queryApiUrl, issuerUrl, eventStoreUrl, databaseUrl });
