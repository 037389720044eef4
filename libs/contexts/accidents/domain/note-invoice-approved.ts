import type { CommandContext, Rupiah } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { knownAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';

export interface NoteInvoiceApprovedInput {
  readonly accidentId: string;
  readonly invoiceId: string;
  /** The approval: an invoice may be approved once more, for what another payer turns out not to bear. */
  readonly approvalId: string;
  readonly approvedIdr: Rupiah;
}

/**
 * Notes what was approved of an invoice that is paid apart from the claim: whoever approves the claim decides on the whole accident
 * (reference 6.1). What is known already changes nothing.
 * @throws Rejection `ACCIDENT_NOT_FOUND`
 */
export function noteInvoiceApproved(
  input: NoteInvoiceApprovedInput,
  state: AccidentState,
  { today }: CommandContext,
): readonly AccidentEvent[] {
  const { participantId, approvedApart = [] } = knownAccident(state);
  if (approvedApart.some(({ approvalId }) => approvalId === input.approvalId)) return [];
  return [{ type: 'InvoiceApprovedApart', data: { ...input, participantId, effectiveOn: today } }];
}
