import { describe, expect, it } from '@jest/globals';
import { fold, rupiah } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { ACCOUNT, facts, line, sent } from './billing.examples.js';
import { approve, desk, of, paidBy, played, submit, verify } from './billing-story.examples.js';
import type { Step } from './billing-story.examples.js';
import { billings } from './billing.js';
import type { ShowPaymentInput } from './settle-invoice.js';
import { showPayment } from './settle-invoice.js';

const given = decisionSpec(billings);

/** Somebody shows who had paid the facility. */
const show =
  (shown: Pick<ShowPaymentInput, 'paidBy' | 'account'>, known = facts()): Step =>
  (state) =>
    showPayment({ ...of(), reference: 'KW/7', ...shown }, state, desk, known);

const two = sent([line(30_000_000), line(1_000_000, { line: 2, description: 'Kontrol' })]);
const first = verify({ lines: [{ line: 2, acceptedIdr: rupiah(0), reason: 'V-09' }] });

describe('who paid an invoice, once the first part of it was paid', () => {
  it('is not said to be somebody else than the facility that BPJS has paid', () => {
    const paid = [submit(two), first, approve(), verify()];
    given(played(...paid))
      .when(show({ paidBy: 'EMPLOYER' }))
      .thenRejected('PAID_TO_ANOTHER');
    given(played(...paid))
      .when(show({ paidBy: 'BPJS_KESEHATAN' }))
      .thenRejected('PAID_TO_ANOTHER');
    expect(paidBy(...paid, show({ paidBy: 'NOBODY' }), approve())).toEqual([1_000_000]);
  });

  it('is not said to be the facility where somebody was repaid, nor another person', () => {
    const paid = [submit(two), show({ paidBy: 'EMPLOYER' }), first, approve(), verify()];
    given(played(...paid))
      .when(show({ paidBy: 'NOBODY' }))
      .thenRejected('PAID_TO_ANOTHER');
    given(played(...paid))
      .when(show({ paidBy: 'PARTICIPANT', account: ACCOUNT }))
      .thenRejected('PAID_TO_ANOTHER');
  });

  it('is told a new account for the rest', () => {
    const person = (number: string) => show({ paidBy: 'PARTICIPANT', account: { ...ACCOUNT, number } });
    const history = played(
      submit(two),
      person('0000011111'),
      first,
      approve(),
      verify(),
      person('0000022222'),
    );
    expect(fold(billings, history).invoices[0]?.account?.number).toBe('0000022222');
    expect(approve()(fold(billings, history))[0]?.data).toMatchObject({
      payments: [{ payee: 'PARTICIPANT', amountIdr: 1_000_000 }],
      person: { account: { number: '0000022222' } },
    });
  });

  it('is said where the facility holds no letter any more, and would be paid by nobody', () => {
    const without = facts({ letters: [] });
    const history = played(submit(two), first, approve(), verify());
    given(history).when(approve(without)).thenRejected('NOBODY_TO_PAY');
    expect(show({ paidBy: 'EMPLOYER' }, without)(fold(billings, history))).toMatchObject([
      { type: 'InvoicePaymentShown', data: { paidBy: 'EMPLOYER' } },
    ]);
  });
});
