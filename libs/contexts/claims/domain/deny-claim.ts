import { type Actor, type CommandContext, type LocalDate, Rejection, ZERO_RUPIAH, enforce } from '#kernel';
import { ARREARS_NOT_SETTLED } from './arrears.js';
import { assess, findingOf } from './assessment.js';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimDenied } from './decision.events.js';
import type { DenialProposal } from './claim-state.js';
import { type ClaimIn, type ClaimState, claimIn, knownClaim } from './claim.js';
import { denialFor, levelToDeny } from './denial-reasons.js';
import { interimAskedBack } from './interim.js';
import { AUTHORITY_POLICIES } from './policies/authority.policies.js';
import { DENIAL_POLICIES, type DecisionGrounds, PERSONAL_POLICIES } from './policies/decision.policies.js';
import { whatPeopleSaidIsAnswered } from './policies/doubt.policies.js';
import { type Basis, byDelegationOf } from './programme.js';
import { arrearsRefusals } from './arrears.refusals.js';
import { claimRefusals } from './refusals.js';

export interface DenyClaimInput {
  readonly claimId: string;
}

/**
 * Denies a claim that the law refuses (penolakan klaim), naming the rule and its article; or one that waits for arrears which
 * nobody paid in the time of the notice, until they are paid; or for the reason that somebody has proposed.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, the code of the first denial policy that objects,
 *   `ARREARS_ARE_SETTLED`, `ARREARS_NOT_NOTIFIED`, `ARREARS_NOTICE_RUNS`, `SUPERVISOR_DECIDES_IT`,
 *   `PROPOSER_CANNOT_DECIDE`, `SAID_IS_OPEN`, `BEYOND_AUTHORITY`
 */
export function denyClaim(
  { claimId }: DenyClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const known = knownClaim(state);
  const { participantId, proposal } = known;
  const deciderId = actor.id;
  const why = proposal
    ? proposed(claimIn(state, UNDECIDED), proposal, actor)
    : byLaw(claimIn(state, ['CALCULATED', 'HELD']), { basis, deciderId }, today);
  enforce([whatPeopleSaidIsAnswered], { claim: known });
  enforce(AUTHORITY_POLICIES, {
    decider: actor,
    // The reason tells who, and no sum.
    needed: { level: levelToDeny(proposal?.reason), persons: 1, weighed: [] },
  });
  return [
    {
      type: 'ClaimDenied',
      data: { claimId, participantId, deciderId, ...byDelegationOf(basis), ...why, effectiveOn: today },
    },
    ...interimAskedBack(known, ZERO_RUPIAH, { actor, today }),
  ];
}

type Reason = Pick<
  ClaimDenied['data'],
  'decision' | 'rule' | 'law' | 'article' | 'detail' | 'owedByEmployer'
>;

const UNDECIDED = ['INCOMPLETE', 'COMPLETE', 'CALCULATED', 'HELD', 'WAITING'] as const;

/** @throws Rejection `SUPERVISOR_DECIDES_IT`, `PROPOSER_CANNOT_DECIDE`, or as the personal policies do */
function proposed(
  claim: ClaimIn<(typeof UNDECIDED)[number]>,
  proposal: DenialProposal,
  actor: Actor,
): Reason {
  if (!actor.roles.includes('supervisor')) throw new Rejection(claimRefusals.SUPERVISOR_DECIDES_IT());
  if (proposal.proposerId === actor.id) throw new Rejection(claimRefusals.PROPOSER_CANNOT_DECIDE());
  enforce(PERSONAL_POLICIES, { claim, deciderId: actor.id });
  return denialFor(proposal.reason);
}

/** @throws Rejection as `refused` and `unsettled` do */
const byLaw = (
  claim: ClaimIn<'CALCULATED' | 'HELD'>,
  grounds: Omit<DecisionGrounds, 'claim'>,
  today: LocalDate,
): Reason =>
  claim.situation === 'CALCULATED' ? refused({ ...grounds, claim }) : unsettled({ ...grounds, claim }, today);

/** @throws Rejection the code of the first denial policy that objects */
function refused(grounds: DecisionGrounds): Reason {
  enforce(DENIAL_POLICIES, grounds);
  const { refusal, owedByEmployer } = grounds.claim.assessment;
  return {
    ...(refusal ?? grounds.basis.programme.nothingPayable),
    ...(owedByEmployer && { owedByEmployer }),
  };
}

type HeldGrounds = Omit<DecisionGrounds, 'claim'> & { readonly claim: ClaimIn<'HELD'> };

/** @throws Rejection as the personal policies do, `ARREARS_ARE_SETTLED`, `ARREARS_NOT_NOTIFIED`, `ARREARS_NOTICE_RUNS` */
function unsettled(grounds: HeldGrounds, today: LocalDate): Reason {
  enforce(PERSONAL_POLICIES, grounds);
  const { claim, basis } = grounds;
  const { settleBy } = claim;
  const { refusal } = findingOf(assess(claim, basis));
  if (refusal?.decision !== 'PENDING_ARREARS') throw new Rejection(arrearsRefusals.ARREARS_ARE_SETTLED());
  if (settleBy === undefined) throw new Rejection(arrearsRefusals.ARREARS_NOT_NOTIFIED());
  if (today <= settleBy) throw new Rejection(arrearsRefusals.ARREARS_NOTICE_RUNS({ settleBy }));
  return {
    ...refusal,
    decision: ARREARS_NOT_SETTLED,
    detail: `The arrears of the day of the event were not paid by ${settleBy}; the claim is reopened once they are.`,
  };
}
