import { type Reading, view } from '#kernel';
import type { BillingEvent } from './billing.events.js';
import { billings } from './billing.js';

/** Who does not pay an invoice that was approved (reference 6.2). */
interface Hands {
  /** Subjects of those who verified or approved it. */
  readonly deciderIds: readonly string[];
  /** Subjects of those who said who paid it, and to which account that is repaid. */
  readonly accountGiverIds: readonly string[];
}

const NONE: Hands = { deciderIds: [], accountGiverIds: [] };

const hands = view<Readonly<Record<string, Hands>>, BillingEvent>(billings, {
  initial: {},
  evolve(all, event) {
    if (event.type === 'RecourseRecorded') return all;
    const { invoiceId } = event.data;
    const one = all[invoiceId] ?? NONE;
    const decidedBy = (id: string) => ({
      ...all,
      [invoiceId]: { ...one, deciderIds: [...one.deciderIds, id] },
    });
    if (event.type === 'InvoiceVerified') return decidedBy(event.data.verifierId);
    if (event.type === 'InvoiceEndorsed') return decidedBy(event.data.endorserId);
    if (event.type === 'InvoiceApproved') return decidedBy(event.data.approverId);
    const { recorderId } = event.type === 'InvoicePaymentShown' ? event.data : {};
    if (recorderId === undefined) return all;
    return { ...all, [invoiceId]: { ...one, accountGiverIds: [...one.accountGiverIds, recorderId] } };
  },
});

/** Who had a hand in an invoice that is paid apart from a claim. */
export const handsOnInvoice = async (read: Reading, accidentId: string, invoiceId: string): Promise<Hands> =>
  (await read.state(hands, accidentId))[invoiceId] ?? NONE;
