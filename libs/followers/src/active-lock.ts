import type { Database } from '#postgres';
import { pause } from './pause.js';

/** Held by the one active instance. */
export interface ActiveLock {
  /** Aborts when the connection that holds the lock breaks: another instance may be active by then. */
  readonly lost: AbortSignal;
  /** Asks something in the session that holds the lock. @throws DatabaseUnavailable when it does not answer: the lock is lost */
  readonly query: <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;
  release(): Promise<void>;
}

interface LockWaiting {
  readonly signal: AbortSignal;
  /** How often to ask again. */
  readonly pollMs: number;
  readonly onStandby: () => void;
}

interface Asking {
  readonly lost: AbortSignal;
  /** One question at a time, whoever asks. */
  readonly query: ActiveLock['query'];
  end(): Promise<void>;
}

/** The advisory locks that followers of one program hold, all in one session of PostgreSQL. */
export class ActiveLocks {
  private session: Promise<Asking> | undefined;
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
        if (await answerTo(session, 'pg_try_advisory_lock', name)) {
          return { lost: session.lost, query: session.query, release: () => this.release(name, session) };
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

  private async release(name: string, session: Asking): Promise<void> {
    try {
      if (!session.lost.aborted) await answerTo(session, 'pg_advisory_unlock', name);
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

  private connected(): Promise<Asking> {
    if (this.session) return this.session;
    const connecting = openAsking(this.database, () => this.forget(connecting));
    connecting.catch(() => this.forget(connecting));
    this.session = connecting;
    return connecting;
  }

  /** The next one to ask connects again. */
  private forget(session: Promise<Asking>): void {
    if (this.session === session) this.session = undefined;
  }
}

/** Asks one question at a time, whoever asks; a session that does not answer is lost. */
async function openAsking(database: Database, onLost: () => void): Promise<Asking> {
  const session = await database.connect();
  session.lost.addEventListener('abort', onLost);
  try {
    await session.query(NOTICE_DEAD_PEERS);
  } catch (error) {
    await session.end();
    throw error;
  }
  let before: Promise<unknown> = Promise.resolve();
  return {
    lost: session.lost,
    query: <Row>(text: string, values: readonly unknown[]) => {
      const answer = before.then(() => session.query<Row>(text, values));
      before = answer.catch(() => {});
      return answer;
    },
    end: () => session.end(),
  };
}

/** A machine that vanished without a word gives up its lock within a minute, not after the two hours of TCP's default. */
export const NOTICE_DEAD_PEERS =
  'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3';

async function answerTo(session: Asking, question: string, name: string): Promise<boolean> {
  const [row] = await session.query<{ answer: boolean }>(
    `select ${question}(hashtextextended($1, 0)) as answer`,
    [name],
  );
  return row?.answer === true;
}
