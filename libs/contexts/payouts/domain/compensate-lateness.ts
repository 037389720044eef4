import { type CommandContext, daysBetween } from '#kernel';
import { calculateLatePayment } from '#law';
import { type Lateness, cameLate, cashDueLate } from './lateness.js';
import type { PayoutEvent } from './payout.events.js';
import { stretchesOf } from './standing-still.js';
import { type Stopped, stoppedDays as daysStopped } from './stopped-days.js';

export interface CompensateLatenessInput {
  readonly payoutId: string;
}

/** What is known of the claim that is paid. */
export interface LatenessFacts {
  /** When its heirs disagreed, or it waited for somebody before whose answer nothing is paid: nobody was to be paid. */
  readonly disputes?: readonly Stopped[];
}

/**
 * Finds what a payment that came late owes its payee (ganti rugi keterlambatan): 1 % a calendar day of what a participant or an heir is
 * paid in cash for a claim, from the day after the last one in time until the money arrived, without the days that it stood still for a
 * wrong account, while heirs disagreed or while the claim waited for somebody before nothing is paid. Once, and nothing where it was in time,
 * or of what of it is not due.
 */
export function compensateLateness(
  { payoutId }: CompensateLatenessInput,
  state: Lateness,
  { today }: CommandContext,
  { disputes = [] }: LatenessFacts = {},
): readonly PayoutEvent[] {
  const { order, settledOn, still, found } = state;
  if (!order?.payBy || !settledOn || found) return [];
  const { payBy, participantId } = order;
  const cash = cashDueLate(cameLate(state));
  const stoppedDays = daysStopped([...stretchesOf(still), ...disputes], payBy, settledOn);
  const daysLate = Math.max(0, daysBetween(payBy, settledOn) - stoppedDays);
  if (!cash || daysLate === 0) return [];
  const { program, amountIdr: benefitDue } = cash;
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
