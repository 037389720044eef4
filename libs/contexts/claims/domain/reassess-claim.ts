import { type CommandContext, type LocalDate, Rejection, enforce, rupiah, sumRupiah } from '#kernel';
import { addWorkingDays } from '#law';
import { unpaidMonths } from './arrears.js';
import { type Proof, assess, findingOf, proofOf } from './assessment.js';
import {
  type Approved,
  type ClaimAfterApproval,
  type Due,
  isEntitledAlready,
  isMore,
} from './claim-after-approval.js';
import type {
  ApprovedPayment,
  ArrearsMonth,
  CancelReason,
  ClaimEvent,
  EntitledChild,
  ReassessmentOpened,
} from './claim.events.js';
import { type ClaimIn, claimIn, ofSomebody, claimantOf } from './claim.js';
import { requireReason } from './cancel-claim.js';
import { isEventRevoked } from './event-revoked.js';
import { authorityUsed, endorsement } from './approve-claim.js';
import { AUTHORITY_POLICIES, isEnough, neededFor } from './policies/authority.policies.js';
import { DIFFERENCE_POLICIES } from './policies/decision.policies.js';
import { careIn, paidTo, sharedOut } from './payments.js';
import { type Basis, arrearsOf } from './programme.js';
import { claimRefusals } from './refusals.js';
import { SET_OFF_CODE } from './set-off.js';

/** An approved claim: what is recorded of contributions later may make it more. */
type ApprovedClaim = ClaimAfterApproval & {
  readonly claim: ClaimIn<'APPROVED'>;
  readonly approved: Approved;
};

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
  if (!isMore(dueNow(state, basis), state.approved)) return [];
  const { claimId, participantId } = state.claim;
  return [{ type: 'ReassessmentOpened', data: { claimId, participantId, effectiveOn: today } }];
}

export interface ReassessClaimInput {
  readonly claimId: string;
}

/**
 * Computes an approved claim anew by what is known now (perhitungan ulang manfaat), and what is due beside what was approved.
 * Where nothing is any more, a re-assessment that was opened ends with it.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NOTHING_MORE_DUE`, or as the programme's
 *   `assess` does
 */
export function reassessClaim(
  _input: ReassessClaimInput,
  state: ClaimAfterApproval,
  { today, actor }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const known = approvedIn(state);
  const { claimId, participantId } = known.claim;
  const { proof, ...due } = dueNow(known, basis);
  if (!known.reassessment && !isMore(due, known.approved)) {
    throw new Rejection(claimRefusals.NOTHING_MORE_DUE());
  }
  return [
    {
      type: 'BenefitReassessed',
      data: {
        claimId,
        participantId,
        assessorId: actor.id,
        approvedIdr: known.approved.approvedIdr,
        ...due,
        effectiveOn: today,
        health: proof,
      },
    },
  ];
}

export interface ApproveDifferenceInput {
  readonly claimId: string;
}

/**
 * Approves what is due beside what was approved (persetujuan kekurangan bayar), by a second person.
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
  const { found, openedOn, assessorIds, endorsedBy } = reassessment;
  const holds = outcomeOf(found) === outcomeOf(dueNow(known, basis));
  enforce(DIFFERENCE_POLICIES, { claim, basis, assessorIds, holds, deciderId: actor.id });
  const grounds = { decider: actor, needed: neededFor(found, today), endorsedBy };
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
        payments: paymentsOf(known, found),
        entitledChildren: found.entitledChildren,
        payBy: payByOf(openedOn, basis),
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
 * Gives a re-assessment up whose person was erased since, or whose event was taken back.
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
  if (account && !isEventRevoked(claim, basis))
    throw new Rejection(claimRefusals.NOT_TO_BE_CANCELLED({ situation }));
  return [
    {
      type: 'ReassessmentDropped',
      data: { claimId, participantId, deciderId: actor.id, reason, effectiveOn: today },
    },
  ];
}

/** @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED` */
function approvedIn(state: ClaimAfterApproval) {
  const claim = ofSomebody(claimIn(state.claim, ['APPROVED']));
  if (!state.approved) throw new Error('A claim was approved without anything');
  return { ...state, claim, approved: state.approved };
}

