import {
  type ExpectedStep,
  type LocalDate,
  type Rupiah,
  type Turn,
  addDays,
  noMore,
  rupiah,
  sumRupiah,
} from '#kernel';
import { type ServiceProgram, moneyKindOf, serviceDueDate } from '#law';
import type { ClaimComponent } from './claim.events.js';
import type { DocumentKind } from './handed-in.events.js';
import { refusedToApprove, refusedToDeny } from './hands-on-claim.js';
import type { WaitReason } from './left-to-people.events.js';
import { missingAfter } from './missing-papers.js';
import { isOtherwise } from './more-than-approved.js';
import { OF_NOBODY, type OfClaim, stepsByHands } from './steps-by-hands.js';
import { DAYS_OF_PAPERS } from './terms.js';

interface ClaimSteps extends OfClaim {
  readonly programme?: string;
  readonly payBy?: LocalDate;
  /** The law was found to refuse it: it is denied, and not approved. */
  readonly isRefused?: boolean;
  /** Who proposed to deny it last. */
  readonly proposerId?: string;
  readonly missing?: readonly DocumentKind[];
  /** What was expected before a denial was proposed. */
  readonly besideProposal?: ExpectedStep;
}

/** The next step of a claim until it is decided; from the order of a payment on, the payment has one. */
export const claimSteps = stepsByHands<ClaimSteps>(
  'claim',
  OF_NOBODY,
  {
    DECIDE_CLAIM: ({ hands, isRefused }) => (isRefused ? refusedToDeny(hands) : refusedToApprove(hands)),
    DECIDE_DENIAL: ({ hands, proposerId }) => [
      ...new Set([...(proposerId === undefined ? [] : [proposerId]), ...refusedToDeny(hands)]),
    ],
  },
  {
    ClaimSubmitted: ({ hands }, { programme, participantId, office }) => ({
      hands,
      programme,
      participantId,
      office,
    }),
    ClaimTakenOver: withoutProposal,
    DocumentsReceived: withoutProposal,
    DocumentsRequested(state, asked) {
      const { expected } = state;
      const known =
        expected?.step === 'ADD_DOCUMENTS'
          ? { missing: state.missing ?? [], since: expected.since }
          : undefined;
      const { missing, since } = missingAfter(known, asked);
      const dueDays = DAYS_OF_PAPERS.map((days) => addDays(since, days));
      return {
        ...calculatedBefore(state),
        missing,
        expected: { step: 'ADD_DOCUMENTS', turn: 'CLAIMANT', since, dueDays },
      };
    },
    ClaimCompleted: (state, { payBy, effectiveOn }) => toCalculate({ ...state, payBy }, effectiveOn),
    BenefitCalculated: (state, { components, totalIdr, refusal, effectiveOn }) =>
      toDecide(state, { components, totalIdr, isRefused: refusal !== undefined, since: effectiveOn }),
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
    BenefitDetermined: (state, { components, totalIdr, effectiveOn }) =>
      toDecide(state, { components, totalIdr, isRefused: false, since: effectiveOn }),
    HeirsEstablished: withoutProposal,
    ClaimSentBack: (state, { effectiveOn }) => toCalculate(state, effectiveOn),
    DocumentWaived: withoutProposal,
    DenialProposed: (state, { proposerId, effectiveOn }) => ({
      ...state,
      proposerId,
      besideProposal: state.besideProposal ?? state.expected,
      expected: {
        step: 'DECIDE_DENIAL',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays:
          state.payBy && (state.besideProposal ?? state.expected)?.turn !== 'CLAIMANT' ? [state.payBy] : [],
      },
    }),
    ClaimApproved: noMore,
    ClaimDenied: noMore,
    ClaimWithdrawn: noMore,
    ClaimCancelled: noMore,
  },
);

interface ReassessmentSteps extends OfClaim {
  readonly programme?: string;
  readonly openedOn?: LocalDate;
}

/** The next step of what may be due beside what was approved. */
export const reassessmentSteps = stepsByHands<ReassessmentSteps>(
  'reassessment',
  OF_NOBODY,
  { APPROVE_DIFFERENCE: ({ hands }) => refusedToApprove(hands) },
  {
    ClaimSubmitted: ({ hands }, { programme, participantId, office }) => ({
      hands,
      programme,
      participantId,
      office,
    }),
    ReassessmentOpened(state, { effectiveOn }) {
      // One that was under way goes on.
      const { openedOn = effectiveOn, amountIdr: _found, lateIdr: _late, ...known } = state;
      return {
        ...known,
        openedOn,
        expected: {
          step: 'REASSESS_CLAIM',
          turn: 'ADJUDICATOR',
          since: effectiveOn,
          dueDays: [serviceDueDate(state.programme as ServiceProgram, openedOn)],
        },
      };
    },
    BenefitReassessed(state, due) {
      if (!isOtherwise(due, state.hands.entitledIds)) return afresh(state);
      const { differenceIdr, effectiveOn } = due;
      const openedOn = state.openedOn ?? effectiveOn;
      return {
        ...state,
        openedOn,
        amountIdr: differenceIdr,
        lateIdr: differenceIdr,
        expected: {
          step: 'APPROVE_DIFFERENCE',
          turn: 'SUPERVISOR',
          since: effectiveOn,
          dueDays: [serviceDueDate(state.programme as ServiceProgram, openedOn)],
        },
      };
    },
    DifferenceApproved: afresh,
    ReassessmentDropped: afresh,
  },
);

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
    readonly components: readonly ClaimComponent[];
    readonly totalIdr: Rupiah;
    readonly isRefused: boolean;
    readonly since: LocalDate;
  },
): ClaimSteps {
  const { besideProposal: _ended, ...known } = state;
  return {
    ...known,
    isRefused: found.isRefused,
    amountIdr: found.totalIdr,
    lateIdr: toPersons(found.components),
    expected: {
      step: 'DECIDE_CLAIM',
      turn: 'SUPERVISOR',
      since: found.since,
      dueDays: state.payBy ? [state.payBy] : [],
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

/** What was calculated holds no more. */
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
  const { openedOn: _opened, ...known } = noMore(state);
  return known;
}

/** Compensation for a late payment is for what persons are paid in cash (part 2, 4.8). */
function toPersons(components: readonly ClaimComponent[]): Rupiah {
  const late = components.filter(
    ({ code, payee }) => (payee === 'PARTICIPANT' || payee === 'HEIR') && moneyKindOf(code) === 'CASH',
  );
  return rupiah(sumRupiah(late.map(({ amountIdr }) => amountIdr)));
}
