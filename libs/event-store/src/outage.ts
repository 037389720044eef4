/** The log cannot be reached, or has not answered in time. Nothing was recorded. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';

  constructor(why: string, cause?: unknown) {
    super(`The event log ${why}`, { cause });
  }
}

/** The log did not say whether it recorded the events. Sending the same command again is harmless. */
export class AppendUnanswered extends Error {
  override readonly name = 'AppendUnanswered';

  /** @param timeoutMs how long it was waited for; left out where the connection broke */
  constructor(timeoutMs?: number, cause?: unknown) {
    const how = timeoutMs === undefined ? 'before the connection broke' : `within ${timeoutMs} ms`;
    super(`The event log did not answer ${how}`, { cause });
  }
}

/**
 * The types that the client gives its errors while the log, or the node that may write, cannot be asked; `unknown` is what it
 * has no name for, such as a node that is not ready.
 */
const UNREACHABLE_TYPES = new Set<unknown>([
  'unavailable',
  'deadline-exceeded',
  'not-leader',
  'timeout',
  'cancelled',
  'unknown',
]);

/** gRPC status: cancelled, deadline exceeded, out of resources, aborted, internal (a stream that was reset), unavailable. */
const UNREACHABLE_CODES = new Set<unknown>([1, 4, 8, 10, 13, 14]);

/**
 * What an error of the log says of the log, so that nobody else needs to know its client: it cannot be reached, or too many
 * write to one stream. Undefined for every other error.
 */
export function outageOfLog(error: unknown): 'UNREACHABLE' | 'BUSY' | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if (error instanceof LogUnavailable) return 'UNREACHABLE';
  const { type, code } = error as { readonly type?: unknown; readonly code?: unknown };
  if (type === 'wrong-expected-version') return 'BUSY';
  return UNREACHABLE_TYPES.has(type) || UNREACHABLE_CODES.has(code) ? 'UNREACHABLE' : undefined;
}

/** What an append may have died of after it was sent, so that nobody knows whether it was recorded. */
const OUTCOME_UNKNOWN = new Set<unknown>([
  'unavailable',
  'deadline-exceeded',
  'timeout',
  'cancelled',
  'unknown',
]);

/**
 * What a call that carried appends means to one that was not answered when it broke. gRPC sends nothing before there is a
 * connection, and says so.
 */
export function appendBroken(error: Error): Error {
  const { type } = error as { readonly type?: unknown };
  const neverSent = error.message.includes('No connection established');
  return OUTCOME_UNKNOWN.has(type) && !neverSent ? new AppendUnanswered(undefined, error) : error;
}

/** What the log answered to one append: of some answers nobody knows what became of it. */
export function appendRefused(error: Error): Error {
  const { type } = error as { readonly type?: unknown };
  const isUnknown = type === 'timeout' || type === 'deadline-exceeded';
  return isUnknown ? new AppendUnanswered(undefined, error) : error;
}
