import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type LocalKafka, startLocalKafka } from '#local-kafka';
import { makeTopics } from '#publishing';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';

export const TOPICS = publishedContracts.map(({ topic }) => topic);

/** A broker with our topics that is started again when it was killed. */
export interface OfficeBroker {
  readonly address: string;
  /** Kills it and starts it again some time later; resolves as soon as it is dead. */
  kill(awayMs?: number): Promise<void>;
  /** Waits until it is there. @throws Error when it did not start again */
  there(): Promise<void>;
  stop(): Promise<void>;
}

export async function openBroker(): Promise<OfficeBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-crash-kafka-'));
  const start = (port: number) => startLocalKafka({ dataDir: join(folder, 'data'), port });
  let running: LocalKafka = await start(0);
  const { address } = running;
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  await makeTopics({ brokers: [address], clientId: 'crash', log: silent }, TOPICS);
  let back: Promise<void> = Promise.resolve();
  return {
    address,
    kill: async (awayMs = 0) => {
      process.kill(-running.pid, 'SIGKILL');
      await running.ended;
      back = (async () => {
        await wait(awayMs);
        running = await start(Number(address.split(':')[1]));
      })();
      // Whoever waits for it is told.
      back.catch(() => {});
    },
    there: () => back,
    stop: async () => {
      await back.catch(() => {});
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
