import { NotLeaderError, WrongExpectedVersionError } from '@eventstore/db-client';
import { convertToCommandError } from '@eventstore/db-client/dist/utils/CommandError.js';
import { status } from '@grpc/grpc-js';
import { outcomeOf } from './outcomes.js';

/** The log cannot be reached, has not answered in time, or does not take this now. Nothing was recorded. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';

  constructor(why: string, cause?: unknown) {
    super(`The event log ${why}`, { cause });
  }
}

/** The log takes no appends now, so far as is known. Its words are for anybody. */
export class AppendsRefused extends LogUnavailable {}

/** The log does not let us do this. Nothing was recorded. */
export class LogDenies extends LogUnavailable {
  /** @param said what the log said */
  constructor(
    readonly said: string,
    cause: unknown,
  ) {
    super(`does not let us do this (\`lindung log check\` tells what is missing): ${said}`, cause);
  }
}

/** The log takes no append of that size, whoever sends it and whenever. Nothing was recorded. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';

  constructor(cause: unknown) {
    super('The event log does not take that much in one append', { cause });
  }
}

/** The log did not say whether it recorded the events. Sending the same command again is harmless. */
export class AppendUnanswered extends Error {
  override readonly name = 'AppendUnanswered';

  /** @param said what was said instead of an answer, or how long it was waited for one */
  constructor(said: string, cause?: unknown) {
    super(`The event log did not say whether it recorded the events: ${said}`, { cause });
  }
}

/**
 * What an error of the log says of the log, so that nobody else needs to know its client: it cannot be asked, too many write to
 * one stream, or what was to be recorded is too large. Undefined for every other error, and for `AppendUnanswered`.
 */
export function outageOfLog(error: unknown): 'UNREACHABLE' | 'BUSY' | 'TOO_LARGE' | undefined {
  if (error instanceof LogUnavailable) return 'UNREACHABLE';
  if (error instanceof AppendTooLarge) return 'TOO_LARGE';
  return error instanceof WrongExpectedVersionError ? 'BUSY' : undefined;
}

/** What a failure of a call means to an append that it carried. */
export function appendFailed(error: Error): Error {
  const { outcome, because } = outcomeOf(error);
  if (because === 'OUTRUN') return error;
  if (because === 'TOO_LARGE') return new AppendTooLarge(error);
  if (outcome === 'unknown') return new AppendUnanswered(whatWasSaid(error), error);
  if (because === 'DENIED') return new LogDenies(whatWasSaid(error), error);
  const what = outcome === 'not sent' ? 'was not reached' : 'has recorded nothing';
  return new LogUnavailable(`${what}: ${whatWasSaid(error)}`, error);
}

/**
 * What the end of a call means to the appends that it carried and that were not answered. The error is the answer to one of
 * them; of the others nobody knows, unless nothing was sent or none of them is allowed. Those before one that cannot be read may
 * have been recorded.
 */
export function callFailed(error: Error, carried: number): Error {
  const { outcome, because } = outcomeOf(error);
  const isOfAll = carried === 1 || outcome === 'not sent' || because === 'DENIED';
  return isOfAll ? appendFailed(error) : new AppendUnanswered(whatWasSaid(error), error);
}

/** What a failure of a call means to who reads. What is no answer of the log is left as it is. */
export function readFailed(error: Error): Error {
  if (error instanceof LogUnavailable || !isOfCall(error)) return error;
  if (outcomeOf(error).because === 'DENIED') return new LogDenies(whatWasSaid(error), error);
  return new LogUnavailable(`cannot be read: ${whatWasSaid(error)}`, error);
}

/** Whether a reader was told that no event stands at the position that it reads from. */
export function isOfNoPlace(error: unknown): boolean {
  if (!(error instanceof LogUnavailable)) return false;
  const { code } = (error.cause ?? {}) as { readonly code?: unknown };
  return code === status.INVALID_ARGUMENT;
}

/** Whether another connection, perhaps to another node, may do what this one could not. */
export function mayBeBetterElsewhere(error: Error): boolean {
  return outcomeOf(error).because === undefined;
}

/** The error in a form in which the client looks for another connection, or goes to the leader that it names. */
export function elsewhere(error: Error): Error {
  if (error instanceof NotLeaderError || !mayBeBetterElsewhere(error)) return error;
  return Object.assign(new Error(error.message, { cause: error }), {
    code: status.UNAVAILABLE,
    details: 'elsewhere',
  });
}

/** As the client names it. It takes for granted that a server sends everything that belongs to an error. */
export function named(error: Error): Error {
  try {
    return convertToCommandError(error);
  } catch {
    return error;
  }
}

function isOfCall(error: Error): boolean {
  return 'code' in error || 'type' in error;
}

/** Never empty, for somebody has to find out from it what to do; and one line, as OpenSSL's words are not. */
function whatWasSaid(error: Error): string {
  const { type } = error as { readonly type?: unknown };
  return error.message.replace(/\s*\n\s*/g, ' ') || (typeof type === 'string' ? type : error.name);
}
