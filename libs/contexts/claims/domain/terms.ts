import { type ExpectedStep, type LocalDate, type Turn, addDays, addMonths } from '#kernel';
import { type Received, addWorkingDays, countedFrom } from '#law';
import { STOP_REASONS, type StopReason, type WaitEnd, type WaitReason } from './left-to-people.events.js';

/**
 * Days after which whoever claims is reminded of missing documents, twice, and after which the claim may be denied for them (reference
 * 2.1, 5.4; D-06). They begin with what was asked for last.
 */
export const DAYS_OF_PAPERS = [14, 30, 60] as const;

/** The days on which whoever claims is reminded of them, and until when they are waited for. */
export function papersDue(since: LocalDate): ExpectedStep['dueDays'] {
  const [first, second, last] = DAYS_OF_PAPERS;
  return [addDays(since, first), addDays(since, second), addDays(since, last)];
}

/** Until when documents are waited for. */
export const papersUntil = (since: LocalDate): LocalDate => addDays(since, DAYS_OF_PAPERS[2]);

/** So long heirs may agree or bring a judgment; nothing is paid meanwhile (reference 4.3; D-18). */
export const heirsUntil = (since: LocalDate): LocalDate => addMonths(since, 12);

/** So many days after that it is given up by itself that heirs come (D): no wait is without end. */
const DAYS_TO_GIVE_UP = 14;

/** By when heirs are recorded who are paid in place of others, and after which day nobody waits for them any more. */
export function heirsWantedSince(
  since: LocalDate,
): Pick<ExpectedStep, 'dueDays'> & { readonly lapsesAfter: LocalDate } {
  const until = heirsUntil(since);
  return { dueDays: [until], lapsesAfter: addDays(until, DAYS_TO_GIVE_UP) };
}

/** Whether heirs who could come until a day are waited for no more. */
export const isGivenUp = (until: LocalDate, today: LocalDate): boolean =>
  addDays(until, DAYS_TO_GIVE_UP) < today;

/** So many days a decision may be objected to (reference 2.9). */
export const DAYS_TO_OBJECT = 90;

export const objectionUntil = (decidedOn: LocalDate): LocalDate => addDays(decidedOn, DAYS_TO_OBJECT);

/** The last day on which an objection is answered (reference 2.9). */
export const objectionAnsweredBy = (received: Received): LocalDate =>
  addWorkingDays(countedFrom(received), 5);

/** How long an answer is awaited, and how the wait may end (reference 2.1, 2.7, 2.9, 4.3). */
interface WaitTerms {
  readonly until: (since: LocalDate) => LocalDate;
  readonly ends: readonly WaitEnd[];
  /** Whether the question and the answer tell of somebody's health. */
  readonly ofHealth?: true;
}

const days =
  (count: number) =>
  (since: LocalDate): LocalDate =>
    addDays(since, count);
const months =
  (count: number) =>
  (since: LocalDate): LocalDate =>
    addMonths(since, count);

/** Nobody waits for ever: after its time a wait is given up, or ends by a denial where nothing may be paid without an answer. */
export const WAIT_TERMS: Readonly<Record<WaitReason, WaitTerms>> = {
  MEDICAL_ADVICE: { until: days(7), ends: ['ANSWERED', 'GIVEN_UP'], ofHealth: true },
  INSPECTOR: { until: days(30), ends: ['ANSWERED', 'GIVEN_UP'] },
  COURT: { until: months(12), ends: ['JUDGED', 'AGREED', 'GIVEN_UP'] },
  // Nothing is paid in a dispute: after its time the claim is denied for it.
  HEIR_DISPUTE: { until: heirsUntil, ends: ['AGREED', 'JUDGED', 'WAIVED'] },
  OTHER_PAYER: { until: days(30), ends: ['ANSWERED', 'GIVEN_UP'] },
  EMPLOYER: { until: days(14), ends: ['ANSWERED', 'GIVEN_UP'] },
  IDENTITY: { until: days(30), ends: ['ANSWERED', 'GIVEN_UP'] },
  TREATMENT: { until: days(90), ends: ['ANSWERED', 'GIVEN_UP'] },
};

/**
 * Whether nothing of a claim is paid while it waits for this, also not what is due before the end of a treatment: nobody knows yet to whom,
 * or whether.
 */
export const stopsPayment = (reason: WaitReason): reason is StopReason =>
  (STOP_REASONS as readonly WaitReason[]).includes(reason);

/** Whose turn it is while a claim waits for somebody who is neither the office nor whoever claims. */
export const TURN_OF_WAIT: Readonly<Record<WaitReason, Turn>> = {
  MEDICAL_ADVICE: 'OUTSIDE',
  INSPECTOR: 'OUTSIDE',
  COURT: 'OUTSIDE',
  HEIR_DISPUTE: 'FAMILY',
  OTHER_PAYER: 'OUTSIDE',
  EMPLOYER: 'REPORTER',
  IDENTITY: 'CLAIMANT',
  TREATMENT: 'FACILITY',
};
