import { type LocalDate, type Rupiah, view } from '#kernel';
import type { OpenedAgainBy } from './claim-by-people.events.js';
import { lessParts } from './approval-in-part.js';
import type {
  ApprovedPart,
  ArrearsMonth,
  BenefitCalculated,
  ClaimComponent,
  ClaimEvent,
  EntitledChild,
} from './claim.events.js';
import type { BenefitReassessed } from './reassessment.events.js';
import { type ClaimState, claims } from './claim.js';

/** Everything that was approved so far. */
export interface Approved {
  /** The day of the last approval. */
  readonly on: LocalDate;
  readonly components: readonly ClaimComponent[];
  readonly ruleSetVersion: string;
  /** The benefit, before deductions. */
  readonly approvedIdr: Rupiah;
  readonly children: readonly EntitledChild[];
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
  /** Everybody who has calculated it. */
  readonly assessorIds: readonly string[];
  /** Everybody who had a hand in the approval, where somebody objected to it with success. */
  readonly deciderIds?: readonly string[];
  /** What was found to be due by the last calculation; undefined until there is one. */
  readonly found?: Due;
  /** Subjects of those who have approved that, where one person is not enough. */
  readonly endorsedBy?: readonly string[];
}

/** What is due by a calculation, and how much of it was not approved. */
export type Due = Pick<
  BenefitReassessed['data'],
  | 'components'
  | 'ruleSetVersion'
  | 'totalIdr'
  | 'differenceIdr'
  | 'givenBack'
  | 'entitledChildren'
  | 'changes'
  | 'paidTooMuch'
  | 'determinedBy'
>;

/** A claim, and what became of it after its approval. */
export interface ClaimAfterApproval {
  readonly claim: ClaimState;
  /** The last calculation before the approval. */
  readonly calculated?: Pick<BenefitCalculated['data'], 'components' | 'ruleSetVersion'>;
  readonly approved?: Approved;
  readonly reassessment?: Reassessment;
}

/** The same streams as `claims`, for whoever looks at an approved claim again. */
export const claimsAfterApproval = view<ClaimAfterApproval, ClaimEvent>(claims, {
  initial: { claim: claims.initial },
  evolve: (state, event) => ({ ...after(state, event), claim: claims.evolve(state.claim, event) }),
});

function after(state: ClaimAfterApproval, event: ClaimEvent): ClaimAfterApproval {
  const { reassessment, ...settled } = state;
  if (event.type === 'BenefitCalculated') return { ...state, calculated: event.data };
  if (event.type === 'BenefitDetermined') {
    const { ruleSetVersion = '' } = state.calculated ?? {};
    return { ...state, calculated: { components: event.data.components, ruleSetVersion } };
  }
  if (event.type === 'ClaimApproved') {
    const { totalIdr, entitledChildren, deduction, parts = [], effectiveOn: on } = event.data;
    const { components, ruleSetVersion } = computedIn(state.calculated);
    const approved = {
      on,
      components: lessParts(components, parts),
      ruleSetVersion,
      parts,
      approvedIdr: totalIdr,
      children: entitledChildren,
      deducted: deduction?.arrears ?? [],
    };
    return { ...state, approved };
  }
  if (event.type === 'ReassessmentOpened') {
    const { effectiveOn, ground, deciderIds = reassessment?.deciderIds } = event.data;
    // One that was under way goes on, for everything now; whoever calculated it still does not approve it.
    const { openedOn = effectiveOn, assessorIds = [] } = reassessment ?? {};
    return {
      ...state,
      reassessment: { openedOn, assessorIds, ...(deciderIds && { deciderIds }), ...(ground && { ground }) },
    };
  }
  if (event.type === 'BenefitReassessed') {
    const { assessorId, effectiveOn } = event.data;
    const { endorsedBy: _before, ...known } = reassessment ?? { openedOn: effectiveOn, assessorIds: [] };
    const assessorIds = [...known.assessorIds, assessorId];
    return isOtherwise(event.data, state.approved)
      ? { ...state, reassessment: { ...known, assessorIds, found: event.data } }
      : settled;
  }
  if (event.type === 'ApprovalEndorsed' && reassessment) {
    const endorsedBy = [...(reassessment.endorsedBy ?? []), event.data.endorserId];
    return { ...state, reassessment: { ...reassessment, endorsedBy } };
  }
  // Another is paid than the first of two has approved.
  if (event.type === 'ClaimTakenOver' && reassessment) {
    const { endorsedBy: _before, ...known } = reassessment;
    return { ...state, reassessment: known };
  }
  if (event.type === 'DifferenceApproved') {
    const { totalIdr, entitledChildren, givenBack = [], effectiveOn: on } = event.data;
    const returned = givenBack.map(({ period }) => period);
    const approved = {
      on,
      ...computedIn(reassessment?.found),
      parts: keepsCuts(reassessment?.ground) ? (state.approved?.parts ?? []) : [],
      approvedIdr: totalIdr,
      children: entitledChildren,
      deducted: (state.approved?.deducted ?? []).filter(({ period }) => !returned.includes(period)),
    };
    return { ...settled, approved };
  }
  return event.type === 'ReassessmentDropped' ? settled : state;
}

const computedIn = (calculation: ClaimAfterApproval['calculated']) => ({
  components: calculation?.components ?? [],
  ruleSetVersion: calculation?.ruleSetVersion ?? '',
});

/** What was cut stays so unless somebody objects, an authority or an agreement says otherwise, or the office looks at all of it again. */
export const keepsCuts = (ground: OpenedAgainBy | undefined): boolean =>
  ground === undefined || ground === 'OPEN_PART';

/** Whether it is more than was approved: money, or a scholarship. */
export const isMore = (
  { differenceIdr, entitledChildren }: Pick<Due, 'differenceIdr' | 'entitledChildren'>,
  approved: Approved | undefined,
): boolean => differenceIdr > 0 || entitledChildren.some((child) => !isEntitledAlready(child, approved));

/** Whether it is more or less than was approved. */
const isOtherwise = (
  due: Pick<Due, 'differenceIdr' | 'entitledChildren' | 'paidTooMuch'>,
  approved: Approved | undefined,
): boolean => isMore(due, approved) || (due.paidTooMuch ?? []).length > 0;

/** Whether what was approved entitles a child. */
export const isEntitledAlready = (
  { childId }: Pick<EntitledChild, 'childId'>,
  approved: Approved | undefined,
): boolean => approved?.children.some((one) => one.childId === childId) ?? false;
