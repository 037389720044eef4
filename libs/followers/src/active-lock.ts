import type pg from 'pg';
import type { Database } from '#postgres';
import { pause } from './pause.js';

/** Held by the one active instance. */
export interface ActiveLock {
  /** Aborts when the connection that holds the lock breaks: another instance may be active by then. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/**
 * Waits until this session holds the advisory lock `name`; undefined when `signal` aborts before that.
 * It asks again every `pollMs` rather than waiting inside PostgreSQL, where a waiting statement would keep VACUUM from
 * cleaning up. The lock belongs to a session, so the URL must not lead through a transaction-pooling proxy.
 * @throws when the server cannot be reached
 */
export async function takeActiveLock(
  database: Database,
  name: string,
  { signal, pollMs, onStandby }: { signal: AbortSignal; pollMs: number; onStandby: () => void },
): Promise<ActiveLock | undefined> {
  const client = await database.connect();
  const lost = new AbortController();
  // Both listeners stay for good: a broken connection reports an error, a closed one only its end.
  client.on('error', (error) => lost.abort(error)).on('end', () => lost.abort());
  try {
    await noticeDeadPeers(client);
    while (!signal.aborted) {
      if (await tryLock(client, name)) return { lost: lost.signal, release: () => client.end() };
      onStandby();
      await pause(pollMs, signal);
    }
  } catch (error) {
    await client.end();
    throw error;
  }
  await client.end();
  return undefined;
}

/** A machine that vanished without a word gives up its lock within a minute, not after the two hours of TCP's default. */
async function noticeDeadPeers(client: pg.Client): Promise<void> {
  await client.query(
    'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3',
  );
}

async function tryLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked',
    [name],
  );
  return rows[0]?.locked === true;
}
