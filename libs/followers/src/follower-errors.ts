import type { RecordedEvent } from '#event-store';

/** Where in the log something went wrong; never what the event says. */
function placeOf({ type, streamId, revision, position }: RecordedEvent): string {
  return `${type} (${streamId} revision ${revision}, position ${position})`;
}

/** An event of a stream never arrived: applying what follows would make the read model wrong for good. */
export class RevisionGap extends Error {
  override readonly name = 'RevisionGap';

  constructor(
    readonly follower: string,
    event: RecordedEvent,
    /** Revision of the last event of the stream that was applied; -1 for none. */
    readonly known: bigint,
  ) {
    super(
      `${follower} has applied ${event.streamId} up to revision ${known} and was given ${placeOf(event)}`,
    );
  }
}

/** The checkpoint is not where this instance left it: another instance has taken over, or the version was dropped. */
export class FollowerFenced extends Error {
  override readonly name = 'FollowerFenced';

  constructor(
    readonly follower: string,
    readonly expected: bigint | null,
    /** Undefined when the follower has no checkpoint any more. */
    readonly actual: bigint | null | undefined,
  ) {
    super(
      actual === undefined
        ? `${follower} has no tables (any more)`
        : `${follower} stands at ${actual ?? 'the beginning'}, this instance left it at ${expected ?? 'the beginning'}`,
    );
  }
}

/** The log does not hold what the follower has seen of it: following it would skip what is recorded next. */
export class LogBehindReadModel extends Error {
  override readonly name = 'LogBehindReadModel';
  readonly code = 'LOG_BEHIND_READ_MODEL';

  constructor(
    readonly follower: string,
    /** Where the follower stands. */
    readonly position: bigint,
    eventId: string | null,
    /** Position of the newest event of the log; null while it is empty. */
    readonly lastPosition: bigint | null,
  ) {
    super(
      `LOG_BEHIND_READ_MODEL: ${follower} has seen the log up to position ${position}${eventId ? ` (event ${eventId})` : ''}, ` +
        `and the log, which ends at ${lastPosition ?? 'its beginning'}, does not hold that event there. It was restored from an ` +
        `older backup, or is another log. Nothing is applied until ${follower} is built anew: docs/how-to/restore.md`,
    );
  }
}

/** The tables in the database are not those that this release makes under the same version. */
export class ShapeChanged extends Error {
  override readonly name = 'ShapeChanged';

  constructor(readonly follower: string) {
    super(`The tables of ${follower} were made by another release: raise its version, or drop this one`);
  }
}

/** The role of this program may not keep these tables. */
export class NotPrepared extends Error {
  override readonly name = 'NotPrepared';

  constructor(
    readonly follower: string,
    cause: unknown,
  ) {
    super(
      `The role of this program may not make or keep the tables of ${follower}: run "lindung database prepare" of this ` +
        `release (docs/how-to/deploy.md)`,
      { cause },
    );
  }
}

/** Somebody dropped or changed the tables of a follower, or its place in the log, while it was at work. */
export class TablesChanged extends Error {
  override readonly name = 'TablesChanged';

  constructor(readonly follower: string) {
    super(`The tables of ${follower} were dropped or changed by somebody: what is missing is built anew`);
  }
}

/** What a read model does about an event threw; the whole batch was rolled back. */
export class HandlerFailed extends Error {
  override readonly name = 'HandlerFailed';
  /** Of the event. */
  readonly position: bigint;

  constructor(
    readonly follower: string,
    event: RecordedEvent,
    cause: unknown,
  ) {
    super(`${follower} could not apply ${placeOf(event)}: ${describeFailure(cause)}`, { cause });
    this.position = event.position;
  }
}

/**
 * An error in words fit for a log. PostgreSQL quotes values in its messages, and values may be personal:
 * of its errors only the code and the names of table and constraint are told.
 */
export function describeFailure(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'something that is not an error was thrown';
  const { name, message, code, severity, table, column, constraint } = error as Record<string, unknown>;
  if (severity === undefined || typeof code !== 'string') {
    return `${String(name)}: ${String(message || code)}`;
  }
  const where = [table, column, constraint].filter((part) => typeof part === 'string').join(', ');
  return `PostgreSQL error ${code}${where ? ` (${where})` : ''}`;
}
