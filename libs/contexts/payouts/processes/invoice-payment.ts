import { type Process, opened } from '#kernel';
import type { InvoiceApproved } from '#contexts/billing/facts';
import type { PaymentOrder } from '../domain/order-payout.js';

/** An approved invoice gets ordered: the facility is paid, or whoever paid it is repaid. */
export const invoicePayment: Process<InvoiceApproved, { readonly OrderPayout: PaymentOrder }> = {
  name: 'invoice-payment',
  version: 1,
  categories: ['billing'],
  on: {
    InvoiceApproved: ({ id, data }) => {
      const account = opened(data.person)?.account;
      return data.payments.map(({ payee, facilityId, employerId, componentCodes, amountIdr }) => ({
        key: facilityId || employerId ? `${payee}/${facilityId ?? employerId}` : payee,
        command: 'OrderPayout' as const,
        input: {
          participantId: data.participantId,
          source: {
            kind: 'INVOICE' as const,
            id: data.invoiceId,
            eventId: id,
            accidentId: data.accidentId,
          },
          payee,
          ...(facilityId && { facilityId }),
          ...(employerId && { employerId }),
          ...(!facilityId && !employerId && account && { person: { account } }),
          componentCodes,
          amountIdr,
          payBy: data.payBy,
          orderedOn: data.effectiveOn,
        },
      }));
    },
  },
};
