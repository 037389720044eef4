import { ActiveLocks, describeFailure, pause } from '#followers';
import { type Instant, type LocalDate, type Logger, instant } from '#kernel';
import type { DailyRound } from './daily-round.js';
import { dueAt, isOwed, lastDue } from './due.js';

/** How often it is looked whether a round is due, and how long after a failure it is tried again. */
const LOOK_MS = 30_000;

/** What an instance knows of a round, for health and metrics. */
export interface RoundStatus {
  readonly role: 'starting' | 'standby' | 'waiting' | 'under way' | 'failing' | 'stopped';
  /** Of the round that ended last, as far as this instance knows. */
  readonly endedFor: LocalDate | null;
  /** Of the round that is owed. */
  readonly owedSince: Instant | null;
  readonly lastError: string | null;
}

export interface RoundTerms {
  readonly locks: Pick<ActiveLocks, 'take'>;
  /** Ends it; a round under way is told. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** How often it looks; half a minute. */
  readonly lookMs?: number;
  readonly now?: () => Instant;
}

export interface KeptRound {
  status(): RoundStatus;
  /** Resolves when `signal` aborted and nothing of it is under way any more; never rejects. */
  readonly finished: Promise<void>;
}

/** Does a round each day until `signal` aborts. Of all instances one does it (advisory lock); the others stand by. */
export function keepRound(round: DailyRound, terms: RoundTerms): KeptRound {
  let status: RoundStatus = { role: 'starting', endedFor: null, owedSince: null, lastError: null };
  const note = (change: Partial<RoundStatus>) => {
    status = { ...status, ...change };
  };
  return { status: () => status, finished: untilStopped(round, terms, note) };
}

type Note = (change: Partial<RoundStatus>) => void;

async function untilStopped(round: DailyRound, terms: RoundTerms, note: Note): Promise<void> {
  const { signal, log, lookMs: pollMs = LOOK_MS, now = clock } = terms;
  const { hour, name } = round;
  const of = { hour, startedAt: now() };
  const onStandby = () => note({ role: 'standby', owedSince: null });
  while (!signal.aborted) {
    try {
      const lock = await terms.locks.take(`lindung/round/${name}`, { signal, pollMs, onStandby });
      if (!lock) break;
      try {
        await whileActive(round, terms, AbortSignal.any([signal, lock.lost]), of, note);
      } finally {
        await lock.release();
      }
      if (lock.lost.aborted) throw new Error('The connection that holds the lock was lost');
    } catch (error) {
      if (signal.aborted) break;
      const reason = describeFailure(error);
      note({ role: 'failing', lastError: reason });
      log.error({ round: name, reason }, 'A round failed: it is tried again');
      await pause(pollMs, signal);
    }
  }
  note({ role: 'stopped' });
}

async function whileActive(
  round: DailyRound,
  { log, lookMs = LOOK_MS, now = clock }: RoundTerms,
  until: AbortSignal,
  of: { readonly hour: number; readonly startedAt: Instant },
  note: Note,
): Promise<void> {
  let looked: LocalDate | undefined;
  while (!until.aborted) {
    const day = lastDue(now(), round.hour);
    if (looked !== day) {
      const last = await round.last();
      if (isOwed(day, last, of)) {
        note({ role: 'under way', owedSince: dueAt(day, round.hour) });
        log.info({ round: round.name, day }, 'A round begins');
        await round.take(day, until);
        log.info({ round: round.name, day }, 'A round ended');
        note({ endedFor: day });
      } else if (last?.isEnded) note({ endedFor: last.day });
      looked = day;
      note({ role: 'waiting', owedSince: null, lastError: null });
    }
    await pause(lookMs, until);
  }
}

const clock = (): Instant => instant(new Date().toISOString());
