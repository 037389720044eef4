import { type ExpectedStep, type LocalDate, type Rupiah, noMore, rupiah, totalOf } from '#kernel';
import { type ServiceProgram, moneyKindOf, serviceDueDate, stepDueBy } from '#law';
import type { ClaimComponent } from './claim.events.js';
import type { DocumentKind } from './handed-in.events.js';
import { refusedToApprove, refusedToDeny } from './hands-on-claim.js';
import { missingAfter } from './missing-papers.js';
import { isOtherwise } from './more-than-approved.js';
import { levelToDeny } from './denial-reasons.js';
import { weighedOf } from './policies/authority.policies.js';
import { OF_NOBODY, type OfClaim, handedIn, stepsByHands } from './steps-by-hands.js';
import { TURN_OF_WAIT, papersDue } from './terms.js';

interface ClaimSteps extends OfClaim {
  readonly programme?: string;
  /** What was paid of it before its end: it counts with what is decided. */
  readonly interimsIdr?: Rupiah;
  readonly payBy?: LocalDate;
  /** The law was found to refuse it, or to give nothing: it is denied, and not approved. */
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
    ClaimSubmitted: (state, data) => ({ ...handedIn(state, data), programme: data.programme }),
    ClaimTakenOver: withoutProposal,
    DocumentsReceived: withoutProposal,
    DocumentsRequested(state, asked) {
      const { expected } = state;
      const known =
        expected?.step === 'ADD_DOCUMENTS'
          ? { missing: state.missing ?? [], since: expected.since }
          : undefined;
      const { missing, since } = missingAfter(known, asked);
      const dueDays = papersDue(since);
      return {
        ...calculatedBefore(state),
        missing,
        expected: { step: 'ADD_DOCUMENTS', turn: 'CLAIMANT', since, dueDays },
      };
    },
    ClaimCompleted: (state, { payBy, effectiveOn }) => toCalculate({ ...state, payBy }, effectiveOn),
    BenefitCalculated(state, { components, totalIdr, refusal, entitledChildren, effectiveOn }) {
      const isNothing = totalIdr === 0 && entitledChildren.length === 0 && !state.interimsIdr;
      const isRefused = refusal !== undefined || isNothing;
      return toDecide(state, { components, totalIdr, isRefused, since: effectiveOn });
    },
    ClaimHeld: (state, { settleBy, effectiveOn }) => ({
      ...calculatedBefore(state),
      expected: {
        step: 'PAY_ARREARS',
        turn: 'CLAIMANT',
        since: effectiveOn,
        dueDays: [settleBy ?? stepDueBy('ARREARS', effectiveOn)],
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
    InterimApproved: (state, { totalIdr }) => withInterims(state, totalIdr),
    InterimPaidTooMuch: (state, { amountIdr }) => withInterims(state, 0 - amountIdr),
    DenialProposed: (state, { proposerId, reason, effectiveOn }) => ({
      ...state,
      proposerId,
      besideProposal: state.besideProposal ?? state.expected,
      expected: {
        step: 'DECIDE_DENIAL',
        turn: 'SUPERVISOR',
        decidesClaim: true,
        since: effectiveOn,
        level: levelToDeny(reason),
        dueDays: [
          (state.besideProposal ?? state.expected)?.turn === 'CLAIMANT'
            ? stepDueBy('DENIAL', effectiveOn)
            : payableBy(state, effectiveOn),
        ],
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
  readonly interimsIdr?: Rupiah;
}

/** The next step of what may be due beside what was approved. */
export const reassessmentSteps = stepsByHands<ReassessmentSteps>(
  'reassessment',
  OF_NOBODY,
  {
    REASSESS_CLAIM: ({ hands }) => hands.decidedBefore,
    APPROVE_DIFFERENCE: ({ hands }) => refusedToApprove(hands),
  },
  {
    ClaimSubmitted: (state, data) => ({ ...handedIn(state, data), programme: data.programme }),
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
      const { differenceIdr, approvedIdr, components, effectiveOn } = due;
      // Also what is asked back was approved once, and is decided by whoever might approve it.
      const totalIdr = rupiah(Math.max(due.totalIdr, approvedIdr) + (state.interimsIdr ?? 0));
      const openedOn = state.openedOn ?? effectiveOn;
      return {
        ...state,
        openedOn,
        amountIdr: differenceIdr,
        lateIdr: differenceIdr,
        expected: {
          step: 'APPROVE_DIFFERENCE',
          turn: 'SUPERVISOR',
          decidesClaim: true,
          since: effectiveOn,
          weighed: weighedOf({ components, totalIdr }),
          dueDays: [serviceDueDate(state.programme as ServiceProgram, openedOn)],
        },
      };
    },
    InterimApproved: (state, { totalIdr }) => withInterims(state, totalIdr),
    InterimPaidTooMuch: (state, { amountIdr }) => withInterims(state, 0 - amountIdr),
    DifferenceApproved: afresh,
    ReassessmentDropped: afresh,
  },
);

/** What is asked back was not paid. */
const withInterims = <State extends { readonly interimsIdr?: Rupiah }>(
  state: State,
  moreIdr: number,
): State => ({
  ...state,
  interimsIdr: rupiah(Math.max(0, (state.interimsIdr ?? 0) + moreIdr)),
});

/** Earlier releases did not say by when: the service days run from now then. */
const payableBy = ({ payBy, programme }: ClaimSteps, since: LocalDate): LocalDate =>
  payBy ?? serviceDueDate(programme as ServiceProgram, since);

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
  const { components, isRefused } = found;
  const totalIdr = rupiah(found.totalIdr + (state.interimsIdr ?? 0));
  return {
    ...known,
    isRefused,
    amountIdr: found.totalIdr,
    lateIdr: toPersons(components),
    expected: {
      step: 'DECIDE_CLAIM',
      turn: 'SUPERVISOR',
      decidesClaim: true,
      since: found.since,
      // Whom a denial takes follows from its reason, and from no sum.
      ...(!isRefused && { weighed: weighedOf({ components, totalIdr }) }),
      dueDays: [payableBy(state, found.since)],
    },
  };
}

function toCalculate(state: ClaimSteps, since: LocalDate): ClaimSteps {
  const dueDays = [payableBy(state, since)] as const;
  return {
    ...calculatedBefore(state),
    expected: { step: 'CALCULATE_BENEFIT', turn: 'ADJUDICATOR', since, dueDays },
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
  return totalOf(late);
}
