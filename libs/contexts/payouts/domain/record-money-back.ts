import { type CommandContext, type LocalDate, type Rupiah, Rejection } from '#kernel';
import type { MoneyBackFrom, MoneyBackReason } from './money-back.events.js';
import type { PayoutEvent } from './payout.events.js';
import type { KnownPayout, PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { bankRefusals } from './bank.refusals.js';
import { moneyBackRefusals } from './money-back.refusals.js';
import { payeeRefusals } from './payee.refusals.js';
import { payoutRefusals } from './refusals.js';
import { askedBackBy, isAskedBack } from './what-is-due.js';

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
  if (payout.situation !== 'SETTLED') throw new Rejection(moneyBackRefusals.NOT_SETTLED(payout));
  // What a payee gives back of what they owe pays that. What the bank returns nobody has any more, nor owes.
  const isOwed = isAskedBack(payout) && said.from === 'PAYEE' && said.reason === 'NOT_OWED';
  if (payout.isRedirected || isOwed) throw new Rejection(payeeRefusals.OWED_AS_RECEIVABLE());
  if (on > today) throw new Rejection(bankRefusals.RESULT_IN_FUTURE({ today }));
  if (on < payout.lastStepOn) throw new Rejection(payoutRefusals.DATES_OUT_OF_ORDER(payout));
  const { amountIdr: paidIdr } = payout;
  if (payout.partsBack && !(said.from === 'BANK' && mayComeBackYet(payout))) {
    throw new Rejection(moneyBackRefusals.PART_CAME_BACK_BEFORE());
  }
  if (said.amountIdr !== paidIdr) throw new Rejection(moneyBackRefusals.PART_CAME_BACK({ paidIdr }));
  const owedNoMore = askedBackBy(payout);
  return [
    {
      type: 'SettledPayoutReturned',
      data: {
        ...said,
        ...(owedNoMore.length > 0 && { owedNoMore }),
        recorderId: actor.id,
        returnedOn: on,
        effectiveOn: on,
      },
    },
  ];
}

/**
 * The bank has the whole of a payment still of which a payee gave a part back out of their own: that part is not due, so it is theirs
 * once they are paid again. What is kept of a claim is asked back anew then.
 */
const mayComeBackYet = ({ partsBack = [], source: { kind } }: KnownPayout): boolean =>
  partsBack.every(({ from, keptIdr }) => from === 'PAYEE' && (keptIdr === 0 || kind === 'CLAIM'));

const isKnown = ({ moneyBack }: KnownPayout, bankReference: string, on: LocalDate): boolean =>
  moneyBack?.bankReference === bankReference && moneyBack.on === on;
