import { type EventOf, type LocalDate, Rejection, type Rupiah, view } from '#kernel';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { OpenedAgainBy } from './claim-by-people.events.js';
import { hasParticipantPaid } from './approvals.js';
import { lessParts } from './approval-in-part.js';
import type { ArrearsMonth } from './arrears.events.js';
import type { BenefitCalculated, ClaimComponent, ClaimEvent, EntitledChild } from './claim.events.js';
import type { ApprovedPart, IdentifiedPayment } from './decision.events.js';
import { identifiedIn, notDueOf, withoutNotDue } from './identified-payments.js';
import type { SaidScholarship } from './left-to-people.events.js';
import type { BenefitReassessed } from './reassessment.events.js';
import { type ClaimState, type KnownClaim, claimIn, claimantOf, claims } from './claim.js';
import { idsOf, isOtherwise } from './more-than-approved.js';

/** Everything that was approved so far. */
export interface Approved {
  /** The day of the last approval. */
  readonly on: LocalDate;
  /** The day of the first one. */
  readonly since: LocalDate;
  /** Who approved it last. */
  readonly by: string;
  readonly components: readonly ClaimComponent[];
  readonly ruleSetVersion: string;
  /** The benefit, before deductions. */
  readonly approvedIdr: Rupiah;
  /** What persons and employers are paid by it, each payment as far as it is due, in the order of their approval. */
  readonly payments: readonly IdentifiedPayment[];
  readonly children: readonly EntitledChild[];
  /** Ids of all whom an approval of the claim entitled, and none has taken that from since. */
  readonly givenTo: readonly string[];
  /** Ids of those who were entitled, and are no longer. */
  readonly noLongerEntitledIds: readonly string[];
  /** Children got no scholarship by it, whoever was named since; absent where they did, or nobody recorded it. */
  readonly withoutScholarship?: true;
  /** Whether children get a scholarship by it, where a person said so, and not the law. */
  readonly scholarship?: SaidScholarship;
  /** What was deducted and not given back. */
  readonly deducted: readonly ArrearsMonth[];
  /** What was approved in part; none any more once everything was computed anew for a ground. */
  readonly parts: readonly ApprovedPart[];
}

/** A re-assessment (penetapan ulang) under way. */
export interface Reassessment {
  readonly openedOn: LocalDate;
  /** Why everything is computed anew; absent where only a receipt may make it more. */
  readonly ground?: OpenedAgainBy;
  /** What was found to be due by the last calculation; undefined until there is one. */
  readonly found?: FoundDue;
}

/** What is due by a calculation, and how much of it was not approved. */
export type FoundDue = Pick<
  BenefitReassessed['data'],
  | 'components'
  | 'ruleSetVersion'
  | 'totalIdr'
  | 'differenceIdr'
  | 'givenBack'
  | 'entitledChildren'
  | 'withoutScholarship'
  | 'noLongerEntitledIds'
  | 'changes'
  | 'paidTooMuch'
  | 'interimTooMuch'
  | 'determinedBy'
  | 'scholarship'
>;

/** A claim, and what became of it after its approval. */
export interface ClaimAfterApproval {
  readonly claim: ClaimState;
  /** The last calculation before the approval. */
  readonly calculated?: Pick<BenefitCalculated['data'], 'components' | 'ruleSetVersion'> &
    Pick<Approved, 'scholarship'>;
  readonly approved?: Approved;
  /** Something was approved for the participant to be paid, also before the end of the treatment. */
  readonly isForParticipant?: true;
  readonly reassessment?: Reassessment;
}

/** The same streams as `claims`, for whoever looks at an approved claim again. */
export const claimsAfterApproval = view<ClaimAfterApproval, ClaimEvent>(claims, {
  initial: { claim: claims.initial },
  evolve: (state, event) => ({
    ...after(state, event),
    ...(hasParticipantPaid(event) && { isForParticipant: true as const }),
    claim: claims.evolve(state.claim, event),
  }),
});

function after(state: ClaimAfterApproval, event: ClaimEvent): ClaimAfterApproval {
  const { reassessment, ...settled } = state;
  if (event.type === 'BenefitCalculated') return { ...state, calculated: event.data };
  if (event.type === 'BenefitDetermined') {
    const { ruleSetVersion = '' } = state.calculated ?? {};
    const { components, scholarship } = event.data;
    return { ...state, calculated: { components, ruleSetVersion, ...(scholarship && { scholarship }) } };
  }
  if (event.type === 'ClaimApproved') return { ...state, approved: approvedFirst(state, event) };
  if (event.type === 'ReassessmentOpened') {
    const { effectiveOn, ground } = event.data;
    // One that was under way goes on, for everything now.
    const { openedOn = effectiveOn } = reassessment ?? {};
    return { ...state, reassessment: { openedOn, ...(ground && { ground }) } };
  }
  if (event.type === 'BenefitReassessed') {
    const { openedOn = event.data.effectiveOn, ...known } = reassessment ?? {};
    return isOtherwise(event.data, idsOf(state.approved?.children ?? []))
      ? { ...state, reassessment: { ...known, openedOn, found: event.data } }
      : settled;
  }
  if (event.type === 'DifferenceApproved') return { ...settled, approved: approvedAnew(state, event) };
  return event.type === 'ReassessmentDropped' ? settled : state;
}

