import { type EventOf, type LocalDate, Rejection, type Rupiah, rupiah, sumRupiah, totalOf } from '#kernel';
import { lessCuts } from './approval-in-part.js';
import { unpaidMonths } from './arrears.js';
import { type Finding, type Proof, assess, findingOf, proofOf } from './assessment.js';
import {
  type Approved,
  type ClaimAfterApproval,
  type FoundDue,
  isEntitledAlready,
  keepsCuts,
} from './claim-after-approval.js';
import type { ArrearsMonth } from './arrears.events.js';
import type { ClaimComponent, ClaimEvent, EntitledChild } from './claim.events.js';
import type { ComponentChange, PaidTooMuch } from './reassessment.events.js';
import type { ClaimIn } from './claim.js';
import { notDueAsSaid, notDueByLaw, ofPersons } from './interim-due.js';
import { LEFT_TO_A_PERSON } from './left-to-people.js';
import { leftToPeopleRefusals } from './left-to-people.refusals.js';
import { ofEmployer, ofFacilities } from './payments.js';
import { type Assessed, type Basis, arrearsOf, entitledTo } from './programme.js';
import { type SaidDue, lessInterim } from './said-due.js';
import { endsWith } from './no-longer-entitled.js';
import { childrenSaid, scholarshipBy, withApproved } from './said-scholarship.js';
import { ofClaimant } from './set-off.js';
import { amountForClaimant, approvedForClaimant } from './approved-for-claimant.js';
import { afterDecisionRefusals } from './after-decision.refusals.js';

/** An approved claim: what is recorded later may make it more, or less. */
export type ApprovedClaim = ClaimAfterApproval & {
  readonly claim: ClaimIn<'APPROVED'>;
  readonly approved: Approved;
};

/** What is due, and how it was computed. */
export interface DueNow extends FoundDue {
  readonly proof: Proof;
  /** What the law gave, where that is not what is due. */
  readonly computed?: EventOf<ClaimEvent, 'BenefitReassessed'>['data']['computed'];
  /** The day whose law gave it, where it is another one than the claim knows. */
  readonly eventDate?: LocalDate;
}

/**
 * What is due by what is known now, and how much of it was not approved. Without a ground less than what was approved is left to a
 * person; with one everything counts, whatever the programme.
 * @throws Rejection as the programme's `assess` does; of a ground `LEFT_TO_A_PERSON`, `PAID_BY_OTHER_PROGRAMME`
 */
export const dueNow = (state: ApprovedClaim, basis: Basis): DueNow =>
  state.reassessment?.ground ? everythingAnew(state, basis) : moreByReceipts(state, basis);

function moreByReceipts({ claim, approved }: ApprovedClaim, basis: Basis): DueNow {
  const found =
    basis.programme.followsContributions && !isPaidTwice(basis)
      ? assessedAnew(claim, approved, basis)
      : asApproved(approved);
  const { finding, ...due } = found;
  const more = Math.max(0, due.totalIdr - approved.approvedIdr);
  // What was approved is not asked back.
  const totalIdr = rupiah(approved.approvedIdr + more);
  return {
    ...due,
    totalIdr,
    ...(finding && computedIf(finding, { ...due, totalIdr })),
    ...withGivenBack(rupiah(more), approved, claim.claimId, basis),
  };
}

function everythingAnew(state: ApprovedClaim, basis: Basis): DueNow {
  const { claim, approved } = state;
  if (basis.programme.isPaidByOther?.(basis.facts)) {
    throw new Rejection(afterDecisionRefusals.PAID_BY_OTHER_PROGRAMME());
  }
  const assessed = assess(claim, basis);
  const finding = findingOf(assessed);
  if (finding.refusal?.decision === LEFT_TO_A_PERSON) {
    throw new Rejection(leftToPeopleRefusals.LEFT_TO_A_PERSON());
  }
  // What the law gives is due once, and all of it is owed back here.
  const isDueElsewhere = isPaidTwice(basis);
  const due = compared(state, isDueElsewhere ? [] : withoutCuts(state, finding.components), basis);
  const entitledChildren = isDueElsewhere
    ? []
    : finding.entitledChildren.filter((child) => hasNotGotOne(child, approved));
  return {
    ...due,
    ...withInterim(notDueByLaw(claim, basis)),
    ...computedIf(finding, due),
    ...byLawOf(assessed),
    entitledChildren,
    ...(!isDueElsewhere && !assessed.givesScholarship && { withoutScholarship: true }),
    // Whose death is paid elsewhere as well leaves children what they have: one loss, one right.
    ...(!isDueElsewhere && endsWith(approved, finding.entitledChildren, basis)),
  };
}

/** What was paid before the end is no part of what was approved with the claim: it is asked back by itself. */
const withInterim = (interimTooMuch: readonly PaidTooMuch[]): Pick<DueNow, 'interimTooMuch'> =>
  interimTooMuch.length > 0 ? { interimTooMuch } : {};

