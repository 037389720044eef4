import {
  type EventOf,
  type ExpectedStep,
  type Expecting,
  type LocalDate,
  type OtherStep,
  type Rupiah,
  type Turn,
  addDays,
  keyWasDestroyed,
} from '#kernel';
import { isOfHeirs, isOfParticipant } from './late-cash.js';
import { type CameLate, cashDueLate } from './lateness.js';
import { type PaymentOfClaim, paymentOfClaim } from './payment-of-claim.js';
import type { PayoutEvent, PayoutOrdered } from './payout.events.js';
import { isBody } from './payout-state.js';
import { type InTime, NEVER_STOOD_STILL, type StandsStill, inTime, stretchesOf } from './standing-still.js';
import type { Stopped } from './stopped-days.js';

/** What is known of a payment whose next step is told. */
export interface PayoutSteps extends Expecting {
  readonly payBy?: LocalDate;
  /** The claim that gives the right to a school year; unknown of what an earlier release ordered. */
  readonly rightBy?: string | undefined;
  /** When it stood still for its payee; missing of a body, whose account is its own affair. */
  readonly still?: StandsStill;
  /** As its claim asks for it that says when it was not to be made; and when that was. */
  readonly ofClaim?: PaymentOfClaim;
  readonly notToBePaid?: readonly Stopped[];
  /** When the money arrived, by what somebody entered and nobody has confirmed. */
  readonly enteredOn?: LocalDate;
  /** What of it a delay costs, as far as it is due; missing where a delay owes nothing. */
  readonly late?: CameLate;
  /** A PLKK or an employer, whose account is kept with it. */
  readonly isBody?: boolean;
  /** Whoever did one of these does not tell the bank. */
  readonly notInstructedBy?: ExpectedStep['barring'];
  /** Who recorded that money came back: they do not give it up. */
  readonly returnedBy?: string;
  /** Who gave the account that it is paid to, where it is not the one of the order: they do not tell the bank. */
  readonly correctorId?: string;
  /** Who had it paid to others than it was approved for: they do not tell the bank. */
  readonly redirectorId?: string;
  /** What is paid to heirs waits while they disagree about the claim, and goes to others where that ended so. */
  readonly ofHeirs?: OfHeirs;
  /** The heir was recorded in place of a participant who lives after all: a supervisor has it go back. */
  readonly isNotTheirs?: true;
  /** What it is for was taken back: a supervisor gives it up. Kept is what was expected before, should it have happened after all. */
  readonly revoked?: Pick<PayoutSteps, 'expected'>;
  /** The bank was told, and has not said what became of it. */
  readonly isAtBank?: true;
  /** Nobody came for it: since when it is given up. A payee who lives after all is paid it again. */
  readonly nobodysSince?: LocalDate | undefined;
  /** So much of it was found not to be due. */
  readonly notDueIdr?: Rupiah;
  /** The person was erased, and the account with them: nobody can pay it. */
  readonly isErased?: true;
}

interface OfHeirs {
  readonly claimId: string;
  /** Which heir is paid; where none was established, whether heirs are at all, or the participant. */
  readonly party: string;
}

/** The dispute about its claim, for whom it is paid. */
export const disputeOf = ({ claimId, party }: OfHeirs): OtherStep => ({
  kind: 'CLAIM',
  id: claimId,
  slot: 'dispute',
  party,
});

/** What no law names a day for is decided, paid, and paid again where it came back, within so many days (D): no wait is without end. */
export const DONE_WITHIN_DAYS = 14;

/** It waits for somebody, until the day by which it is paid. */
export const next = (
  state: PayoutSteps,
  step: string,
  turn: Turn,
  since: LocalDate,
  more: Omit<ExpectedStep, 'step' | 'turn' | 'since' | 'dueDays'> = {},
): PayoutSteps => timed({ ...state, expected: { step, turn, since, dueDays: [since], ...more } });

const inTimeAfter = (
  day: LocalDate,
  { still = NEVER_STOOD_STILL, notToBePaid = [], enteredOn }: PayoutSteps,
): InTime => inTime(day, [...stretchesOf(still), ...notToBePaid], enteredOn);

/** Until when a payment is in time; undefined where nothing says so. */
export const paidInTime = (state: PayoutSteps): InTime | undefined =>
  state.payBy && inTimeAfter(state.payBy, state);

/**
 * By when the step is to be done: days on which it stood still are nobody's. Somebody looks after what stands still all the same, within
 * the days of what no law names a day for.
 */
export function timed(state: PayoutSteps): PayoutSteps {
  const { expected, payBy, revoked, late } = state;
  if (!expected) return state;
  const { since, step } = expected;
  const day = revoked ? undefined : payBy;
  const { until, stillSince, costsUntil } = inTimeAfter(day ?? addDays(since, DONE_WITHIN_DAYS), state);
  const asked = stillSince && addDays(stillSince, DONE_WITHIN_DAYS);
  const dueOn = asked && asked > until ? asked : until;
  return {
    ...state,
    lateIdr: late && !revoked ? cashDueLate(late)?.amountIdr : undefined,
    inTimeUntil: until,
    costsUntil,
    expected: { ...expected, dueDays: step === 'CONFIRM_SETTLEMENT' ? expected.dueDays : [dueOn] },
  };
}

/** The same once it is known when its claim said that it was not to be made. */
export const afterStandstill = (state: PayoutSteps, notToBePaid: readonly Stopped[]): PayoutSteps =>
  timed({ ...state, notToBePaid });

/** It stands still, or does no more. */
export const stood = (state: PayoutSteps, after: (still: StandsStill) => StandsStill): PayoutSteps =>
  timed({ ...state, ...(state.still && { still: after(state.still) }) });

/** By when it is paid again where it had arrived: what it was due by is over, and was kept or not. */
export const dueAgainBy = (returnedOn: LocalDate): LocalDate => addDays(returnedOn, DONE_WITHIN_DAYS);

type WithAccount = Pick<EventOf<PayoutEvent, 'PayoutAccountCorrected'>['data'], 'person'>;

/** Nobody can pay whose key was destroyed. */
export const erasedWith = ({ person }: Partial<WithAccount>): Pick<PayoutSteps, 'isErased'> =>
  person && keyWasDestroyed(person) ? { isErased: true } : {};

/** What came late to heirs waits for them as what they were paid does; and a participant may have died, so that it is theirs. */
export function paidToHeirs(data: PayoutOrdered['data']): Pick<PayoutSteps, 'ofHeirs'> {
  const { source, heirId } = data;
  const claimId = source.kind === 'CLAIM' ? source.id : source.claimId;
  if (claimId === undefined || !(isOfHeirs(data) || isOfParticipant(data))) return {};
  return { ofHeirs: { claimId, party: heirId ?? (isOfHeirs(data) ? 'HEIR' : 'PARTICIPANT') } };
}

/** When it stood still so far, and how its claim says when it was not to be made. */
export function standsStill(data: PayoutOrdered['data']): Pick<PayoutSteps, 'still' | 'ofClaim'> {
  const { stopped = [] } = data;
  const ofClaim = paymentOfClaim(data);
  return { ...(!isBody(data) && { still: { stopped } }), ...(ofClaim && { ofClaim }) };
}
