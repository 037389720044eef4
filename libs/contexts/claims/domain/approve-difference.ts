import {
  type AuthorityGrounds,
  type CommandContext,
  Rejection,
  authorityUsed,
  enforce,
  isEnough,
  rupiah,
  totalOf,
} from '#kernel';
import { endorsement } from './approve-claim.js';
import { approvedIn } from './approved-claim.js';
import type { Approved, ClaimAfterApproval, FoundDue } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import type { ApprovedPayment } from './decision.events.js';
import { differencePayments } from './difference-payments.js';
import { type ApprovedClaim, type DueNow, dueNow } from './due-now.js';
import { ofPayments } from './identified-payments.js';
import { askedBack } from './interim.js';
import { notDueIn } from './more-than-approved.js';
import { endsWith } from './no-longer-entitled.js';
import { paidTo } from './payments.js';
import { AUTHORITY_POLICIES, neededFor, ofTheWholeEvent } from './policies/authority.policies.js';
import { DIFFERENCE_POLICIES } from './policies/decision.policies.js';
import { type Basis, byDelegationOf, payByOf } from './programme.js';
import { claimRefusals } from './refusals.js';
import type { PaidTooMuch } from './reassessment.events.js';
import { areChildrenAsSaid } from './said-scholarship.js';
import { approvedForClaimant } from './approved-for-claimant.js';

export interface ApproveDifferenceInput {
  readonly claimId: string;
}

/**
 * Approves what is due beside what was approved, or is not due (persetujuan kekurangan atau kelebihan bayar), by a second person. Less is
 * recorded as owed back, and so is what was paid before the end of the treatment and is not due.
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
  const payments = paymentsWhereItHolds(known, found, basis, actor.id);
  const grounds = authorityOver(found, known, basis, { actor, today });
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
        ...asFound(found, known),
        payments,
        // The documents were complete long ago: the time runs from the day on which more was found to be due.
        payBy: payByOf(basis, openedOn),
        authority: authorityUsed(grounds),
        effectiveOn: today,
        person: paidTo(account, claim.heirs),
      },
    },
    ...askedBack(claim, found.interimTooMuch ?? [], { actor, today }),
  ];
}

/** What was found, as it is approved. */
const asFound = (found: FoundDue, known: ApprovedClaim) => ({
  totalIdr: found.totalIdr,
  differenceIdr: found.differenceIdr,
  ...(found.givenBack && { givenBack: found.givenBack }),
  ...(found.changes && { changes: found.changes }),
  ...(found.paidTooMuch && { paidTooMuch: found.paidTooMuch.map((owed) => ofPaymentsBy(known, owed)) }),
  ...(found.interimTooMuch && { interimTooMuch: found.interimTooMuch }),
  entitledChildren: found.entitledChildren,
  ...(found.withoutScholarship && { withoutScholarship: true as const }),
  ...(found.noLongerEntitledIds && { noLongerEntitledIds: found.noLongerEntitledIds }),
});

/** Of heirs of somebody who lives it is what they were to be paid, of anybody else what stands. */
function ofPaymentsBy(known: ApprovedClaim, owed: PaidTooMuch) {
  const { payments, byHeirs } = approvedForClaimant(known);
  return ofPayments(owed.byHeirs ? byHeirs : payments, owed);
}

/** Who is paid what was found, where it holds still. @throws Rejection the code of the first difference policy that objects */
function paymentsWhereItHolds(
  known: ApprovedClaim,
  found: FoundDue,
  basis: Basis,
  deciderId: string,
): readonly ApprovedPayment[] {
  // What a person said holds as it was said, unless the other programme pays by now, or a child was named since.
  const isSaid = found.determinedBy !== undefined;
  const holds = isSaid
    ? areChildrenAsSaid(found, basis, known.approved.children) &&
      endsAsSaid(found, known.approved, basis) &&
      isOwedByHeirsAsSaid(found, known)
    : isStillDue(found, dueNow(known, basis));
  const payments = differencePayments(known, found, basis);
  const paysClaimant = payments.some(({ payee }) => payee !== 'EMPLOYER' && payee !== 'PLKK');
  enforce(DIFFERENCE_POLICIES, { claim: known.claim, basis, holds, isSaid, paysClaimant, deciderId });
  return payments;
}

/** Also what is asked back was approved once, and is decided by whoever might approve it. */
function authorityOver(
  found: FoundDue,
  { claim, approved }: ApprovedClaim,
  basis: Basis,
  { actor: decider, today }: Pick<CommandContext, 'actor' | 'today'>,
): AuthorityGrounds {
  const sum = { ...found, totalIdr: rupiah(Math.max(found.totalIdr, approved.approvedIdr)) };
  const needed = neededFor(ofTheWholeEvent(sum, claim, basis), today);
  return { decider, needed, endorsedBy: claim.hands.endorsedBy, ...byDelegationOf(basis) };
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
  noLongerEntitledIds = [],
  ...due
}: FoundDue): string =>
  JSON.stringify([
    components.map(({ code, amountIdr, payee }) => [code, amountIdr, payee]),
    totalIdr,
    differenceIdr,
    notDueIn(due).map(({ employerId, amountIdr }) => [employerId, amountIdr]),
    entitledChildren.map(({ childId }) => childId),
    noLongerEntitledIds,
  ]);

/** Whether the claim is still theirs, or not theirs, whom it was said of. */
const isOwedByHeirsAsSaid = ({ paidTooMuch = [] }: FoundDue, known: ApprovedClaim): boolean =>
  totalOf(paidTooMuch.filter((owed) => owed.byHeirs)) === totalOf(approvedForClaimant(known).byHeirs);

/** Whether the rights of the same children end now as were told. */
const endsAsSaid = (
  { entitledChildren, noLongerEntitledIds = [] }: FoundDue,
  approved: Approved,
  basis: Basis,
): boolean =>
  (endsWith(approved, entitledChildren, basis).noLongerEntitledIds ?? []).join() ===
  noLongerEntitledIds.join();
