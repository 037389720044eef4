import { type CommandContext, type LocalDate, type Policy, Rejection, enforce } from '#kernel';
import { findingOf, proofOf } from './assessment.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import { NOTHING_PAID_YET, type Unable, daysOf } from './interim.js';
import { interimRefusals } from './interim.refusals.js';
import { noWaitStopsPayment } from './policies/wait.policies.js';
import { type Assessed, type Basis, type InterimAsked, type OpenClaim, payByOf } from './programme.js';

export interface CalculateInterimInput {
  readonly claimId: string;
  /** First and last day of incapacity that is paid for now. */
  readonly unableFrom: LocalDate;
  readonly unableUntil: LocalDate;
  /** The rest certificate: its number, or where it lies in the archive. */
  readonly certificate: string;
  /** Of a wage earner: whether the employer kept paying the wage, and so is paid. */
  readonly wageContinued?: boolean;
}

interface InterimGrounds {
  readonly claim: OpenClaim;
  readonly unable: Unable;
  readonly today: LocalDate;
}

/** It is paid month by month: thirty days are a month of incapacity. */
const DAYS_OF_A_MONTH = 30;

const daysThatPassed: Policy<InterimGrounds> = {
  name: 'days-that-passed',
  check: ({ unable: { until }, today }) =>
    until > today ? interimRefusals.UNABLE_IN_FUTURE({ today }) : undefined,
};

const afterTheEvent: Policy<InterimGrounds> = {
  name: 'after-the-event',
  check: ({ unable: { from }, claim: { eventDate } }) =>
    from < eventDate ? interimRefusals.UNABLE_BEFORE_EVENT({ eventDate }) : undefined,
};

const aWholeMonth: Policy<InterimGrounds> = {
  name: 'a-whole-month',
  check: ({ unable }) =>
    daysOf(unable) < DAYS_OF_A_MONTH
      ? interimRefusals.NOT_A_WHOLE_MONTH({ days: DAYS_OF_A_MONTH })
      : undefined,
};

const noDayTwice: Policy<InterimGrounds> = {
  name: 'no-day-twice',
  check({ claim: { interim }, unable }) {
    const { paidFor } = interim ?? NOTHING_PAID_YET;
    if (paidFor.includes(undefined)) return interimRefusals.DAYS_ERASED();
    const isPaid = paidFor.some((paid) => paid && paid.from <= unable.until && unable.from <= paid.until);
    return isPaid ? interimRefusals.DAYS_ALREADY_PAID() : undefined;
  },
};

/** In this order; the first refusal wins. */
const INTERIM_POLICIES: readonly Policy<InterimGrounds>[] = [
  noWaitStopsPayment,
  daysThatPassed,
  afterTheEvent,
  aWholeMonth,
  noDayTwice,
];

/**
 * Computes what is due for a time of incapacity that has passed, before the end of the treatment (pembayaran STMB berkala). Months of the
 * accident run on, and so do the bands of the law; what was paid is deducted.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, the code of the first interim policy that objects,
 *   `NOTHING_INTERIM`, `LAW_GIVES_NO_INTERIM`, `NOTHING_MORE_YET`, or as the programme's `interim` does
 */
export function calculateInterim(
  { claimId, unableFrom, unableUntil, certificate, wageContinued }: CalculateInterimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, ['INCOMPLETE', 'COMPLETE', 'WAITING']));
  const unable = { from: unableFrom, until: unableUntil };
  enforce(INTERIM_POLICIES, { claim, unable, today });
  const assessed = interimDue(claim, basis, {
    unable,
    ...(wageContinued !== undefined && { wageContinued }),
  });
  const { components, totalIdr } = findingOf(assessed);
  if (totalIdr <= 0) throw new Rejection(interimRefusals.NOTHING_MORE_YET());
  return [
    {
      type: 'InterimCalculated',
      data: {
        claimId,
        participantId: claim.participantId,
        assessorId: actor.id,
        ruleSetVersion: assessed.calculation.ruleSetVersion,
        components,
        totalIdr,
        payBy: payByOf(basis, today),
        effectiveOn: today,
        health: { unableFrom, unableUntil, certificate, ...proofOf(assessed) },
      },
    },
  ];
}

/** @throws Rejection `NOTHING_INTERIM`, `LAW_GIVES_NO_INTERIM`, or as the programme's `interim` does */
export function interimDue(
  claim: OpenClaim,
  { programme, facts }: Basis,
  { unable, wageContinued }: { readonly unable: Unable; readonly wageContinued?: boolean },
): Assessed {
  if (!programme.interim) throw new Rejection(interimRefusals.NOTHING_INTERIM());
  const { paidIdr, paidFor } = claim.interim ?? NOTHING_PAID_YET;
  const before = paidFor.reduce((days, paid) => days + (paid ? daysOf(paid) : 0), 0);
  const asked: InterimAsked = {
    days: before + daysOf(unable),
    paidIdr,
    ...(wageContinued !== undefined && { wageContinued }),
  };
  const assessed = programme.interim(claim, facts, asked);
  const { decision } = assessed.calculation;
  if (decision) throw new Rejection(interimRefusals.LAW_GIVES_NO_INTERIM({ decision }));
  return assessed;
}
