import {
  type ExpectedStep,
  type Expecting,
  type LocalDate,
  type Rupiah,
  type Turn,
  addDays,
  noMore,
  rupiah,
  steps,
  sumRupiah,
} from '#kernel';
import { type ServiceProgram, moneyKindOf, serviceDueDate } from '#law';
import type { ClaimComponent, ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import type { WaitReason } from './left-to-people.events.js';

/** Days after which whoever claims is reminded of missing documents, twice, and after which the claim may be denied for them. */
const REMINDED_OF_PAPERS = [14, 30, 60] as const;

interface ClaimSteps extends Expecting {
  readonly programme?: string;
  readonly payBy?: LocalDate;
  /** Who handed it in or gave its account, and who has calculated it: they do not decide it. */
  readonly handedInBy?: readonly string[];
  readonly assessorIds?: readonly string[];
  /** Who answered what was found of it: they do not approve it. */
  readonly doubtsSettledBy?: readonly string[];
  /** Who had a hand in a decision that was objected to with success. */
  readonly decidedBefore?: readonly string[];
  readonly missing?: readonly string[];
  /** What was expected before a denial was proposed. */
  readonly besideProposal?: ExpectedStep;
}

/** The next step of a claim until it is decided; from the order of a payment on, the payment has one. */
export const claimSteps = steps<ClaimSteps, ClaimEvent>(
  claims,
  'claim',
  {},
  {
    ClaimSubmitted: (_none, { programme, participantId, office, submitterId }) => ({
      programme,
      participantId,
      office,
      handedInBy: submitterId === undefined ? [] : [submitterId],
    }),
    ClaimTakenOver(before, { takerId }) {
      const state = withoutProposal(before);
      const { expected, handedInBy = [] } = state;
      return {
        ...state,
        handedInBy: [...handedInBy, takerId],
        ...(expected?.notBy && { expected: { ...expected, notBy: [...expected.notBy, takerId] } }),
      };
    },
    DocumentsRequested(state, { missing, effectiveOn }) {
      // Whoever claims has the whole time for what was asked for last.
      const known = state.expected?.step === 'ADD_DOCUMENTS' ? (state.missing ?? []) : [];
      const asksForMore = missing.some((kind) => !known.includes(kind));
      const since = asksForMore ? effectiveOn : (state.expected?.since ?? effectiveOn);
      const dueDays = REMINDED_OF_PAPERS.map((days) => addDays(since, days));
      return {
        ...calculatedBefore(state),
        missing,
        expected: { step: 'ADD_DOCUMENTS', turn: 'CLAIMANT', since, dueDays },
      };
    },
    ClaimCompleted: (state, { payBy, effectiveOn }) => toCalculate({ ...state, payBy }, effectiveOn),
    BenefitCalculated: (state, { assessorId, components, totalIdr, effectiveOn }) =>
      toDecide(state, { assessorId, components, totalIdr, since: effectiveOn }),
    ClaimHeld: (state, { settleBy, effectiveOn }) => ({
      ...calculatedBefore(state),
      expected: {
        step: 'PAY_ARREARS',
        turn: 'CLAIMANT',
        since: effectiveOn,
        dueDays: settleBy ? [settleBy] : [],
      },
    }),
    ClaimResumed: (state, { payBy, effectiveOn }) => toCalculate({ ...state, payBy }, effectiveOn),
    WaitBegun: (state, { reason, until, effectiveOn }) => ({
      ...calculatedBefore(state),
      expected: { step: 'ANSWER', turn: TURN_OF_WAIT[reason], since: effectiveOn, dueDays: [until] },
    }),
    WaitEnded: (state, { payBy, effectiveOn }) => toCalculate({ ...state, payBy }, effectiveOn),
    BenefitDetermined: (state, { assessorId, components, totalIdr, effectiveOn }) =>
      toDecide(state, { assessorId, components, totalIdr, since: effectiveOn }),
    HeirsEstablished(before, { establisherId }) {
      const state = withoutProposal(before);
      const { expected, handedInBy = [] } = state;
      return {
        ...state,
        handedInBy: [...handedInBy, establisherId],
        ...(expected?.notBy && { expected: { ...expected, notBy: [...expected.notBy, establisherId] } }),
      };
    },
    ApprovalEndorsed: endorsed,
    DoubtSettled: (state, { settlerId }) => ({
      ...(state.expected?.step === 'DECIDE_CLAIM' ? notBy(state, settlerId) : state),
      doubtsSettledBy: [...(state.doubtsSettledBy ?? []), settlerId],
    }),
    ClaimSentBack: (state, { effectiveOn }) => toCalculate(state, effectiveOn),
    DocumentWaived: withoutProposal,
    DenialProposed: (state, { proposerId, effectiveOn }) => ({
      ...state,
      besideProposal: state.besideProposal ?? state.expected,
      expected: {
        step: 'DECIDE_DENIAL',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays:
          state.payBy && (state.besideProposal ?? state.expected)?.turn !== 'CLAIMANT' ? [state.payBy] : [],
        notBy: [
          proposerId,
          ...(state.assessorIds ?? []),
          ...(state.handedInBy ?? []),
          ...(state.decidedBefore ?? []),
        ],
      },
    }),
    ClaimReopened: (state, { deciderIds }) => ({
      ...state,
      ...(deciderIds && { decidedBefore: deciderIds }),
    }),
    ClaimApproved: noMore,
    ClaimDenied: noMore,
    ClaimWithdrawn: noMore,
    ClaimCancelled: noMore,
  },
);

interface ReassessmentSteps extends Expecting {
  readonly programme?: string;
  readonly openedOn?: LocalDate;
  readonly assessorIds?: readonly string[];
  readonly handedInBy?: readonly string[];
  readonly decidedBefore?: readonly string[];
  readonly childIds?: readonly string[];
}

/** The next step of what may be due beside what was approved. */
export const reassessmentSteps = steps<ReassessmentSteps, ClaimEvent>(
  claims,
  'reassessment',
  {},
  {
    ClaimSubmitted: (_none, { programme, participantId, office, submitterId }) => ({
      programme,
      participantId,
      office,
      handedInBy: submitterId === undefined ? [] : [submitterId],
    }),
    ClaimApproved: (state, { entitledChildren }) => ({
      ...state,
      childIds: entitledChildren.map(({ childId }) => childId),
    }),
    ReassessmentOpened(state, { effectiveOn, deciderIds }) {
      // One that was under way goes on.
      const { openedOn = effectiveOn, amountIdr: _found, lateIdr: _late, ...known } = state;
      return {
        ...known,
        ...(deciderIds && { decidedBefore: deciderIds }),
        openedOn,
        expected: {
          step: 'REASSESS_CLAIM',
          turn: 'ADJUDICATOR',
          since: effectiveOn,
          dueDays: [serviceDueDate(state.programme as ServiceProgram, openedOn)],
        },
      };
    },
    BenefitReassessed(state, { assessorId, differenceIdr, entitledChildren, paidTooMuch, effectiveOn }) {
      const isMore =
        differenceIdr > 0 || entitledChildren.some(({ childId }) => !state.childIds?.includes(childId));
      if (!isMore && paidTooMuch === undefined) return afresh(state);
      const openedOn = state.openedOn ?? effectiveOn;
      const assessorIds = [...(state.assessorIds ?? []), assessorId];
      return {
        ...state,
        openedOn,
        assessorIds,
        amountIdr: differenceIdr,
        lateIdr: differenceIdr,
        expected: {
          step: 'APPROVE_DIFFERENCE',
          turn: 'SUPERVISOR',
          since: effectiveOn,
          dueDays: [serviceDueDate(state.programme as ServiceProgram, openedOn)],
          notBy: [...assessorIds, ...(state.handedInBy ?? []), ...(state.decidedBefore ?? [])],
        },
      };
    },
    ApprovalEndorsed: endorsed,
    DifferenceApproved: (state, { entitledChildren }) => ({
      ...afresh(state),
      childIds: [...(state.childIds ?? []), ...entitledChildren.map(({ childId }) => childId)],
    }),
    ReassessmentDropped: afresh,
  },
);

/** Whoever approved as the first of several waits for another one. */
function endorsed<State extends Expecting>(
  state: State,
  { endorserId }: { readonly endorserId: string },
): State {
  return notBy(state, endorserId);
}

function notBy<State extends Expecting>(state: State, id: string): State {
  const { expected } = state;
  return expected ? { ...state, expected: { ...expected, notBy: [...(expected.notBy ?? []), id] } } : state;
}

/** Whose turn it is while a claim waits for somebody who is neither the office nor whoever claims. */
const TURN_OF_WAIT: Readonly<Record<WaitReason, Turn>> = {
  MEDICAL_ADVICE: 'OUTSIDE',
  INSPECTOR: 'OUTSIDE',
  COURT: 'OUTSIDE',
  HEIR_DISPUTE: 'FAMILY',
  OTHER_PAYER: 'OUTSIDE',
  EMPLOYER: 'REPORTER',
  IDENTITY: 'CLAIMANT',
  TREATMENT: 'FACILITY',
};

/** It was calculated, or a person said what is due: a second one decides. */
function toDecide(
  state: ClaimSteps,
  found: {
    readonly assessorId: string;
    readonly components: readonly ClaimComponent[];
    readonly totalIdr: Rupiah;
    readonly since: LocalDate;
  },
): ClaimSteps {
  const assessorIds = [...new Set([...(state.assessorIds ?? []), found.assessorId])];
  const { besideProposal: _ended, ...known } = state;
  return {
    ...known,
    assessorIds,
    amountIdr: found.totalIdr,
    lateIdr: toPersons(found.components),
    expected: {
      step: 'DECIDE_CLAIM',
      turn: 'SUPERVISOR',
      since: found.since,
      dueDays: state.payBy ? [state.payBy] : [],
      notBy: [
        ...assessorIds,
        ...(state.handedInBy ?? []),
        ...(state.doubtsSettledBy ?? []),
        ...(state.decidedBefore ?? []),
      ],
    },
  };
}

function toCalculate(state: ClaimSteps, since: LocalDate): ClaimSteps {
  const { payBy } = state;
  return {
    ...calculatedBefore(state),
    expected: { step: 'CALCULATE_BENEFIT', turn: 'ADJUDICATOR', since, dueDays: payBy ? [payBy] : [] },
  };
}

/** What was calculated holds no more, and whoever did it still does not decide. */
function calculatedBefore(state: ClaimSteps): ClaimSteps {
  const {
    amountIdr: _amount,
    lateIdr: _late,
    besideProposal: _proposal,
    missing: _missing,
    ...known
  } = state;
  return known;
}

function withoutProposal({ besideProposal, ...state }: ClaimSteps): ClaimSteps {
  return besideProposal ? { ...state, expected: besideProposal } : state;
}

function afresh(state: ReassessmentSteps): ReassessmentSteps {
  const { assessorIds: _assessors, openedOn: _opened, decidedBefore: _deciders, ...known } = noMore(state);
  return known;
}

/** Compensation for a late payment is for what persons are paid in cash (part 2, 4.8). */
function toPersons(components: readonly ClaimComponent[]): Rupiah {
  const late = components.filter(
    ({ code, payee }) => (payee === 'PARTICIPANT' || payee === 'HEIR') && moneyKindOf(code) === 'CASH',
  );
  return rupiah(sumRupiah(late.map(({ amountIdr }) => amountIdr)));
}
