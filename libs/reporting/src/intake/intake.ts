import { setTimeout as wait } from 'node:timers/promises';
import { NotPrepared, ShapeChanged, prepareTables } from '#followers';
import type { Logger } from '#kernel';
import { type Database, outageOfDatabase } from '#postgres';
import { REPORTING } from '../facts/fact-tables.js';
import type { TakenIn } from './take-in.js';

/** Takes in what a source tells until told to stop; ends with an error when it cannot go on. */
export type Follow = (onTaken: (taken: TakenIn) => void, signal: AbortSignal) => Promise<void>;

/** How it goes. */
export interface IntakeStatus {
  readonly role: 'starting' | 'active' | 'failing';
  /** Kind of the error that it fails with. */
  readonly error?: string;
  /** Since the program started. */
  readonly taken: TakenIn;
}

export interface Intake {
  readonly finished: Promise<void>;
  status(): IntakeStatus;
}

interface IntakeOptions {
  readonly database: Database;
  readonly follow: Follow;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Pause after an error; doubled while the errors last, milliseconds. */
  readonly backOffMs: { readonly first: number; readonly longest: number };
}

/**
 * Makes the tables where they are missing and follows a source, again and again after errors, until told to stop. Whatever cannot be
 * reached is waited for; nothing is passed over.
 */
export function runIntake({ database, follow, log, signal, backOffMs }: IntakeOptions): Intake {
  let status: IntakeStatus = { role: 'starting', taken: { counted: 0, repeated: 0, parked: 0 } };
  let pauseMs = backOffMs.first;
  const onTaken = (now: TakenIn) => {
    pauseMs = backOffMs.first;
    status = { role: 'active', taken: together(status.taken, now) };
    if (now.parked > 0) log.warn({ parked: now.parked }, PUT_ASIDE);
  };

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await prepareTables(database, REPORTING);
        status = { role: 'active', taken: status.taken };
        await follow(onTaken, signal);
      } catch (error) {
        if (signal.aborted) return;
        status = { role: 'failing', error: nameOf(error), taken: status.taken };
        log.error(
          { reason: wordsOf(error), pauseMs },
          'The reporting service cannot take in events and tries again',
        );
        await wait(pauseMs, undefined, { signal }).catch(() => {});
        pauseMs = Math.min(2 * pauseMs, backOffMs.longest);
      }
    }
  }
  return { finished: run(), status: () => status };
}

const PUT_ASIDE = 'Messages were put aside: see the dead letters of the reporting service';

const together = (before: TakenIn, now: TakenIn): TakenIn => ({
  counted: before.counted + now.counted,
  repeated: before.repeated + now.repeated,
  parked: before.parked + now.parked,
});

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Messages that are ours hold no data; of any other only the kind is told. */
function wordsOf(error: unknown): string {
  const isOurs =
    error instanceof NotPrepared ||
    error instanceof ShapeChanged ||
    outageOfDatabase(error) !== undefined ||
    nameOf(error) === 'FeedUnavailable' ||
    nameOf(error) === 'BrokersUnavailable';
  return isOurs ? (error as Error).message : nameOf(error);
}
