import { type LocalDate, addDays, fold, localDate } from '#kernel';
import { contextBy, testContext } from '#testing/decisions';
import type { ParticipantForClaim } from '../programmes/participant.js';
import { approveInterim } from './approve-interim.js';
import { type CalculateInterimInput, calculateInterim } from './calculate-interim.js';
import type { ClaimEvent } from './claim.events.js';
import { CLAIM, COMPLETED, JKK_SUBMITTED, coverage, jkkFacts } from './claim.examples.js';
import { claims, knownClaim } from './claim.js';
import type { Basis } from './programme.js';

/** What the specs of payments before the end of a treatment share. */
export const supervisor = contextBy('supervisor', 'supervisor');

/** A porter with a base of 1,000,000 who is still treated. */
export const treated = (
  occurredOn: LocalDate,
  changes: object = {},
  participant: Partial<ParticipantForClaim> = {},
): Basis =>
  jkkFacts(
    {
      occurredOn,
      stageTwoReported: false,
      outcome: undefined,
      injuries: [],
      incapacityDays: 0,
      transport: {},
      care: [],
      ...changes,
    },
    { coverageAtEvent: coverage(occurredOn.slice(0, 7), 1, occurredOn), ...participant },
  );

/** Handed in on the day of the accident, with all papers. */
export const submittedFor = (eventDate: LocalDate): ClaimEvent[] => [
  { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, eventDate, submittedOn: eventDate } },
  COMPLETED,
];

/** Days of accidents before PP 82/2019, and since. */
export const [OLD_LAW, NEW_LAW] = [localDate('2019-03-04'), localDate('2025-03-03')];

/** A month without work, so many months after the accident. */
export const month = (eventDate: LocalDate, nth: number): CalculateInterimInput => ({
  claimId: CLAIM,
  unableFrom: addDays(eventDate, nth * 30),
  unableUntil: addDays(eventDate, nth * 30 + 29),
  certificate: 'ARSIP-ISTIRAHAT',
});

/** So many months, each calculated by one and approved by another. */
export function paidMonthly(eventDate: LocalDate, months: number): ClaimEvent[] {
  const basis = treated(eventDate);
  const history = submittedFor(eventDate);
  for (let nth = 0; nth < months; nth++) {
    history.push(...calculateInterim(month(eventDate, nth), fold(claims, history), testContext(), basis));
    history.push(...approveInterim({ claimId: CLAIM }, fold(claims, history), supervisor, basis));
  }
  return history;
}

/** The claim as it stands. */
export const openOf = (history: readonly ClaimEvent[]) => knownClaim(fold(claims, history));
