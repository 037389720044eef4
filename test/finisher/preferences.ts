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
  /^explain-/,
  /^close-review NOTHING_CHANGES$/,
  /^close-/,
  /^end-wait/,
  /^end-scholarship/,
  /^reassess-/,
  /^establish-heirs COURT$/,
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
  /^(note-|pay-|reverse-|refund-|begin-wait|ask-|refuse-|send-|reopen-|take-|consent-|issue-|raise-|report-dispute|\w+-heir-death|say-|approve-in-part|escalate-|begin-mediation|record-care|name-|revise-|return-|show-|credit-|record-recourse|submit-evidence|record-bank-result RETURNED|record-money-back)/;

/** Nobody does what keeps themselves from the case, or says anew of a person what nobody has told them. */
const NEVER: ReadonlySet<string> = new Set([
  'declare-interest',
  'record-contribution',
  'register-self-employment',
  'report-death',
  'register-child',
  'register-heir',
  'correct-child',
  'remove-child',
  'put-child-first',
  'correct-heir',
  'remove-heir',
  'correct-participant',
  'correct-nik',
  'confirm-nik-difference',
  'change-income-band',
  'revoke-death',
  'correct-death-day',
  'merge-participant',
  'split-participant',
  'dismiss-duplicate',
  'reopen-duplicate',
  'request-reversal',
  'resume-scholarship',
]);

/** The less, the sooner it is done; infinite of what nobody does. */
export function preferenceOf(name: string, choice?: string): number {
  if (NEVER.has(name)) return Infinity;
  const words = choice === undefined ? name : `${name} ${choice}`;
  const rank = GLADLY.findIndex((pattern) => pattern.test(words));
  if (rank >= 0) return rank;
  return HARDLY.test(words) ? 200 : 100;
}
