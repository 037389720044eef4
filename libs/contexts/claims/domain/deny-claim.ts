import { type CommandContext, Rejection, enforce } from '#kernel';
import { ARREARS_NOT_SETTLED } from './arrears.js';
import { assess } from './assessment.js';
import type { ClaimDenied, ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn } from './claim.js';
import { DENIAL_POLICIES, PERSONAL_POLICIES } from './policies/decision.policies.js';
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
  const grounds = { basis, deciderId: actor.id };
  if (claim.situation === 'CALCULATED') enforce(DENIAL_POLICIES, { ...grounds, claim });
  else enforce(PERSONAL_POLICIES, { ...grounds, claim });
  const why =
    claim.situation === 'CALCULATED'
      ? (claim.assessment.refusal ?? basis.programme.nothingPayable)
      : unsettled(claim, today, basis);
  const { participantId } = claim;
  return [
    {
      type: 'ClaimDenied',
      data: { claimId, participantId, deciderId: actor.id, ...why, effectiveOn: today },
    },
  ];
}

type Reason = Pick<ClaimDenied['data'], 'decision' | 'rule' | 'law' | 'article' | 'detail'>;

/** @throws Rejection `ARREARS_ARE_SETTLED`, `ARREARS_NOT_NOTIFIED`, `ARREARS_NOTICE_RUNS` */
function unsettled(claim: ClaimIn<'HELD'>, today: CommandContext['today'], basis: Basis): Reason {
  const { settleBy } = claim;
  const { decision, components } = assess(claim, basis).calculation;
  const [reason] = components;
  if (decision !== 'PENDING_ARREARS' || !reason) throw new Rejection(claimRefusals.ARREARS_ARE_SETTLED());
  if (settleBy === undefined) throw new Rejection(claimRefusals.ARREARS_NOT_NOTIFIED());
  if (today <= settleBy) throw new Rejection(claimRefusals.ARREARS_NOTICE_RUNS({ settleBy }));
  const { law, article } = reason;
  return {
    decision: ARREARS_NOT_SETTLED,
    rule: 'arrears-are-settled',
    law,
    article,
    detail: `The arrears of the day of the event were not paid by ${settleBy}; the claim is reopened once they are.`,
  };
}
