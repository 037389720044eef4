import { type LocalDate, addDays, addMonths } from '#kernel';
import type { WaitEnd, WaitReason } from './left-to-people.events.js';

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
  // Nothing is paid in a dispute (reference 4.3): after its time the claim is denied for it (D-18).
  HEIR_DISPUTE: { until: months(12), ends: ['AGREED', 'JUDGED', 'WAIVED'] },
  OTHER_PAYER: { until: days(30), ends: ['ANSWERED', 'GIVEN_UP'] },
  EMPLOYER: { until: days(14), ends: ['ANSWERED', 'GIVEN_UP'] },
  IDENTITY: { until: days(30), ends: ['ANSWERED', 'GIVEN_UP'] },
  TREATMENT: { until: days(90), ends: ['ANSWERED', 'GIVEN_UP'] },
};
