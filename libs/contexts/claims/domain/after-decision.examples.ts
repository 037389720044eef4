import { type AuthorityLevel, type DomainEvent, fold, localDate } from '#kernel';
import { TEST_ACTOR, testContext } from '#testing/decisions';
import { answerObjection } from './answer-objection.js';
import { approveClaim } from './approve-claim.js';
import { approveDifference } from './approve-difference.js';
import { calculateBenefit } from './calculate-benefit.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import {
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  TAKEN_OVER,
  calculatedBy,
  jkkFacts,
  jkmFacts,
  lapsedFacts,
  receivedLater,
} from './claim.examples.js';
import { denyClaim } from './deny-claim.js';
import type { Basis } from './programme.js';
import { raiseObjection } from './raise-objection.js';
import { reassessClaim } from './reassess-claim.js';

/** What the specs of what is said against a decision share. */
export const as = (id: string, day = '2026-12-01', authority: AuthorityLevel = 2) =>
  testContext({ today: localDate(day), actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority } });

/** What happened, and what somebody decides on it. */
export const afterwards = (
  history: readonly ClaimEvent[],
  decide: (state: ClaimAfterDecision) => readonly DomainEvent[],
): readonly ClaimEvent[] => [
  ...history,
  ...(decide(fold(claimsAfterDecision, history)) as readonly ClaimEvent[]),
];

const claim = { claimId: CLAIM };

export const REASON = 'Somebody else has looked at it, and says this';

/** The law gives the one nothing, for its arrears, and the other what happened to a porter. */
export const LAPSED = lapsedFacts();
export const PORTER = jkkFacts();

/** Sixty days without work were counted where a doctor had stated more, or fewer. */
export const DAYS = (incapacityDays: number) => jkkFacts({ incapacityDays });

/** What is approved of a claim, or denied where the law gives nothing. */
export const decided = (basis: Basis, submitted: ClaimEvent, by = 'decider', on = '2026-11-23') => {
  const known: readonly ClaimEvent[] = [submitted, COMPLETED, calculatedBy(basis)];
  return afterwards(known, ({ after }) =>
    basis === LAPSED
      ? denyClaim(claim, after.claim, as(by, on), basis)
      : approveClaim(claim, after.claim, as(by, on), basis),
  );
};

const TAKEN_BY_HEIR: readonly ClaimEvent[] = [
  JKK_SUBMITTED,
  receivedLater(HEIR_PAPERS),
  COMPLETED,
  TAKEN_OVER,
];
const calculatedForHeir = (basis: Basis) =>
  afterwards(TAKEN_BY_HEIR, ({ after }) =>
    calculateBenefit(claim, after.claim, as('assessor', '2026-11-21'), basis),
  );

/** The heir of the victim has taken the claim over, and it is approved for them. */
export const approvedForHeir = (basis: Basis) =>
  afterwards(calculatedForHeir(basis), ({ after }) =>
    approveClaim(claim, after.claim, as('decider', '2026-11-22', 3), basis),
  );

export const DENIED = decided(LAPSED, JKK_SUBMITTED);
export const APPROVED = decided(PORTER, JKK_SUBMITTED);
export const OF_HEIRS = decided(jkmFacts(), JKM_SUBMITTED);

/** Somebody objects at the counter. */
export const object =
  (by = 'counter', day = '2026-12-01') =>
  (state: ClaimAfterDecision) =>
    raiseObjection(
      { ...claim, grounds: 'The contributions of that month were paid', letter: 'map 8' },
      state,
      as(by, day),
    );

/** A supervisor answers the objection. */
export const answer =
  (how: 'GRANTED' | 'REJECTED', by = 'somebody else', basis: Basis = LAPSED) =>
  (state: ClaimAfterDecision) =>
    answerObjection({ ...claim, answer: how, reason: REASON }, state, as(by, '2026-12-03'), basis);

/** What is due is computed anew. */
export const reassess =
  (basis: Basis, by = 'second assessor') =>
  ({ after }: ClaimAfterDecision) =>
    reassessClaim(claim, after, as(by, '2026-12-04'), basis);

/** The difference that was found is approved. */
export const approve =
  (basis: Basis, by = 'second approver', authority: AuthorityLevel = 2) =>
  ({ after }: ClaimAfterDecision) =>
    approveDifference(claim, after, as(by, '2026-12-07', authority), basis);

/** An objection to what was approved for the porter was granted. */
export const GRANTED = afterwards(afterwards(APPROVED, object()), answer('GRANTED', 'somebody else', PORTER));
