import { type CommandContext, type LocalDate, Rejection, enforce } from '#kernel';
import { ARREARS_NOT_SETTLED } from './arrears.js';
import { assess, findingOf } from './assessment.js';
import type { ClaimDenied, ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn } from './claim.js';
import {
  DENIAL_POLICIES,
  type DecisionGrounds,
  PERSONAL_POLICIES,
  type PersonalGrounds,
} from './policies/decision.policies.js';
import type { Basis } from './programme.js';
import { claimRefusals } from './refusals.js';

export interface DenyClaimInput {
  readonly claimId: string;
}

/**
 * Denies a claim that the law refuses (penolakan klaim), naming the rule and its article; or one that waits for arrears which
 * nobody paid in the time of the notice, until they are paid.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, the code of the first denial policy that objects,
 *   `ARREARS_ARE_SETTLED`, `ARREARS_NOT_NOTIFIED`, `ARREARS_NOTICE_RUNS`
 */
export function denyClaim(
  { claimId }: DenyClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = claimIn(state, ['CALCULATED', 'HELD']);
  const { participantId } = claim;
  const deciderId = actor.id;
  const why =
    claim.situation === 'CALCULATED'
      ? refused({ claim, basis, deciderId })
      : unsettled({ claim, basis, deciderId }, today);
  return [
    {
      type: 'ClaimDenied',
      data: { claimId, participantId, deciderId, ...why, effectiveOn: today },
    },
  ];
}

type Reason = Pick<
  ClaimDenied['data'],
  'decision' | 'rule' | 'law' | 'article' | 'detail' | 'owedByEmployer'
>;

/** @throws Rejection the code of the first denial policy that objects */
function refused(grounds: DecisionGrounds): Reason {
  enforce(DENIAL_POLICIES, grounds);
  const { refusal, owedByEmployer } = grounds.claim.assessment;
  return {
    ...(refusal ?? grounds.basis.programme.nothingPayable),
    ...(owedByEmployer && { owedByEmployer }),
  };
}

type HeldGrounds = PersonalGrounds & { readonly claim: ClaimIn<'HELD'> };

/** @throws Rejection as the personal policies do, `ARREARS_ARE_SETTLED`, `ARREARS_NOT_NOTIFIED`, `ARREARS_NOTICE_RUNS` */
function unsettled(grounds: HeldGrounds, today: LocalDate): Reason {
  enforce(PERSONAL_POLICIES, grounds);
  const { claim, basis } = grounds;
  const { settleBy } = claim;
  const { refusal } = findingOf(assess(claim, basis));
  if (refusal?.decision !== 'PENDING_ARREARS') throw new Rejection(claimRefusals.ARREARS_ARE_SETTLED());
  if (settleBy === undefined) throw new Rejection(claimRefusals.ARREARS_NOT_NOTIFIED());
  if (today <= settleBy) throw new Rejection(claimRefusals.ARREARS_NOTICE_RUNS({ settleBy }));
  return {
    ...refusal,
    decision: ARREARS_NOT_SETTLED,
    detail: `The arrears of the day of the event were not paid by ${settleBy}; the claim is reopened once they are.`,
  };
}