function approvedFirst(
  { calculated }: ClaimAfterApproval,
  event: EventOf<ClaimEvent, 'ClaimApproved'>,
): Approved {
  const { data: approval } = event;
  const { effectiveOn: on, entitledChildren, withoutScholarship, parts = [], deduction } = approval;
  const { components, ...computed } = computedIn(calculated);
  return {
    on,
    since: on,
    by: approval.approverId,
    ...computed,
    components: lessParts(components, parts),
    parts,
    approvedIdr: approval.totalIdr,
    payments: identifiedIn(event),
    children: entitledChildren,
    givenTo: idsOf(entitledChildren),
    noLongerEntitledIds: [],
    ...(withoutScholarship && { withoutScholarship }),
    deducted: deduction?.arrears ?? [],
  };
}

function approvedAnew(
  { approved, reassessment }: ClaimAfterApproval,
  event: EventOf<ClaimEvent, 'DifferenceApproved'>,
): Approved {
  const { data: difference } = event;
  const { effectiveOn: on, withoutScholarship, givenBack = [] } = difference;
  const returned = givenBack.map(({ period }) => period);
  return {
    on,
    since: approved?.since ?? on,
    by: difference.approverId,
    ...computedIn(reassessment?.found),
    parts: keepsCuts(reassessment?.ground) ? (approved?.parts ?? []) : [],
    approvedIdr: difference.totalIdr,
    payments: [...stillDue(approved?.payments ?? [], difference), ...identifiedIn(event)],
    children: difference.entitledChildren,
    ...givenAfter(approved, difference),
    ...(withoutScholarship && { withoutScholarship }),
    deducted: (approved?.deducted ?? []).filter(({ period }) => !returned.includes(period)),
  };
}

/** Earlier releases did not say of which payments it is that too much was paid. */
const stillDue = (
  payments: readonly IdentifiedPayment[],
  { paidTooMuch = [] }: EventOf<ClaimEvent, 'DifferenceApproved'>['data'],
): readonly IdentifiedPayment[] =>
  withoutNotDue(
    payments,
    paidTooMuch.flatMap((owed) => owed.ofPayments ?? notDueOf(payments, owed)),
  );

/** Who has a right by the claim after a difference, and who has it no longer. */
export function givenAfter(
  {
    givenTo = [],
    noLongerEntitledIds: before = [],
  }: Partial<Pick<Approved, 'givenTo' | 'noLongerEntitledIds'>> = {},
  { entitledChildren, noLongerEntitledIds = [] }: EventOf<ClaimEvent, 'DifferenceApproved'>['data'],
): Pick<Approved, 'givenTo' | 'noLongerEntitledIds'> {
  const now = idsOf(entitledChildren);
  const once = (ids: readonly string[], but: readonly string[]) =>
    [...new Set(ids)].filter((id) => !but.includes(id));
  return {
    givenTo: once([...givenTo, ...now], noLongerEntitledIds),
    noLongerEntitledIds: once([...before, ...noLongerEntitledIds], now),
  };
}

const computedIn = (calculation: ClaimAfterApproval['calculated']) => ({
  components: calculation?.components ?? [],
  ruleSetVersion: calculation?.ruleSetVersion ?? '',
  ...(calculation?.scholarship && { scholarship: calculation.scholarship }),
});

/** What was cut stays so unless somebody objects, an authority or an agreement says otherwise, or the office looks at all of it again. */
export const keepsCuts = (ground: OpenedAgainBy | undefined): boolean =>
  ground === undefined || ground === 'OPEN_PART';

/**
 * The claim, of which heirs are paid: what was approved for them, or what was approved for the participant in whose place they were
 * recorded, wherever the claim stands then.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `NO_HEIRS_PAID`
 */
export function paysHeirsOf({ claim: state, isForParticipant }: ClaimAfterApproval): KnownClaim {
  if (isForParticipant && state.situation !== 'UNKNOWN' && state.heirs) return state;
  const claim = claimIn(state, ['APPROVED']);
  if (claimantOf(claim) !== 'HEIR') throw new Rejection(afterDecisionRefusals.NO_HEIRS_PAID());
  return claim;
}

/** Whether what was approved entitles a child. */
export const isEntitledAlready = (
  { childId }: Pick<EntitledChild, 'childId'>,
  approved: Approved | undefined,
): boolean => approved?.children.some((one) => one.childId === childId) ?? false;
