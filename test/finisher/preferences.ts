/**
 * What sounds like an end, by the names of actions and of what is chosen: gladly first. Everything else that `actions[]` offers is
 * tried afterwards, and what begins something anew last.
 */
const GLADLY: readonly RegExp[] = [
  /^approve-(?!in-part)/,
  /^deny-claim$/,
  /^record-bank-result SETTLED$/,
  /^record-bank-result ACCEPTED$/,
  /^confirm-/,
  /^sign-\w+-proposal/,
  /^refuse-\w+-proposal/,
  /^refuse-(\w+-)?(correction|reversal)$/,
  /^instruct-/,
  /^settle-/,
  /^calculate-/,
  /^conclude-accident NOT_WORK_ACCIDENT$/,
  /^report-stage-one$/,
  /^close-review NOTHING_CHANGES$/,
  /^close-/,
  /^end-wait/,
  /^end-scholarship/,
  /^reassess-/,
  /^verify-/,
  /^pass-/,
  /^waive-/,
  /^add-documents/,
  /^issue-doctor-statement HEALED$/,
  /^receive-evidence/,
  /^conclude-/,
  /^report-stage-two$/,
  /^correct-payout-account$/,
  /^withdraw-/,
  /^cancel-/,
  /^propose-denial/,
  /^end-/,
  /^answer-objection REJECTED$/,
  /^answer-/,
  /^dismiss-/,
  /^discard-/,
  /^determine-/,
];

/** What makes it longer. */
const HARDLY =
  /^(note-|begin-wait|ask-|refuse-|send-|reopen-|take-|consent-|issue-|raise-|report-dispute|say-|approve-in-part|escalate-|begin-mediation|record-care|name-|revise-|return-|show-|credit-|record-recourse|submit-evidence|record-bank-result RETURNED|record-money-back)/;

/** Nobody does what keeps themselves from the case. */
const NEVER = /^declare-interest/;

/** The less, the sooner it is done. */
export function preferenceOf(name: string, choice?: string): number {
  const words = choice === undefined ? name : `${name} ${choice}`;
  const rank = GLADLY.findIndex((pattern) => pattern.test(words));
  if (rank >= 0) return rank;
  if (NEVER.test(words)) return 10_000;
  return HARDLY.test(words) ? 200 : 100;
}
