import { describe, expect, it } from '@jest/globals';
import { type Caused, ERASED, instant, localDate, rupiah } from '#kernel';
import type { InvoiceApproved } from '#contexts/billing/facts';
import { invoicePayment } from './invoice-payment.js';

const ACCOUNT = { bank: 'BRI', number: '002301004567890', holder: 'Peserta Contoh' };

const approved = (changes: Partial<InvoiceApproved['data']> = {}): Caused<InvoiceApproved> => ({
  id: 'approval-event-id',
  recordedAt: instant('2026-11-20T04:00:00Z'),
  type: 'InvoiceApproved',
  data: {
    accidentId: 'accident-id',
    participantId: 'participant-id',
    invoiceId: 'invoice-id',
    facilityId: 'facility-id',
    revision: 0,
    acceptedIdr: rupiah(900_000),
    notPaidIdr: rupiah(0),
    borneByOthersIdr: rupiah(0),
    payments: [
      {
        payee: 'PLKK',
        facilityId: 'facility-id',
        componentCodes: ['JKK_MEDICAL_PLKK'],
        amountIdr: rupiah(900_000),
      },
    ],
    law: 'PP 44/2015',
    article: 'Annex III',
    ruleSetVersion: '2025-02-24/1',
    payBy: localDate('2026-12-10'),
    approverId: 'user-2',
    effectiveOn: localDate('2026-11-20'),
    ...changes,
  },
});

const toParticipant = [
  { payee: 'PARTICIPANT' as const, componentCodes: ['JKK_MEDICAL'], amountIdr: rupiah(900_000) },
];

describe('the process invoice-payment', () => {
  it('orders the payment of a facility under the approval of its invoice', () => {
    expect(invoicePayment.on.InvoiceApproved?.(approved())).toEqual([
      {
        key: 'PLKK/facility-id',
        command: 'OrderPayout',
        input: {
          participantId: 'participant-id',
          source: {
            kind: 'INVOICE',
            id: 'invoice-id',
            eventId: 'approval-event-id',
            accidentId: 'accident-id',
          },
          payee: 'PLKK',
          facilityId: 'facility-id',
          componentCodes: ['JKK_MEDICAL_PLKK'],
          amountIdr: 900_000,
          payBy: '2026-12-10',
          orderedOn: '2026-11-20',
        },
      },
    ]);
  });

  it('repays a person to the account that was named, and asks without one once it is erased, so that this is seen', () => {
    const paid = approved({ payments: toParticipant, person: { account: ACCOUNT } });
    expect(invoicePayment.on.InvoiceApproved?.(paid)).toMatchObject([
      { key: 'PARTICIPANT', input: { payee: 'PARTICIPANT', person: { account: ACCOUNT } } },
    ]);
    const erased = approved({ payments: toParticipant, person: ERASED });
    expect(invoicePayment.on.InvoiceApproved?.(erased)).toEqual([
      expect.objectContaining({ input: expect.not.objectContaining({ person: expect.anything() }) }),
    ]);
  });

  it('asks for nothing where others bear everything', () => {
    expect(invoicePayment.on.InvoiceApproved?.(approved({ payments: [] }))).toEqual([]);
  });
});
