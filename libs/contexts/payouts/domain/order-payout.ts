import { type BankAccount, type LocalDate, Rejection, type Rupiah, formatRupiah } from '#kernel';
import type { PayoutEvent, PayoutSource } from './payout.events.js';
import type { PayoutState } from './payout.js';

export interface OrderPayoutInput {
  readonly payoutId: string;
  readonly participantId: string;
  readonly source: PayoutSource;
  readonly payee: string;
  readonly facilityId?: string;
  readonly componentCodes: readonly string[];
  readonly amountIdr: Rupiah;
  readonly payBy?: LocalDate;
  /** The day on which the money became payable. */
  readonly orderedOn: LocalDate;
  /** Of a payee that is a person; a PLKK is paid to the account that its agreement names. */
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
      'PAYOUT_DIFFERS',
      'This payment was ordered with another amount or for another person',
      {
        facts: { orderedIdr: state.amountIdr, askedIdr: input.amountIdr },
      },
    );
  }
  if (input.amountIdr <= 0) {
    throw new Rejection(
      'AMOUNT_NOT_POSITIVE',
      `A payment needs an amount above zero, not ${formatRupiah(input.amountIdr)}`,
    );
  }
  if (!input.facilityId && !input.person) {
    throw new Rejection('ACCOUNT_MISSING', 'No account of this payee is known', {
      facts: { payee: input.payee },
    });
  }
  const { orderedOn, person, ...order } = input;
  return [
    {
      type: 'PayoutOrdered',
      data: { ...order, effectiveOn: orderedOn, ...(!input.facilityId && person ? { person } : {}) },
    },
  ];
}

function isSameOrder(
  input: OrderPayoutInput,
  state: Exclude<PayoutState, { situation: 'UNKNOWN' }>,
): boolean {
  return (
    input.amountIdr === state.amountIdr &&
    input.participantId === state.participantId &&
    input.payee === state.payee &&
    input.facilityId === state.facilityId &&
    input.source.eventId === state.source.eventId
  );
}
