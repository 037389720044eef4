import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseUnavailable, limit, notConnected } from './limited.js';

/** A connection of one's own. */
export interface Session {
  /** Aborts when the connection breaks, or when it does not answer in time. */
  readonly lost: AbortSignal;
  /** @throws DatabaseUnavailable when there is no answer in time, or the connection breaks meanwhile */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Is given what comes on the channels that this session listens to. */
  hear(listener: (news: string) => void): void;
  end(): Promise<void>;
}

/** Locks and channels are taken and left at once, or not at all. */
const MOST_MS = 5_000;

/** Nobody on the other side: the connection is cut. */
const END_WITHIN_MS = 500;

/** @throws DatabaseUnavailable */
export async function openSession(
  connection: pg.ClientConfig,
  socket: Socket,
  limitMs: number,
): Promise<Session> {
  const client = new pg.Client({ ...connection, stream: () => socket });
  const lost = new AbortController();
  // Both listeners stay for good: a broken connection reports an error, a closed one only its end.
  client.on('error', (error) => lost.abort(error)).on('end', () => lost.abort());
  const limited = limit(client, Math.min(limitMs, MOST_MS));
  try {
    await client.connect();
  } catch (error) {
    throw notConnected(error);
  }
  return {
    lost: lost.signal,
    query: async <Row>(text: string, values: readonly unknown[] = []) => {
      try {
        const { rows } = await limited.statement(() => client.query(text, [...values]));
        return rows as Row[];
      } catch (error) {
        if (error instanceof DatabaseUnavailable) lost.abort(error);
        throw error;
      }
    },
    hear: (listener) => void client.on('notification', ({ payload = '' }) => listener(payload)),
    end: async () => {
      await Promise.race([client.end(), wait(END_WITHIN_MS, undefined, { ref: false })]);
      socket.destroy();
    },
  };
}
