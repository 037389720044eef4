import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { on, readModelSpec } from '#testing';
import { ACCIDENT, facts, line, sent } from '../../domain/billing.examples.js';
import { billings } from '../../domain/billing.js';
import { paidOf } from '../../domain/invoice.js';
import {
  type Step,
  approve,
  credit,
  desk,
  of,
  played,
  submit,
  verify,
} from '../../domain/billing-story.examples.js';
import { showPayment } from '../../domain/settle-invoice.js';
import { invoiceReadModel } from './invoice.read-model.js';

const folded = readModelSpec(invoiceReadModel);

/** The invoice as it is listed, and what the log says was paid of it. */
function listed(...steps: readonly Step[]) {
  const history = played(...steps);
  const [row] = folded(on(`billing-${ACCIDENT}`, ...history)).rows.invoices.values();
  return { row, paidIdr: fold(billings, history).invoices.map(paidOf)[0] };
}

describe('a note about an invoice', () => {
  const bill = submit(sent([line(7_500_000)]));

  it('lessens what was approved for whoever was paid', () => {
    const { row, paidIdr } = listed(bill, verify(), approve(), credit(2_000_000));
    expect(row).toMatchObject({ approvedIdr: 5_500_000, payableIdr: 0, creditedIdr: 2_000_000 });
    expect(paidIdr).toBe(5_500_000);
  });

  it('lessens what an insurer is owed that had paid the facility', () => {
    const insurer: Step = (state) =>
      showPayment({ ...of(), paidBy: 'BPJS_KESEHATAN', reference: 'KW/7' }, state, desk, facts());
    const { row, paidIdr } = listed(bill, insurer, verify(), approve(), credit(2_000_000));
    expect(row).toMatchObject({ approvedIdr: 0, payableIdr: 5_500_000, creditedIdr: 2_000_000 });
    expect(paidIdr).toBe(5_500_000);
  });
});
