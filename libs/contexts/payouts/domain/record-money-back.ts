import { type CommandContext, type LocalDate, type Rupiah, Rejection } from '#kernel';
import type { MoneyBackFrom, MoneyBackReason, PayoutEvent } from './payout.events.js';
import { type KnownPayout, type PayoutState, known } from './payout.js';
import { payoutRefusals } from './refusals.js';

export interface RecordMoneyBackInput {
  readonly payoutId: string;
  readonly from: MoneyBackFrom;
  readonly reason: MoneyBackReason;
  /** Under which the money came in. */
  readonly bankReference: string;
  readonly on: LocalDate;
  /** What came back: the whole payment. */
  readonly amountIdr: Rupiah;
  /** Number of the paper that shows it: the bank's line, or the statement of whoever gave it back. */
  readonly reference: string;
}

/**
 * Records that money came back which had arrived (uang kembali setelah lunas): a bank returns a credited payment, or whoever was paid
 * gives it back. It is to be paid again, to another account or to others, or given up where it is not owed. Saying it again changes
 * nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_SETTLED`, `OWED_AS_RECEIVABLE`, `RESULT_IN_FUTURE`, `DATES_OUT_OF_ORDER`, `PART_CAME_BACK_BEFORE`,
 *   `PART_CAME_BACK`
 */
export function recordMoneyBack(
  { on, ...said }: RecordMoneyBackInput,
  state: PayoutState,
  { actor, today }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  if (isKnown(payout, said.bankReference, on)) return [];
  if (payout.situation !== 'SETTLED') throw new Rejection(payoutRefusals.NOT_SETTLED(payout));
  // What is owed of it is paid by what came in: only the rest is the payment's own.
  if (payout.isRedirected || payout.askedBack) throw new Rejection(payoutRefusals.OWED_AS_RECEIVABLE());
  if (on > today) throw new Rejection(payoutRefusals.RESULT_IN_FUTURE({ today }));
  if (on < payout.lastStepOn) throw new Rejection(payoutRefusals.DATES_OUT_OF_ORDER(payout));
  const { amountIdr: paidIdr } = payout;
  if (payout.partsBack) throw new Rejection(payoutRefusals.PART_CAME_BACK_BEFORE());
  if (said.amountIdr !== paidIdr) throw new Rejection(payoutRefusals.PART_CAME_BACK({ paidIdr }));
  return [
    {
      type: 'SettledPayoutReturned',
      data: { ...said, recorderId: actor.id, returnedOn: on, effectiveOn: on },
    },
  ];
}

const isKnown = ({ moneyBack }: KnownPayout, bankReference: string, on: LocalDate): boolean =>
  moneyBack?.bankReference === bankReference && moneyBack.on === on;
