import type { CommandContext } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { AccidentState } from './accident-state.js';
import { invoiceIdOf } from './invoice-name.js';

export interface NoteInvoiceGivenUpInput {
  readonly accidentId: string;
  readonly invoiceId: string;
}

/**
 * Notes that nothing is paid of an invoice that was to be paid apart from the claim: it was taken back, or passed on to somebody else.
 * The same care may be recorded with the accident then. What nobody knows of here, or no more, changes nothing.
 */
export function noteInvoiceGivenUp(
  { accidentId, invoiceId }: NoteInvoiceGivenUpInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  if (state.situation === 'UNKNOWN' || state.situation === 'NOTICE_WITHDRAWN') return [];
  const known = state.billedApart?.find(
    ({ facilityId, invoiceNumber }) => invoiceIdOf(accidentId, facilityId, invoiceNumber) === invoiceId,
  );
  if (!known) return [];
  const { participantId } = state;
  const { facilityId, invoiceNumber } = known;
  const of = { accidentId, participantId, invoiceId, facilityId, invoiceNumber };
  return [{ type: 'InvoiceGivenUpApart', data: { ...of, effectiveOn: today } }];
}
