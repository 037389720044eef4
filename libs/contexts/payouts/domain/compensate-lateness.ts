import {
  type CommandContext,
  type LocalDate,
  type Rupiah,
  ZERO_RUPIAH,
  assertNever,
  daysBetween,
  rupiah,
  view,
} from '#kernel';
import { calculateLatePayment, fundOf, moneyKindOf } from '#law';
import type { PayoutEvent, PayoutOrdered, ReturnReason } from './payout.events.js';
import { payouts } from './payout.js';

/** What is known of how late a payment came. */
export interface Lateness {
  readonly order?: PayoutOrdered['data'];
  readonly settledOn?: LocalDate;
  /** Since when it stands still for an account that was wrong. */
  readonly stoppedSince?: LocalDate;
  readonly stoppedDays: number;
  readonly isCompensated: boolean;
}

/** What a payee answers for: days until another account is confirmed are not the office's. What only the bank refused is not among them. */
const OF_PAYEE: readonly ReturnReason[] = ['ACCOUNT_CLOSED', 'ACCOUNT_UNKNOWN', 'NAME_MISMATCH'];

/** The same streams as `payouts`, for whoever asks how late a payment came. */
export const lateness = view<Lateness, PayoutEvent>(payouts, {
  initial: { stoppedDays: 0, isCompensated: false },
  evolve(state, event) {
    switch (event.type) {
      case 'PayoutOrdered':
        return { ...state, order: event.data };
      case 'PayoutReturned': {
        const { reason, returnedOn } = event.data;
        return OF_PAYEE.includes(reason) ? { ...state, stoppedSince: returnedOn } : state;
      }
      case 'PayoutAccountConfirmed': {
        const { stoppedSince, ...going } = state;
        return {
          ...going,
          stoppedDays: state.stoppedDays + lateDays(stoppedSince, event.data.effectiveOn, state),
        };
      }
      case 'PayoutSettled':
        return { ...state, settledOn: event.data.settledOn };
      case 'LateCompensationFound':
        return { ...state, isCompensated: true };
      case 'PayoutInstructed':
      case 'PayoutAccepted':
      case 'PayoutAccountCorrected':
      case 'PayoutCancelled':
        return state;
      default:
        return assertNever(event, 'payout event');
    }
  },
});

/** Days that it stood still after the last day on which it was in time: those before cost nothing. */
function lateDays(since: LocalDate | undefined, until: LocalDate, { order }: Lateness): number {
  if (since === undefined || order?.payBy === undefined) return 0;
  return Math.max(0, daysBetween(since > order.payBy ? since : order.payBy, until));
}

export interface CompensateLatenessInput {
  readonly payoutId: string;
}

/**
 * Finds what a payment that came late owes its payee (ganti rugi keterlambatan): 1 % a calendar day of what a participant or an heir is
 * paid in cash for a claim, from the day after the last one in time until the money arrived, without the days that it stood still for a
 * wrong account. Once, and nothing where it was in time.
 */
export function compensateLateness(
  { payoutId }: CompensateLatenessInput,
  { order, settledOn, stoppedDays, isCompensated }: Lateness,
  { today }: CommandContext,
): readonly PayoutEvent[] {
  if (!order?.payBy || !settledOn || isCompensated) return [];
  const { payBy, participantId, payee, source } = order;
  const program = order.componentCodes.map(fundOf).find((fund) => fund === 'JKK' || fund === 'JKM');
  const isPerson = source.kind === 'CLAIM' && (payee === 'PARTICIPANT' || payee === 'HEIR');
  const daysLate = Math.max(0, daysBetween(payBy, settledOn) - stoppedDays);
  const benefitDue = cashOf(order);
  if (!isPerson || program === undefined || daysLate === 0 || benefitDue === 0) return [];
  const { totalIdr, ruleSetVersion, components } = calculateLatePayment({ benefitDue, daysLate, program });
  const [line] = components;
  if (!line || totalIdr === 0) return [];
  return [
    {
      type: 'LateCompensationFound',
      data: {
        payoutId,
        participantId,
        payBy,
        settledOn,
        stoppedDays,
        daysLate,
        benefitDueIdr: benefitDue,
        amountIdr: totalIdr,
        law: line.law,
        article: line.article,
        ruleSetVersion,
        effectiveOn: today,
      },
    },
  ];
}

/** Care is no cash, and what was deducted was not paid late. */
function cashOf({ amountIdr, careIdr = ZERO_RUPIAH, componentCodes }: PayoutOrdered['data']): Rupiah {
  const isCare = componentCodes.every((code) => moneyKindOf(code) === 'CARE');
  return rupiah(isCare ? 0 : Math.max(0, amountIdr - careIdr));
}