/** The law that was asked, and how it answered. */
const byLawOf = (assessed: Assessed): Pick<DueNow, 'ruleSetVersion' | 'eventDate' | 'proof'> => ({
  ruleSetVersion: assessed.calculation.ruleSetVersion,
  ...(assessed.eventDate && { eventDate: assessed.eventDate }),
  proof: proofOf(assessed),
});

const isPaidTwice = ({ programme, facts }: Basis): boolean => programme.isPaidTwice?.(facts) === true;

/** Whether the law leaves it to a person what an approved claim comes to, by what is known now. @throws Rejection as the programme's `assess` does */
export const isUndecidedByLaw = ({ claim }: ApprovedClaim, basis: Basis): boolean =>
  findingOf(assess(claim, basis)).refusal?.decision === LEFT_TO_A_PERSON;

/** Nothing where what is due is what the law gave: whoever computes it again gets the same. */
function computedIf(
  { components, totalIdr, refusal }: Finding,
  due: Pick<DueNow, 'components' | 'totalIdr'>,
): Pick<DueNow, 'computed'> {
  const text = (of: readonly ClaimComponent[]) =>
    of
      .map(({ code, amountIdr, payee }) => `${code} ${payee} ${amountIdr}`)
      .sort()
      .join();
  const isDue = totalIdr === due.totalIdr && text(components) === text(due.components);
  if (refusal === undefined && isDue) return {};
  return { computed: { components, totalIdr, ...(refusal && { decision: refusal.decision }) } };
}

/** What was cut at the approval stays so, unless the ground reaches that far. */
const withoutCuts = ({ approved, reassessment }: ApprovedClaim, found: readonly ClaimComponent[]) =>
  keepsCuts(reassessment?.ground) ? lessCuts(found, approved.parts) : found;

/**
 * What a person says is due to whoever claims, in place of the calculation (reference 2.7). What an employer was repaid stays as it was
 * approved.
 */
export function asSaid(state: ApprovedClaim, saidDue: SaidDue, basis: Basis): DueNow {
  const { components, ground } = saidDue;
  const { approved } = state;
  const scholarship = scholarshipBy(saidDue, basis);
  const entitledChildren = childrenSaid(scholarship, basis, approved.children);
  const [{ law, article } = basis.programme.nothingPayable] = approved.components;
  const interim = ofPersons(state.claim.interim);
  const left = lessInterim(components, interim, basis);
  const payee = entitledTo(basis);
  const said = left.components.map((one): ClaimComponent => ({ ...one, law, article, payee }));
  return {
    ...compared(state, [...said, ...ofEmployer(approved.components)], basis),
    ...withInterim(notDueAsSaid(interim, left.lessInterimIdr)),
    ruleSetVersion: approved.ruleSetVersion,
    entitledChildren,
    ...(scholarship === 'NONE' && { withoutScholarship: true }),
    ...endsWith(approved, entitledChildren, basis),
    determinedBy: ground,
    scholarship,
    proof: { inputs: {}, arithmetic: [] },
  };
}

/**
 * What is due beside what was approved, for whoever claims, for an employer that is repaid and for facilities, each for itself. What
 * facilities were paid stays, and their later invoices are paid apart from claims: they get more where another payer bears less of what
 * the claim was approved with.
 */
function compared(
  known: ApprovedClaim,
  found: readonly ClaimComponent[],
  basis: Basis,
): Omit<
  DueNow,
  'ruleSetVersion' | 'entitledChildren' | 'withoutScholarship' | 'noLongerEntitledIds' | 'proof'
> {
  const { claim, approved } = known;
  const care = careOfFacilities(approved, found, basis);
  const due = lessFacilities(found);
  const before = lessFacilities(approved.components);
  const careBefore = totalOf(ofFacilities(approved.components));
  const careIdr = totalOf(care) - careBefore;
  const employerBefore = totalOf(ofEmployer(before));
  const employerIdr = totalOf(ofEmployer(due)) - employerBefore;
  // What was not asked back before counts as approved for whoever claims, as far as it stands.
  const claimantBefore = amountForClaimant(known, approved.approvedIdr - careBefore - employerBefore);
  const claimantIdr = totalOf(ofClaimant(due)) - claimantBefore;
  const employerId = basis.programme.employer?.(basis.facts);
  const { byHeirs } = approvedForClaimant(known);
  const paidTooMuch: readonly PaidTooMuch[] = [
    ...(claimantIdr < 0 ? [{ amountIdr: rupiah(-claimantIdr) }] : []),
    ...(byHeirs.length > 0 ? [{ byHeirs: true as const, amountIdr: totalOf(byHeirs) }] : []),
    ...(employerIdr < 0 && employerId !== undefined ? [{ employerId, amountIdr: rupiah(-employerIdr) }] : []),
  ];
  const more = rupiah(Math.max(0, claimantIdr) + Math.max(0, employerIdr) + careIdr);
  return {
    components: [...care, ...due],
    totalIdr: rupiah(careBefore + employerBefore + claimantBefore + claimantIdr + employerIdr + careIdr),
    ...withGivenBack(more, approved, claim.claimId, basis),
    changes: careIdr > 0 ? changesOf(approved.components, [...care, ...due]) : changesOf(before, due),
    ...(paidTooMuch.length > 0 && { paidTooMuch }),
  };
}

