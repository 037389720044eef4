import { describe, expect, it } from '@jest/globals';
import { type Caused, fold, instant, localDate } from '#kernel';
import { testContext } from '#testing/decisions';
import { ACCIDENT, PATIENT, facts, line, sent } from '../domain/billing.examples.js';
import type { BillingEvent } from '../domain/billing.events.js';
import { billings, invoiceIdOf } from '../domain/billing.js';
import { passInvoiceOn, withdrawInvoice } from '../domain/return-invoice.js';
import { reviseInvoice, submitInvoice } from '../domain/submit-invoice.js';
import { invoicesApart } from './invoices-apart.js';

const context = testContext({ today: localDate('2026-11-20') });
const invoice = sent([line(1_500_000)]);
const invoiceId = invoiceIdOf(ACCIDENT, invoice.facilityId, invoice.invoiceNumber);
const stay = { ...facts(), participantId: PATIENT };

const submitted = submitInvoice(invoice, billings.initial, context, stay);
const came = fold(billings, submitted);
const of = { accidentId: ACCIDENT, invoiceId };
const withdrawn = withdrawInvoice(of, came, context);
const passedOn = passInvoiceOn({ ...of, to: 'BPJS_KESEHATAN', reference: 'S-1' }, came, context);

const commandsOf = (events: readonly BillingEvent[]) =>
  events.flatMap((event) => {
    const caused = { ...event, id: 'event-id', recordedAt: instant('2026-11-20T02:00:00Z') };
    const follows = invoicesApart.on as Readonly<
      Record<
        string,
        (of: Caused<BillingEvent>) => readonly { readonly command: string; readonly input: object }[]
      >
    >;
    return (follows[event.type]?.(caused as Caused<BillingEvent>) ?? []).map(({ command, input }) => ({
      command,
      input,
    }));
  });

describe('What an accident is told of an invoice that came with its lines', () => {
  it('is that it came, and that it came again', () => {
    const told = { command: 'NoteInvoiceApart', input: expect.objectContaining({ accidentId: ACCIDENT }) };
    expect(commandsOf(submitted)).toEqual([told]);
    const again = reviseInvoice(
      { ...invoice, invoiceId },
      fold(billings, [...submitted, ...withdrawn]),
      context,
      stay,
    );
    expect(commandsOf(again)).toEqual([told]);
  });

  it.each([
    ['taken back', withdrawn],
    ['passed on', passedOn],
  ])('is that nothing is paid of it, where it was %s', (_how, events) => {
    expect(commandsOf(events)).toEqual([{ command: 'NoteInvoiceGivenUp', input: of }]);
  });
});
