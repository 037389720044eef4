import { type Caused, type DomainEvent, ERASED } from '#kernel';
import type { PaymentOrder } from '../domain/order-payout.js';
import { payoutIdOf } from '../domain/payout.js';
import { claimPayment } from './claim-payment.js';
import { invoicePayment } from './invoice-payment.js';
import { lateCompensation } from './late-compensation.js';
import { redirectedPayments } from './redirected-payments.js';

/** What follows from an event, for whoever need not know of which kind it is. */
type Following = Readonly<
  Record<
    string,
    (event: Caused<DomainEvent>) => readonly { readonly command: string; readonly input: object }[]
  >
>;

const ORDERING = [claimPayment, invoicePayment, lateCompensation, redirectedPayments];

/** The payments that follow from an event, whichever process orders them; whether or not they were ordered by now. */
export function payoutsFollowing({
  id,
  type,
  data,
}: Pick<Caused<DomainEvent>, 'id' | 'type' | 'data'>): readonly string[] {
  // Where somebody is paid says nothing of which payment it is.
  const event = { id, type, data: { ...data, person: ERASED } } as unknown as Caused<DomainEvent>;
  const commands = ORDERING.flatMap(({ on }) => (on as Following)[type]?.(event) ?? []);
  return commands
    .filter(({ command }) => command === 'OrderPayout')
    .map(({ input }) => payoutIdOf(input as PaymentOrder));
}
