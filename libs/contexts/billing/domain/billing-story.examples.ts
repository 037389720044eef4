import { type EventOf, fold, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { approveInvoice } from './approve-invoice.js';
import { ACCIDENT, HOSPITAL, facts, line, sent } from './billing.examples.js';
import type { BillingEvent } from './billing.events.js';
import type { CreditNote } from './credit-notes.js';
import { type BillingState, billings, invoiceIdOf } from './billing.js';
import { creditInvoice } from './settle-invoice.js';
import { submitInvoice } from './submit-invoice.js';
import { verifyInvoice } from './verify-invoice.js';

/** Three people: who sends at the desk, who verifies, who approves. */
export const at = (id: string, role: 'plkk' | 'adjudicator' | 'supervisor') =>
  testContext({ actor: { id, roles: [role], office: 'JKT' } });
export const desk = at('desk-1', 'plkk');
export const verifier = at('verifier-1', 'adjudicator');
export const approver = at('approver-1', 'supervisor');

/** The invoice that is sent first. */
const FIRST = invoiceIdOf(ACCIDENT, HOSPITAL, 'INV-1');
export const of = (invoiceId = FIRST) => ({ accidentId: ACCIDENT, invoiceId });

/** What is decided on what was decided before. */
export type Step = (state: BillingState) => readonly BillingEvent[];

/** What is recorded by these, one after the other. */
export function played(...steps: readonly Step[]): BillingEvent[] {
  const events: BillingEvent[] = [];
  for (const step of steps) events.push(...step(fold(billings, events)));
  return events;
}

/** The hospital sends an invoice of one line. */
export const submit =
  (input = sent([line(7_500_000)]), known = facts()): Step =>
  (state) =>
    submitInvoice(input, state, desk, known);

/** Somebody else verifies it, with nothing to cut. */
export const verify =
  (changes: object = {}, known: ReturnType<typeof facts> & object = facts(), invoiceId = FIRST): Step =>
  (state) =>
    verifyInvoice({ ...of(invoiceId), lines: [], ...changes }, state, verifier, known);

/** A third person approves it. */
export const approve =
  (known = facts(), invoiceId = FIRST): Step =>
  (state) =>
    approveInvoice(of(invoiceId), state, approver, known);

/** What the last approval says. @throws Error where there is none */
export function approvedIn(
  events: readonly BillingEvent[],
): EventOf<BillingEvent, 'InvoiceApproved'>['data'] {
  const last = events.findLast(({ type }) => type === 'InvoiceApproved');
  if (last?.type !== 'InvoiceApproved') throw new Error('Nothing was approved');
  return last.data;
}

/** What the last approval pays. */
export const paidBy = (...steps: readonly Step[]): number[] =>
  approvedIn(played(...steps)).payments.map(({ amountIdr }) => amountIdr);

/** It is found that so much was paid too much. */
export const credit =
  (amountIdr: number, reference = 'NK/3', notes: readonly CreditNote[] = []): Step =>
  (state) =>
    creditInvoice(
      { ...of(), amountIdr: rupiah(amountIdr), reason: 'V-05', reference },
      state,
      approver,
      notes,
    );
