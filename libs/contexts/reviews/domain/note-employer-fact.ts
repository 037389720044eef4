import { type CommandContext, type LocalDate, type Period, periodOf } from '#kernel';
import type { EmployerFactCameLate } from './review.events.js';
import { type Reliance, type RelianceState, keyOf } from './reliance.js';

/** What came from an employer, and which benefits it may concern. */
export interface NoteEmployerFactInput {
  readonly employerId: string;
  readonly fact: 'WAGE' | 'CONTRIBUTION' | 'EMPLOYMENT';
  /** The event that told it. */
  readonly causeId: string;
  /** Only of one worker. */
  readonly participantId?: string;
  /** The month of the wages. */
  readonly period?: Period;
  /** The day on which the money came; absent where it did not come after all, whenever it was said to have. */
  readonly paidOn?: LocalDate;
  /** The last day of the work: only what happened after it is concerned. */
  readonly lastDay?: LocalDate;
  /** Late entries of the employer were confirmed: concerned is what happened after its last day, if it was closed. */
  readonly ofItsClosing?: true;
  /** Subjects of the tokens of those who took a payment back: they do not close what it opens. */
  readonly correctedBy?: readonly string[];
}

/** What the decision needs of the employer. */
export interface ClosingFacts {
  /** Only where the input is of its closing, and the closing holds. */
  readonly closedOn?: LocalDate | undefined;
}

/**
 * Says of every benefit that was calculated before which fact of its employer came late. What could not have changed it is passed
 * over: wages of other months, money that came after the event, a last day after it.
 */
export function noteEmployerFact(
  input: NoteEmployerFactInput,
  { benefits, noted }: RelianceState,
  { today }: CommandContext,
  { closedOn }: ClosingFacts = {},
): readonly EmployerFactCameLate[] {
  if (input.ofItsClosing && closedOn === undefined) return [];
  const { employerId, fact, causeId, correctedBy } = input;
  const told = { ...input, lastDay: closedOn ?? input.lastDay };
  return benefits
    .filter((one) => mayConcern(told, one) && !noted.includes(keyOf(causeId, one.benefit.id)))
    .map(({ participantId, benefit }) => ({
      type: 'EmployerFactCameLate',
      data: {
        employerId,
        participantId,
        benefit,
        fact,
        causeId,
        ...(correctedBy && { correctedBy }),
        effectiveOn: today,
      },
    }));
}

function mayConcern(input: NoteEmployerFactInput, reliance: Reliance): boolean {
  const { participantId, eventOn } = reliance;
  if (input.participantId !== undefined && input.participantId !== participantId) return false;
  if (input.fact === 'CONTRIBUTION') return input.paidOn === undefined || input.paidOn <= eventOn;
  if (input.fact === 'EMPLOYMENT') return input.lastDay === undefined || eventOn > input.lastDay;
  return input.period !== undefined && isOfItsWage(input.period, reliance);
}

/** Wages of the month that was used, or of a later one before the event. */
const isOfItsWage = (period: Period, { eventOn, restsOnWage, wagePeriod }: Reliance): boolean =>
  restsOnWage && period < periodOf(eventOn) && (wagePeriod === undefined || period >= wagePeriod);
