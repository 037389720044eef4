import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { expectNothingPersonal, publishedFrom } from '#testing';
import { ACCIDENT, ACCOUNT, HOSPITAL, PATIENT } from './domain/billing.examples.js';
import type { InvoiceApproved, InvoicePayment } from './domain/approval.events.js';
import { billingContracts } from './published.js';

const invoiceId = '6a0c7f0e-5555-5000-8000-000000000001';

const approved = (...payments: readonly InvoicePayment[]): InvoiceApproved => ({
  type: 'InvoiceApproved',
  data: {
    accidentId: ACCIDENT,
    participantId: PATIENT,
    invoiceId,
    facilityId: HOSPITAL,
    revision: 0,
    acceptedIdr: rupiah(5_000_000),
    notPaidIdr: rupiah(1_000_000),
    borneByOthersIdr: rupiah(1_000_000),
    payments,
    law: 'PP 82/2019',
    article: 'Lampiran III',
    ruleSetVersion: '2026',
    payBy: localDate('2026-12-04'),
    approverId: 'supervisor-1',
    effectiveOn: localDate('2026-11-20'),
    person: { account: ACCOUNT },
  },
});

const payment = (payee: InvoicePayment['payee']): InvoicePayment => ({
  payee,
  componentCodes: ['JKK_MEDICAL_REIMBURSED'],
  amountIdr: rupiah(4_000_000),
});

const billingTold = (event: InvoiceApproved) =>
  publishedFrom(billingContracts, event).map(({ data }) => data['billing']);

describe('the contracts of billing', () => {
  it('say nothing of who is repaid, where, or for what', () => {
    expectNothingPersonal(billingContracts, [approved(payment('PARTICIPANT'))]);
  });

  it.each([
    ['PLKK', 'GUARANTEED'],
    ['PARTICIPANT', 'REIMBURSEMENT'],
    ['EMPLOYER', 'REIMBURSEMENT'],
  ] as const)('tell of what is paid to a %s as %s', (payee, billing) => {
    expect(billingTold(approved(payment(payee)))).toEqual([billing]);
  });

  it('leave open who is paid where nothing is', () => {
    expect(billingTold(approved())).toEqual([undefined]);
  });
});