interface DueNow extends Due {
  readonly proof: Proof;
}

/** What the law gives by what is known now, and how much of it was not approved. Less than that is left to a person. */
function dueNow({ claim, approved }: ApprovedClaim, basis: Basis): DueNow {
  const finding = basis.programme.followsContributions
    ? assessedAnew(claim, approved, basis)
    : asApproved(approved);
  const givenBack = paidAsWell(approved, claim.claimId, basis);
  const returnedIdr = sumRupiah(givenBack.map(({ amountIdr }) => amountIdr));
  const more = Math.max(0, finding.totalIdr - approved.approvedIdr);
  return {
    ...finding,
    // What was approved is not asked back.
    totalIdr: rupiah(approved.approvedIdr + more),
    differenceIdr: rupiah(more + returnedIdr),
    ...(givenBack.length > 0 && { givenBack }),
  };
}

type FoundNow = Omit<DueNow, 'differenceIdr' | 'givenBack'>;

function assessedAnew(claim: ApprovedClaim['claim'], approved: Approved, basis: Basis): FoundNow {
  const assessed = assess(claim, basis);
  const { components, totalIdr, entitledChildren } = findingOf(assessed);
  return {
    components,
    ruleSetVersion: assessed.calculation.ruleSetVersion,
    totalIdr,
    entitledChildren: entitledChildren.filter((child) => wasKnownOrEntitled(child, approved)),
    proof: proofOf(assessed),
  };
}

/** A child that was named after the approval has got its scholarship without one. */
const wasKnownOrEntitled = (child: EntitledChild, approved: Approved) =>
  child.asOf <= approved.on || isEntitledAlready(child, approved);

/** What does not follow from contributions stays as it was approved, whatever was erased since: nothing is computed again. */
const asApproved = ({ components, ruleSetVersion, approvedIdr, children }: Approved): FoundNow => ({
  components,
  ruleSetVersion,
  totalIdr: approvedIdr,
  entitledChildren: children,
  proof: { inputs: {}, arithmetic: [] },
});

/** Months that were deducted, and that somebody paid while that was decided: they count as received once, by the payment. */
function paidAsWell({ deducted }: Approved, claimId: string, basis: Basis): readonly ArrearsMonth[] {
  const unpaid = unpaidMonths(arrearsOf(basis)).map(({ period }) => period);
  const recorded = (basis.programme.setOff?.(basis.facts) ?? []).filter((one) => one.claimId === claimId);
  const byDeduction = recorded.map(({ period }) => period);
  return deducted.filter(({ period }) => !byDeduction.includes(period) && !unpaid.includes(period));
}

/** Everything that somebody would be paid or promised, as a text to compare. */
const outcomeOf = ({ components, totalIdr, differenceIdr, entitledChildren }: Due): string =>
  JSON.stringify([
    components.map(({ code, amountIdr, payee }) => [code, amountIdr, payee]),
    totalIdr,
    differenceIdr,
    entitledChildren.map(({ childId }) => childId),
  ]);

/** To the claimant, for the components that have become more. */
function paymentsOf(
  { claim, approved }: ApprovedClaim,
  { components, differenceIdr, givenBack }: Due,
): ApprovedPayment[] {
  const before = (code: string) => approved.components.find((one) => one.code === code)?.amountIdr ?? 0;
  const more = components.filter(({ code, amountIdr }) => amountIdr > before(code));
  return differenceIdr > 0
    ? [
        {
          payee: claimantOf(claim),
          componentCodes: [...more.map(({ code }) => code), ...(givenBack ? [SET_OFF_CODE] : [])],
          amountIdr: differenceIdr,
          ...careIn(
            more.map(({ code, amountIdr }) => ({ code, amountIdr: rupiah(amountIdr - before(code)) })),
          ),
        },
      ].flatMap((paid) => sharedOut(paid, claim.heirs ?? []))
    : [];
}

/** The documents were complete long ago: the time for payment runs from the day on which more was found to be due. */
const payByOf = (openedOn: LocalDate, { programme }: Basis): LocalDate =>
  addWorkingDays(openedOn, programme.serviceDays);