const lessFacilities = (components: readonly ClaimComponent[]) =>
  components.filter(({ payee }) => payee !== 'PLKK');

/** What facilities were approved, with what they are owed still; nothing more where the law gives no care. */
function careOfFacilities(
  { components }: Approved,
  found: readonly ClaimComponent[],
  { programme, facts }: Basis,
): readonly ClaimComponent[] {
  const before = ofFacilities(components);
  const [given] = ofFacilities(found);
  const owed = given ? (programme.owedToFacilities?.(facts) ?? []) : [];
  const owedIdr = sumRupiah(owed.map(({ invoiceIdr }) => invoiceIdr));
  return given && owedIdr > 0 ? [{ ...given, amountIdr: rupiah(totalOf(before) + owedIdr) }] : before;
}

/** By code: one may be paid to the participant in part, and to the employer in part. */
function changesOf(before: readonly ClaimComponent[], due: readonly ClaimComponent[]): ComponentChange[] {
  const codes = [...new Set([...before, ...due].map(({ code }) => code))];
  const sum = (components: readonly ClaimComponent[], of: string) =>
    totalOf(components.filter(({ code }) => code === of));
  return codes.map((code) => ({ code, approvedIdr: sum(before, code), dueIdr: sum(due, code) }));
}

function withGivenBack(
  more: Rupiah,
  approved: Approved,
  claimId: string,
  basis: Basis,
): Pick<FoundDue, 'differenceIdr' | 'givenBack'> {
  const givenBack = paidAsWell(approved, claimId, basis);
  const returnedIdr = totalOf(givenBack);
  return { differenceIdr: rupiah(more + returnedIdr), ...(givenBack.length > 0 && { givenBack }) };
}

interface FoundNow extends Omit<DueNow, 'differenceIdr' | 'givenBack' | 'computed'> {
  /** What the law gives, where it was asked. */
  readonly finding?: Finding;
}

function assessedAnew(claim: ApprovedClaim['claim'], approved: Approved, basis: Basis): FoundNow {
  const assessed = assess(claim, basis);
  const finding = findingOf(assessed);
  const { entitledChildren } = finding;
  const components = lessCuts(finding.components, approved.parts);
  return {
    finding,
    components,
    ...byLawOf(assessed),
    totalIdr: totalOf(components),
    ...childrenByLaw(
      entitledChildren.filter((child) => hasNotGotOne(child, approved)),
      approved,
    ),
    ...(approved.scholarship !== 'GRANTED' && !assessed.givesScholarship && { withoutScholarship: true }),
  };
}

/** A person may have granted what the law does not: that stays. */
const childrenByLaw = (
  entitledChildren: readonly EntitledChild[],
  { scholarship, children }: Approved,
): Pick<FoundNow, 'entitledChildren' | 'scholarship'> =>
  scholarship === 'GRANTED'
    ? { entitledChildren: withApproved(entitledChildren, children), scholarship }
    : { entitledChildren };

/**
 * A child that was named after the approval has got its scholarship by being named, where that gave one: what gave none to anybody gives it
 * now to whoever is entitled, named when they may be (reference 5).
 */
const hasNotGotOne = (child: EntitledChild, approved: Approved) =>
  approved.withoutScholarship === true || child.asOf <= approved.on || isEntitledAlready(child, approved);

/** What does not follow from contributions stays as it was approved, whatever was erased since: nothing is computed again. */
const asApproved = ({
  components,
  ruleSetVersion,
  approvedIdr,
  children,
  withoutScholarship,
  scholarship,
}: Approved): FoundNow => ({
  components,
  ruleSetVersion,
  totalIdr: approvedIdr,
  entitledChildren: children,
  ...(withoutScholarship && { withoutScholarship }),
  ...(scholarship && { scholarship }),
  proof: { inputs: {}, arithmetic: [] },
});

/** Months that were deducted, and that somebody paid while that was decided: they count as received once, by the payment. */
function paidAsWell({ deducted }: Approved, claimId: string, basis: Basis): readonly ArrearsMonth[] {
  const unpaid = unpaidMonths(arrearsOf(basis)).map(({ period }) => period);
  const recorded = (basis.programme.setOff?.(basis.facts) ?? []).filter((one) => one.claimId === claimId);
  const byDeduction = recorded.map(({ period }) => period);
  return deducted.filter(({ period }) => !byDeduction.includes(period) && !unpaid.includes(period));
}
