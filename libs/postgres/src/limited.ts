import type pg from 'pg';
import { errorCode } from './error-code.js';

/** PostgreSQL cannot be reached, or has not answered in time. Whether it did what it was asked last is not known. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** Of the error below it, such as `ECONNREFUSED`. */
  readonly code: string | undefined;

  constructor(why: string, cause?: unknown) {
    super(`PostgreSQL ${why}`, { cause });
    this.code = errorCode(cause);
  }
}

/** @param error of a connection that could not be made */
export function notConnected(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const reason = error instanceof Error ? error.message || errorCode(error) : String(error);
  return new DatabaseUnavailable(`cannot be reached: ${reason}`, error);
}

/** PostgreSQL cancels a statement at its limit and says so; only one that cannot even say so is given up, at most so much later. */
const GRACE_MS = 1_000;

/**
 * One connection, each statement of which ends within a limit. When nothing is heard by then, or the connection breaks, it
 * is of no more use: whatever is asked of it afterwards fails at once, and its socket is closed.
 */
class Limited {
  private broken: DatabaseUnavailable | undefined;

  constructor(
    private readonly client: pg.ClientBase & { end(): Promise<void> },
    /** After how many milliseconds PostgreSQL itself cancels a statement. */
    private readonly limitMs: number,
  ) {
    client.on('error', (error) => {
      this.broken ??= new DatabaseUnavailable(`has closed a connection: ${error.message}`, error);
    });
    client.on('end', () => {
      this.broken ??= new DatabaseUnavailable('has closed a connection');
    });
  }

  /** @throws DatabaseUnavailable when there is no answer in time, or the connection breaks meanwhile */
  statement<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    return this.within(this.limitMs + Math.min(GRACE_MS, this.limitMs), ask);
  }

  /** For what takes several statements. @throws DatabaseUnavailable */
  within<Answer>(ms: number, work: () => Promise<Answer>): Promise<Answer> {
    const { broken } = this;
    if (broken) return Promise.reject(broken);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.broken ??= new DatabaseUnavailable(`has not answered within ${ms} ms`);
        reject(this.broken);
        // While a statement is under way this closes the socket at once.
        void this.client.end();
      }, ms);
      work()
        .then(resolve, (error: unknown) => reject(this.told(error)))
        .finally(() => clearTimeout(timer));
    });
  }

  /** What PostgreSQL says is told as it says it. */
  private told(error: unknown): unknown {
    const isSaid = typeof error === 'object' && error !== null && 'severity' in error;
    return isSaid ? error : (this.broken ?? error);
  }
}

const limited = new WeakMap<pg.ClientBase, Limited>();

/** Remembers the limit of a connection from its beginning on, so that its break is noticed whoever uses it. */
export function limit(client: pg.ClientBase & { end(): Promise<void> }, limitMs: number): Limited {
  const made = new Limited(client, limitMs);
  limited.set(client, made);
  return made;
}

/** @throws Error for a connection without a limit */
export function limitedOf(client: pg.ClientBase): Limited {
  const known = limited.get(client);
  if (!known) throw new Error('This connection has no time limit');
  return known;
}
