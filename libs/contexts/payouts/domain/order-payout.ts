import { type BankAccount, type LocalDate, Rejection, type Rupiah } from '#kernel';
import type { PayoutEvent, PayoutSource, StoodStill } from './payout.events.js';
import { type KnownPayout, type PayoutState, isBody } from './payout-state.js';
import { payoutRefusals } from './refusals.js';

/** What is ordered; the identity of the payment follows from it. */
export type PaymentOrder = Omit<OrderPayoutInput, 'payoutId'>;

export interface OrderPayoutInput {
  readonly payoutId: string;
  readonly participantId: string;
  readonly source: PayoutSource;
  readonly payee: string;
  readonly facilityId?: string;
  readonly employerId?: string;
  readonly heirId?: string;
  readonly componentCodes: readonly string[];
  /** What is paid: the net, where something is deducted. */
  readonly amountIdr: Rupiah;
  /** What of the benefit is care, where it is not all or nothing. */
  readonly careIdr?: Rupiah;
  readonly benefitIdr?: Rupiah;
  readonly deductedIdr?: Rupiah;
  readonly payBy?: LocalDate;
  /** When the payment in whose place this one is made stood still for its payee. */
  readonly stopped?: readonly StoodStill[];
  /** The day on which the money became payable. */
  readonly orderedOn: LocalDate;
  /** Of a payee that is a person; a body is paid to the account that it has. */
  readonly person?: { readonly account: BankAccount };
}

/**
 * Orders a payment (perintah bayar). The same order once more changes nothing, whoever sends it.
 * @throws Rejection `PAYOUT_DIFFERS`, `AMOUNT_NOT_POSITIVE`, `ACCOUNT_MISSING`
 */
export function orderPayout(input: OrderPayoutInput, state: PayoutState): readonly PayoutEvent[] {
  if (state.situation !== 'UNKNOWN') {
    if (isSameOrder(input, state)) return [];
    throw new Rejection(
      payoutRefusals.PAYOUT_DIFFERS({ orderedIdr: state.amountIdr, askedIdr: input.amountIdr }),
    );
  }
  if (input.amountIdr <= 0) {
    throw new Rejection(payoutRefusals.AMOUNT_NOT_POSITIVE(input));
  }
  if (!isBody(input) && !input.person) {
    throw new Rejection(payoutRefusals.ACCOUNT_MISSING(input));
  }
  const { orderedOn, person, ...order } = input;
  return [
    {
      type: 'PayoutOrdered',
      data: { ...order, effectiveOn: orderedOn, ...(!isBody(input) && person ? { person } : {}) },
    },
  ];
}

function isSameOrder(input: OrderPayoutInput, state: KnownPayout): boolean {
  return (
    input.amountIdr === state.amountIdr &&
    input.participantId === state.participantId &&
    input.payee === state.payee &&
    input.facilityId === state.facilityId &&
    input.employerId === state.employerId &&
    input.heirId === state.heirId &&
    input.source.eventId === state.source.eventId
  );
}
