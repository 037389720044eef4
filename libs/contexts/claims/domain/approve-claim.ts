import {
  type AuthorityGrounds,
  type CommandContext,
  Rejection,
  type Rupiah,
  ZERO_RUPIAH,
  authorityUsed,
  enforce,
  isEnough,
  totalOf,
} from '#kernel';
import { type PartInput, lessParts, partsOf, requireParts } from './approval-in-part.js';
import { assess } from './assessment.js';
import type { ClaimEvent } from './claim.events.js';
import type { ApprovalEndorsed, ApprovedPart, ClaimApproved } from './decision.events.js';
import { type ClaimIn, type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { ApprovalBegun } from './docket.events.js';
import { type Docket, isBegun } from './docket.js';
import { interimDueByLaw } from './interim-due.js';
import { interimAskedBack } from './interim.js';
import { paidTo, paymentsFor } from './payments.js';
import { AUTHORITY_POLICIES, neededFor, ofTheWholeEvent } from './policies/authority.policies.js';
import { APPROVAL_POLICIES } from './policies/decision.policies.js';
import { type Basis, byDelegationOf } from './programme.js';
import { decisionRefusals } from './decision.refusals.js';

export interface ApproveClaimInput {
  readonly claimId: string;
  /** Components of which less is approved than was calculated. */
  readonly parts?: readonly PartInput[];
  /** Why less is. */
  readonly reason?: string;
}

/**
 * Approves what was calculated (persetujuan klaim) and says who is to be paid how much. Where the sum takes several persons, whoever
 * comes first only endorses it. In part: what is cut is refused with its reason, what is left open is looked at again (reference 2.7).
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `EARLIER_CLAIM_IN_APPROVAL`, or the
 *   code of the first approval or authority policy that objects
 */
export function approveClaim(
  { claimId, parts: asked, reason }: ApproveClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, ['CALCULATED']));
  const { participantId, programme, accidentId, eventDate, payBy, account, assessment } = claim;
  requireTurn(basis);
  enforce(APPROVAL_POLICIES, { claim, basis, deciderId: actor.id });
  const needed = neededFor(ofTheWholeEvent(assessment, claim, basis), today);
  const by = { decider: actor, ...byDelegationOf(basis) };
  const grounds = { ...by, needed, endorsedBy: claim.hands.endorsedBy };
  enforce(AUTHORITY_POLICIES, grounds);
  if (asked) requireParts({ parts: asked, assessment, basis, needed });
  if (!isEnough(grounds)) return [endorsement(claim, assessment.totalIdr, grounds, today)];
  const parts = asked && partsOf(asked, assessment);
  return [
    {
      type: 'ClaimApproved',
      data: {
        claimId,
        participantId,
        programme,
        ...(accidentId && { accidentId }),
        eventDate,
        approverId: actor.id,
        ...granted(claim, asked, basis),
        payBy,
        authority: authorityUsed(grounds),
        ...(parts && { parts }),
        effectiveOn: today,
        person: { ...paidTo(account, claim.heirs), ...(reason !== undefined && { reason }) },
      },
    },
    ...interimAskedBack(claim, interimDueIdr(claim, basis), { actor, today }),
    ...openPartOf(claim, parts, { actor, today }),
  ];
}

/** What is approved of what was calculated, and who is paid it. */
function granted(claim: ClaimIn<'CALCULATED'>, asked: ApproveClaimInput['parts'], basis: Basis) {
  const { assessment, heirs } = claim;
  const components = lessParts(assessment.components, asked);
  const invoices = basis.programme.invoices?.(basis.facts);
  return {
    totalIdr: asked ? totalOf(components) : assessment.totalIdr,
    ...(assessment.deduction && { deduction: assessment.deduction }),
    ...(assessment.owedByEmployer && { owedByEmployer: assessment.owedByEmployer }),
    payments: paymentsFor({ ...assessment, components }, basis, heirs),
    ...(invoices && { invoices }),
    entitledChildren: assessment.entitledChildren,
    ...withoutScholarship(claim, basis),
  };
}

/** Nothing where children get one by what is approved, as a person said, or else as the law has it; or where none can follow. */
function withoutScholarship(
  claim: ClaimIn<'CALCULATED'>,
  basis: Basis,
): Pick<ClaimApproved['data'], 'withoutScholarship'> {
  if (!basis.programme.scholarships) return {};
  const { scholarship } = claim.assessment;
  const isGiven = scholarship ? scholarship === 'GRANTED' : assess(claim, basis).givesScholarship;
  return isGiven ? {} : { withoutScholarship: true };
}

/** What of the interim payments is due by what is approved: what was paid beyond that is owed back. */
function interimDueIdr(claim: ClaimIn<'CALCULATED'>, basis: Basis): Rupiah {
  const { assessment, interim } = claim;
  if (!interim) return ZERO_RUPIAH;
  if (assessment.insteadOf) return assessment.lessInterimIdr ?? ZERO_RUPIAH;
  return interimDueByLaw(claim, basis);
}

/** What is left open goes on as a re-assessment of its own. */
const openPartOf = (
  { claimId, participantId }: ClaimIn<'CALCULATED'>,
  parts: readonly ApprovedPart[] | undefined,
  { actor, today }: Pick<CommandContext, 'actor' | 'today'>,
): readonly ClaimEvent[] =>
  parts?.some(({ standing }) => standing === 'OPEN')
    ? [
        {
          type: 'ReassessmentOpened',
          data: { claimId, participantId, ground: 'OPEN_PART', openerId: actor.id, effectiveOn: today },
        },
      ]
    : [];

/** Whoever approves first, where it takes several. */
export const endorsement = (
  { claimId, participantId }: Pick<ClaimIn<'APPROVED'>, 'claimId' | 'participantId'>,
  totalIdr: Rupiah,
  { decider, needed: { level }, delegation }: AuthorityGrounds,
  today: CommandContext['today'],
): ApprovalEndorsed => ({
  type: 'ApprovalEndorsed',
  data: {
    claimId,
    participantId,
    endorserId: decider.id,
    totalIdr,
    level,
    ...(delegation && { delegation }),
    effectiveOn: today,
  },
});

/**
 * The claims of one participant are approved one after another where what the earlier one pays decides what is left.
 * @throws Rejection `EARLIER_CLAIM_IN_APPROVAL`
 */
function requireTurn({ programme, facts }: Basis): void {
  const claimId = programme.earlierInApproval?.(facts);
  if (claimId !== undefined) throw new Rejection(decisionRefusals.EARLIER_CLAIM_IN_APPROVAL({ claimId }));
}

/** A claim that is to stand in the docket, and what its approval rests on. */
export interface ApprovalToBegin {
  readonly claim: ClaimIn<'CALCULATED'>;
  readonly basis: Basis;
}

/**
 * Takes a claim that can be approved into the docket of its participant (antrean persetujuan). Once: what was begun is
 * not begun again. It stands there as often as it was opened, also where it was closed before anybody began to approve it: only so
 * others see that it waits.
 * @throws Rejection as `approveClaim` does
 */
export function beginApproval(
  input: ApproveClaimInput,
  begun: Docket,
  context: CommandContext,
  { claim, basis }: ApprovalToBegin,
): readonly ApprovalBegun[] {
  const { claimId, participantId, reopened = 0 } = claim;
  if (isBegun(claimId, reopened, begun)) return [];
  approveClaim(input, claim, context, basis);
  const missing = reopened + 1 - begun.filter((one) => one === claimId).length;
  return Array.from({ length: missing }, (): ApprovalBegun => ({
    type: 'ApprovalBegun',
    data: { claimId, participantId, effectiveOn: context.today },
  }));
}
