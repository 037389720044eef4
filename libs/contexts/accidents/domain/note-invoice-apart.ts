import type { CommandContext, LocalDate, Rupiah } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { knownAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';

export interface NoteInvoiceApartInput {
  readonly accidentId: string;
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceIdr: Rupiah;
}

/**
 * Notes that an invoice is paid apart from the claim, so that nobody records the same care here as well. What is known already changes
 * nothing.
 * @throws Rejection `ACCIDENT_NOT_FOUND`
 */
export function noteInvoiceApart(
  input: NoteInvoiceApartInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const { participantId, billedApart = [] } = knownAccident(state);
  const isKnown = billedApart.some(
    (one) =>
      one.facilityId === input.facilityId &&
      one.invoiceNumber === input.invoiceNumber &&
      one.admittedOn === input.admittedOn &&
      one.dischargedOn === input.dischargedOn &&
      one.invoiceIdr === input.invoiceIdr,
  );
  if (isKnown) return [];
  return [{ type: 'InvoiceBilledApart', data: { ...input, participantId, effectiveOn: today } }];
}
