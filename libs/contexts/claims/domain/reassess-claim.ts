import { type CommandContext, Rejection, authorityUsed, enforce, isEnough, rupiah } from '#kernel';
import { endorsement } from './approve-claim.js';
import { requireReason } from './cancel-claim.js';
import type { ClaimAfterApproval, FoundDue } from './claim-after-approval.js';
import type { CancelReason, ClaimEvent } from './claim.events.js';
import type { ReassessmentOpened } from './reassessment.events.js';
import { type ClaimIn, claimIn, ofSomebody } from './claim.js';
import { differencePayments } from './difference-payments.js';
import { type ApprovedClaim, type DueNow, asSaid, dueNow, isUndecidedByLaw } from './due-now.js';
import { isEventRevoked } from './event-revoked.js';
import { isMore } from './more-than-approved.js';
import { paidTo } from './payments.js';
import { AUTHORITY_POLICIES, neededFor, ofTheWholeEvent } from './policies/authority.policies.js';
import { DIFFERENCE_POLICIES } from './policies/decision.policies.js';
import { type Basis, byDelegationOf, payByOf } from './programme.js';
import { claimRefusals } from './refusals.js';
import { type SaidDue, requireFitting } from './said-due.js';

/** Whether a receipt may concern it. Nobody looks twice, and of an erased person nobody knows where to pay. */
export const mayBeReassessed = (state: ClaimAfterApproval): state is ApprovedClaim =>
  state.claim.situation === 'APPROVED' &&
  state.claim.account !== undefined &&
  state.approved !== undefined &&
  state.reassessment === undefined;

/** Opens a re-assessment where more is due by what is known now than was approved (Q-1, rule 10); nothing otherwise. */
export function openReassessment(
  state: ApprovedClaim,
  { today }: CommandContext,
  basis: Basis,
): readonly ReassessmentOpened[] {
  if (!isMore(dueNow(state, basis), state.claim.hands.entitledIds)) return [];
  const { claimId, participantId } = state.claim;
  return [{ type: 'ReassessmentOpened', data: { claimId, participantId, effectiveOn: today } }];
}

export interface ReassessClaimInput {
  readonly claimId: string;
}

/**
 * Computes an approved claim anew by what is known now (perhitungan ulang manfaat), and what is due beside what was approved, or not
 * due. Where nothing is otherwise, a re-assessment that was opened ends with it.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NOTHING_MORE_DUE`, or as `dueNow` does
 */
export function reassessClaim(
  _input: ReassessClaimInput,
  state: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const known = approvedIn(state);
  const due = dueNow(known, basis);
  if (!known.reassessment && !isMore(due, known.claim.hands.entitledIds)) {
    throw new Rejection(claimRefusals.NOTHING_MORE_DUE());
  }
  return [reassessed(known, due, context)];
}

export interface SayDifferenceInput extends SaidDue {
  readonly claimId: string;
}

/**
 * Says what an approved claim that was opened again comes to, in place of the calculation (penetapan ulang oleh petugas), with the ground
 * and the words that it rests on. A second person approves it like one.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NOT_OPENED_AGAIN`, `PAID_BY_OTHER_PROGRAMME`,
 *   `GROUND_DOES_NOT_REACH`, `COMPONENTS_DO_NOT_FIT`
 */
export function sayDifference(
  said: SayDifferenceInput,
  state: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const known = approvedIn(state);
  const isLeftToAPerson = () => isUndecidedByLaw(known, basis);
  requireFitting(said, { basis, ground: known.reassessment?.ground, isLeftToAPerson });
  return [reassessed(known, asSaid(known, said, basis), context, said)];
}

function reassessed(
  { claim, approved }: ApprovedClaim,
  { proof, ...due }: DueNow,
  { today, actor }: CommandContext,
  said?: SaidDue,
): ClaimEvent {
  const { claimId, participantId } = claim;
  return {
    type: 'BenefitReassessed',
    data: {
      claimId,
      participantId,
      assessorId: actor.id,
      approvedIdr: approved.approvedIdr,
      ...due,
      effectiveOn: today,
      ...(said && { person: { reason: said.reason, evidence: said.evidence } }),
      health: proof,
    },
  };
}

export interface ApproveDifferenceInput {
  readonly claimId: string;
}

/**
 * Approves what is due beside what was approved, or is not due (persetujuan kekurangan atau kelebihan bayar), by a second person. Less is
 * recorded as owed back.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NOT_REASSESSED`, or the code of the first
 *   difference or authority policy that objects
 */
