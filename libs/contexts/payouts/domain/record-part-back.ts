import { type CommandContext, type LocalDate, Rejection, type Rupiah } from '#kernel';
import type { MoneyBackFrom } from './money-back.events.js';
import type { PayoutEvent } from './payout.events.js';
import type { KnownPayout, PayoutState } from './payout-state.js';
import { known } from './payout.js';
import { bankRefusals } from './bank.refusals.js';
import { moneyBackRefusals } from './money-back.refusals.js';
import { payeeRefusals } from './payee.refusals.js';
import { payoutRefusals } from './refusals.js';
import { isAskedBack, leftOf } from './what-is-due.js';

export interface RecordPartBackInput {
  readonly payoutId: string;
  readonly from: MoneyBackFrom;
  /** Under which the money came in. */
  readonly bankReference: string;
  readonly on: LocalDate;
  /** What came back: less than the whole payment. */
  readonly amountIdr: Rupiah;
  /** What the payee keeps though it is not theirs: from now on they owe it. */
  readonly keptIdr?: Rupiah;
  /** Number of the paper that shows it. */
  readonly reference: string;
}

/**
 * Records that a part of a payment came back which had arrived (uang kembali sebagian), because so much of it was not owed. The payment
 * stands. What of the rest is not theirs either, they owe: a receivable. Saying it again changes nothing.
 * @throws Rejection `PAYOUT_NOT_FOUND`, `NOT_SETTLED`, `OWED_AS_RECEIVABLE`, `RESULT_IN_FUTURE`, `DATES_OUT_OF_ORDER`, `WHOLE_CAME_BACK`, `MORE_THAN_IS_LEFT`,
 *   `KEPT_WITHOUT_RECEIVABLE`
 */
export function recordPartBack(
  { on, keptIdr, ...said }: RecordPartBackInput,
  state: PayoutState,
  { actor, today }: CommandContext,
): readonly PayoutEvent[] {
  const payout = known(state);
  const { partsBack = [], amountIdr: paidIdr, participantId, source, employerId, heirId } = payout;
  if (partsBack.some((one) => one.bankReference === said.bankReference && one.on === on)) return [];
  if (payout.situation !== 'SETTLED') throw new Rejection(moneyBackRefusals.NOT_SETTLED(payout));
  if (payout.isRedirected || isOwedBack(payout)) throw new Rejection(payeeRefusals.OWED_AS_RECEIVABLE());
  if (on > today) throw new Rejection(bankRefusals.RESULT_IN_FUTURE({ today }));
  if (on < payout.lastStepOn) throw new Rejection(payoutRefusals.DATES_OUT_OF_ORDER(payout));
  if (said.amountIdr === paidIdr) throw new Rejection(moneyBackRefusals.WHOLE_CAME_BACK());
  const leftIdr = leftOf(payout);
  if (said.amountIdr + (keptIdr ?? 0) > leftIdr) {
    throw new Rejection(moneyBackRefusals.MORE_THAN_IS_LEFT({ leftIdr }));
  }
  if (keptIdr !== undefined && !mayOwe(payout))
    throw new Rejection(moneyBackRefusals.KEPT_WITHOUT_RECEIVABLE());
  return [
    {
      type: 'PayoutPartReturned',
      data: {
        ...said,
        participantId,
        source,
        ...(employerId && { employerId }),
        ...(heirId && { heirId }),
        ...(keptIdr !== undefined && { keptIdr }),
        recorderId: actor.id,
        returnedOn: on,
        effectiveOn: on,
      },
    },
  ];
}

/** Nothing of it is the payee's: what comes in pays what they owe. */
const isOwedBack = (payout: KnownPayout): boolean => isAskedBack(payout) && leftOf(payout) === 0;

/** What is owed of a claim or a scholarship; a facility credits its invoice, and what a delay owed is no benefit. */
const mayOwe = ({ facilityId, source: { kind } }: KnownPayout): boolean =>
  facilityId === undefined && (kind === 'CLAIM' || kind === 'SCHOLARSHIP_YEAR');
