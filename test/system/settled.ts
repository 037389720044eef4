import { setTimeout as wait } from 'node:timers/promises';
import { BACKWARDS, END, EventStoreDBClient } from '@eventstore/db-client';
import { type ListedFollower, listFollowers } from '#followers';
import { type Database, connectDatabase } from '#postgres';

const POLL_MS = 5;

/** Somebody who looks whether everything has been done that follows from what is recorded. */
export interface Onlooker {
  /**
   * Waits until every follower has got to the end of the log and none has added to it since.
   * @throws Error naming those who stay behind
   */
  settled(withinMs?: number): Promise<void>;
  /** Waits until one follower has got to where the log ends now. @throws Error when it has not */
  reached(follower: string, withinMs?: number): Promise<void>;
  /** Those who cannot apply an event, or pass over one. */
  failing(): Promise<string[]>;
  close(): Promise<void>;
}

/** @param elsewhere followers that hear of events from Kafka and so have no place in the log */
export function onlookerOf(
  databaseUrl: string,
  eventStoreUrl: string,
  elsewhere: readonly string[] = [],
): Onlooker {
  const database = connectDatabase({ url: databaseUrl, maxConnections: 2, applicationName: 'onlooker' });
  const log = EventStoreDBClient.connectionString(eventStoreUrl);
  return {
    settled: (withinMs = 60_000) => settled(database, log, { withinMs, elsewhere }),
    reached: async (follower, withinMs = 60_000) => {
      const [end, deadline] = [await endOf(log), performance.now() + withinMs];
      const isThere = async () =>
        (await listFollowers(database)).some((one) => one.follower === follower && !isBehind(one, end));
      while (!(await isThere())) {
        if (performance.now() > deadline)
          throw new Error(`${follower} is not at ${end} after ${withinMs} ms`);
        await wait(POLL_MS);
      }
    },
    failing: async () =>
      (await listFollowers(database))
        .filter(({ failingAt, skipped }) => failingAt !== null || skipped.length > 0)
        .map(({ follower, failingAt }) => `${follower} at ${failingAt}`),
    close: async () => {
      await log.dispose();
      await database.close();
    },
  };
}

async function settled(
  database: Database,
  log: EventStoreDBClient,
  { withinMs, elsewhere }: { readonly withinMs: number; readonly elsewhere: readonly string[] },
): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const end = await endOf(log);
    const behind = (await listFollowers(database)).filter(
      (one) => !elsewhere.includes(one.follower) && isBehind(one, end),
    );
    if (behind.length === 0 && (await endOf(log)) === end) return;
    if (performance.now() > deadline) {
      const who = behind.map(({ follower, position }) => `${follower} at ${position ?? 'the beginning'}`);
      throw new Error(`Not settled in ${withinMs} ms, the log ends at ${end}: ${who.join(', ')}`);
    }
    await wait(POLL_MS);
  }
}

const isBehind = ({ position }: ListedFollower, end: bigint) => end >= 0n && (position ?? -1n) < end;

/** More than the server ever writes of its own at a time. */
const LAST_EVENTS = 32;

/** Position of the last event that is not the server's own; -1 of an empty log. */
async function endOf(log: EventStoreDBClient): Promise<bigint> {
  let end = -1n;
  for await (const { event } of log.readAll({
    direction: BACKWARDS,
    fromPosition: END,
    maxCount: LAST_EVENTS,
  })) {
    // Read to its end: a client with a stream that was broken off does not always close.
    if (event?.position && !event.type.startsWith('$') && event.position.commit > end) {
      end = event.position.commit;
    }
  }
  return end;
}