export function approveDifference(
  _input: ApproveDifferenceInput,
  state: ClaimAfterApproval,
  { today, actor }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const known = approvedIn(state);
  const { claim, reassessment } = known;
  if (!reassessment?.found) throw new Rejection(claimRefusals.NOT_REASSESSED());
  const { claimId, participantId, programme, account } = claim;
  const { found, openedOn } = reassessment;
  // What a person said holds as it was said.
  const holds = found.determinedBy !== undefined || isStillDue(found, dueNow(known, basis));
  const payments = differencePayments(known, found, basis);
  const paysClaimant = payments.some(({ payee }) => payee !== 'EMPLOYER' && payee !== 'PLKK');
  enforce(DIFFERENCE_POLICIES, { claim, basis, holds, paysClaimant, deciderId: actor.id });
  // Also what is asked back was approved once, and is decided by whoever might approve it.
  const sum = { ...found, totalIdr: rupiah(Math.max(found.totalIdr, known.approved.approvedIdr)) };
  const needed = neededFor(ofTheWholeEvent(sum, claim, basis), today);
  const { endorsedBy } = claim.hands;
  const grounds = { decider: actor, needed, endorsedBy, ...byDelegationOf(basis) };
  enforce(AUTHORITY_POLICIES, grounds);
  if (!isEnough(grounds)) return [endorsement(claim, found.totalIdr, grounds, today)];
  return [
    {
      type: 'DifferenceApproved',
      data: {
        claimId,
        participantId,
        programme,
        eventDate: basis.programme.eventDay(basis.facts),
        approverId: actor.id,
        totalIdr: found.totalIdr,
        differenceIdr: found.differenceIdr,
        ...(found.givenBack && { givenBack: found.givenBack }),
        ...(found.changes && { changes: found.changes }),
        ...(found.paidTooMuch && { paidTooMuch: found.paidTooMuch }),
        payments,
        entitledChildren: found.entitledChildren,
        // The documents were complete long ago: the time runs from the day on which more was found to be due.
        payBy: payByOf(basis, openedOn),
        authority: authorityUsed(grounds),
        effectiveOn: today,
        person: paidTo(account, claim.heirs),
      },
    },
  ];
}

export interface DropReassessmentInput {
  readonly claimId: string;
  readonly reason: CancelReason;
}

/**
 * Gives a re-assessment up whose person was erased since, whose event was taken back, or whose death the other programme pays for:
 * what that comes to is settled by its own claim.
 * @throws Rejection `CLAIM_APPROVED`, `NOT_TO_BE_CANCELLED`, `EVENT_STANDS`
 */
export function dropReassessment(
  { reason }: DropReassessmentInput,
  { reassessment }: ClaimAfterApproval,
  { today, actor }: CommandContext,
  claim: ClaimIn<'APPROVED'>,
  basis: Basis,
): readonly ClaimEvent[] {
  if (!reassessment) throw new Rejection(claimRefusals.CLAIM_APPROVED());
  requireReason(reason, claim, basis);
  const { claimId, participantId, account, situation } = claim;
  const isSettledThere = reason === 'SETTLED_BY_PAPERS' && basis.programme.isPaidByOther?.(basis.facts);
  if (account && !isSettledThere && !isEventRevoked(claim, basis))
    throw new Rejection(claimRefusals.NOT_TO_BE_CANCELLED({ situation }));
  return [
    {
      type: 'ReassessmentDropped',
      data: {
        claimId,
        participantId,
        deciderId: actor.id,
        ...byDelegationOf(basis),
        reason,
        effectiveOn: today,
      },
    },
  ];
}

/** @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED` */
function approvedIn(state: ClaimAfterApproval) {
  const claim = ofSomebody(claimIn(state.claim, ['APPROVED']));
  if (!state.approved) throw new Error('A claim was approved without anything');
  return { ...state, claim, approved: state.approved };
}

/** Whether it would come out the same today, for the same day of the event. */
const isStillDue = (found: FoundDue, { eventDate, ...now }: DueNow): boolean =>
  eventDate === undefined && outcomeOf(found) === outcomeOf(now);

/** Everything that somebody would be paid or promised, as a text to compare. */
const outcomeOf = ({
  components,
  totalIdr,
  differenceIdr,
  entitledChildren,
  paidTooMuch = [],
}: FoundDue): string =>
  JSON.stringify([
    components.map(({ code, amountIdr, payee }) => [code, amountIdr, payee]),
    totalIdr,
    differenceIdr,
    paidTooMuch.map(({ employerId, amountIdr }) => [employerId, amountIdr]),
    entitledChildren.map(({ childId }) => childId),
  ]);
