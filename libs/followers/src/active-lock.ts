import type pg from 'pg';
import type { Database } from '#postgres';
import { pause } from './pause.js';

/** Held by the one active instance. */
export interface ActiveLock {
  /** Aborts when the connection that holds the lock breaks: another instance may be active by then. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

interface LockWaiting {
  readonly signal: AbortSignal;
  /** How often to ask again. */
  readonly pollMs: number;
  readonly onStandby: () => void;
}

interface Session {
  readonly lost: AbortSignal;
  /** One question at a time, whoever asks. */
  ask(question: string, name: string): Promise<boolean>;
  end(): Promise<void>;
}

/** The advisory locks that followers of one program hold, all in one session of PostgreSQL. */
export class ActiveLocks {
  private session: Promise<Session> | undefined;
  /** Who holds a lock or waits for one. */
  private users = 0;

  constructor(private readonly database: Database) {}

  /**
   * Waits until this session holds the advisory lock `name`; undefined when `signal` aborts before that.
   * It asks again every `pollMs` rather than waiting inside PostgreSQL, where a waiting statement would keep VACUUM from
   * cleaning up. The lock belongs to a session, so the URL must not lead through a transaction-pooling proxy.
   * @throws when the server cannot be reached
   */
  async take(name: string, { signal, pollMs, onStandby }: LockWaiting): Promise<ActiveLock | undefined> {
    this.users++;
    try {
      while (!signal.aborted) {
        const session = await this.connected();
        if (await session.ask('pg_try_advisory_lock', name)) {
          return { lost: session.lost, release: () => this.release(name, session) };
        }
        onStandby();
        await pause(pollMs, signal);
      }
    } catch (error) {
      await this.leave();
      throw error;
    }
    await this.leave();
    return undefined;
  }

  private async release(name: string, session: Session): Promise<void> {
    try {
      if (!session.lost.aborted) await session.ask('pg_advisory_unlock', name);
    } catch (error) {
      // A session that cannot be asked any more holds nothing for long.
      if (!session.lost.aborted) throw error;
    } finally {
      await this.leave();
    }
  }

  /** The last one to leave closes the session. */
  private async leave(): Promise<void> {
    this.users--;
    if (this.users > 0) return;
    const session = this.session;
    this.session = undefined;
    const open = await session?.catch(() => undefined);
    if (open && !open.lost.aborted) await open.end();
  }

  private connected(): Promise<Session> {
    if (this.session) return this.session;
    const connecting = openSession(this.database, () => this.forget(connecting));
    connecting.catch(() => this.forget(connecting));
    this.session = connecting;
    return connecting;
  }

  /** The next one to ask connects again. */
  private forget(session: Promise<Session>): void {
    if (this.session === session) this.session = undefined;
  }
}

async function openSession(database: Database, onLost: () => void): Promise<Session> {
  const client = await database.connect();
  const lost = new AbortController();
  const lose = (error?: Error) => {
    onLost();
    lost.abort(error);
  };
  // Both listeners stay for good: a broken connection reports an error, a closed one only its end.
  client.on('error', lose).on('end', () => lose());
  try {
    await noticeDeadPeers(client);
  } catch (error) {
    await client.end();
    throw error;
  }
  let before: Promise<unknown> = Promise.resolve();
  return {
    lost: lost.signal,
    ask: (question, name) => {
      const answer = before.then(() => answerTo(client, question, name));
      before = answer.catch(() => {});
      return answer;
    },
    end: () => client.end(),
  };
}

/** A machine that vanished without a word gives up its lock within a minute, not after the two hours of TCP's default. */
async function noticeDeadPeers(client: pg.Client): Promise<void> {
  await client.query(
    'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3',
  );
}

async function answerTo(client: pg.Client, question: string, name: string): Promise<boolean> {
  const { rows } = await client.query<{ answer: boolean }>(
    `select ${question}(hashtextextended($1, 0)) as answer`,
    [name],
  );
  return rows[0]?.answer === true;
}
