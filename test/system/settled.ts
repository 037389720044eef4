import { setTimeout as wait } from 'node:timers/promises';
import { BACKWARDS, END, EventStoreDBClient } from '@eventstore/db-client';
import { followerPositions, listFollowers } from '#followers';
import { type Database, connectDatabase } from '#postgres';

const POLL_MS = 5;

/** Pause where the question was not answered. */
const UNANSWERED_MS = 1_000;

/** Somebody who looks whether everything has been done that follows from what is recorded. */
export interface Onlooker {
  /**
   * Waits until every follower has got to the end of the log and none has added to it since.
   * @throws Error naming those who stay behind
   */
  settled(withinMs?: number): Promise<void>;
  /** Waits until every follower has got to a position, whatever others record meanwhile. @throws Error naming those who stay behind */
  everybodyAt(position: bigint, withinMs?: number): Promise<void>;
  /** Waits until one follower has got to where the log ends now. @throws Error when it has not */
  reached(follower: string, withinMs?: number): Promise<void>;
  /** Those who cannot apply an event, or pass over one. */
  failing(): Promise<string[]>;
  close(): Promise<void>;
}

/** Asks where everybody stands, again and again, for all who wait for it. */
class Places {
  private asked: Promise<ReadonlyMap<string, bigint | null>> | undefined;
  private isPrepared: Promise<unknown> | undefined;

  constructor(private readonly database: Database) {}

  /** Where everybody stands, as it is known after this was asked. */
  async now(): Promise<ReadonlyMap<string, bigint | null>> {
    // The first who asks may come before anybody has begun.
    this.isPrepared ??= listFollowers(this.database);
    await this.isPrepared;
    // An answer that is under way may be older than the question: who joins waits for the next one.
    if (this.asked) await this.asked;
    this.asked ??= followerPositions(this.database).finally(() => (this.asked = undefined));
    return this.asked;
  }
}

/** @param elsewhere followers that hear of events from Kafka and so have no place in the log */
export function onlookerOf(
  databaseUrl: string,
  eventStoreUrl: string,
  elsewhere: readonly string[] = [],
): Onlooker {
  const database = connectDatabase({ url: databaseUrl, maxConnections: 2, applicationName: 'onlooker' });
  const log = EventStoreDBClient.connectionString(eventStoreUrl);
  const places = new Places(database);
  const behind = async (end: bigint) =>
    [...(await places.now())].filter(([name, place]) => !elsewhere.includes(name) && isBehind(place, end));
  return {
    settled: (withinMs = 60_000) => settled(behind, log, withinMs),
    everybodyAt: (position, withinMs = 60_000) => untilNobody(() => behind(position), position, withinMs),
    reached: async (follower, withinMs = 60_000) => {
      const end = await endOf(log);
      const isThere = async () => {
        const place = (await places.now()).get(follower);
        return place === undefined || isBehind(place, end) ? ([[follower, place ?? null]] as const) : [];
      };
      await untilNobody(isThere, end, withinMs);
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

type Behind = readonly (readonly [follower: string, place: bigint | null])[];

async function untilNobody(behind: () => Promise<Behind>, end: bigint, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const isOver = performance.now() > deadline;
    const left = await behind().catch((error: unknown) => {
      // On a machine that does much else nobody may answer for a while: until the time is over that is no news.
      if (isOver) throw error;
      return undefined;
    });
    if (left?.length === 0) return;
    if (left && isOver) throw new StayBehind(left, end, withinMs);
    await wait(left ? POLL_MS : UNANSWERED_MS);
  }
}

class StayBehind extends Error {
  override readonly name = 'StayBehind';

  constructor(left: Behind, end: bigint, withinMs: number) {
    const who = left.map(([follower, place]) => `${follower} at ${place ?? 'the beginning'}`);
    super(`Not settled in ${withinMs} ms, the log ends at ${end}: ${who.join(', ')}`);
  }
}

async function settled(
  behind: (end: bigint) => Promise<Behind>,
  log: EventStoreDBClient,
  withinMs: number,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const end = await endOf(log);
    await untilNobody(() => behind(end), end, deadline - performance.now());
    if ((await endOf(log)) === end) return;
  }
}

const isBehind = (place: bigint | null, end: bigint): boolean => end >= 0n && (place ?? -1n) < end;

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
