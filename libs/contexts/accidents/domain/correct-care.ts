import { deskLetterFor } from '#law';
import { type CommandContext, Rejection, type Rupiah, enforce } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { openAccident } from './accident.js';
import type { AccidentState } from './accident-state.js';
import { isInvoice } from './invoice-name.js';
import { CARE_SUM_POLICIES } from './policies/care.policies.js';
import type { CareFacts } from './record-care.js';
import { accidentRefusals } from './refusals.js';

export interface CorrectCareInput {
  readonly accidentId: string;
  readonly facilityId: string;
  readonly invoiceNumber: string;
  /** What the invoice says. */
  readonly invoiceIdr: Rupiah;
}

/**
 * Corrects the sum of an invoice that stands with the accident (koreksi tagihan), until the claim is approved. What the claim had
 * calculated by the wrong sum is calculated again.
 * @throws Rejection as `openAccident` does, `INVOICE_NOT_RECORDED`, or the code of the first policy about sums that objects
 */
export function correctCare(
  { accidentId, facilityId, invoiceNumber, invoiceIdr }: CorrectCareInput,
  state: AccidentState,
  { today, actor }: CommandContext,
  { letters }: Pick<CareFacts, 'letters'>,
): readonly AccidentEvent[] {
  const accident = openAccident(state);
  const isIt = isInvoice({ facilityId, invoiceNumber });
  const known = accident.care.find(isIt);
  if (!known) throw new Rejection(accidentRefusals.INVOICE_NOT_RECORDED({ invoiceNumber }));
  const { admittedOn, dischargedOn, billing, invoiceIdr: recordedIdr } = known;
  enforce(CARE_SUM_POLICIES, {
    accident: { ...accident, care: accident.care.filter((one) => !isIt(one)) },
    facilityId,
    admittedOn,
    dischargedOn,
    invoiceNumber,
    invoiceIdr,
    today,
    isGuaranteed: billing === 'GUARANTEED',
    provisional: deskLetterFor({ facilityId, admittedOn }, letters),
  });
  if (invoiceIdr === recordedIdr) return [];
  const of = { accidentId, participantId: accident.participantId, facilityId, invoiceNumber };
  const data = { ...of, recordedIdr, invoiceIdr, billing, correctorId: actor.id, effectiveOn: today };
  return [{ type: 'CareCorrected', data }];
}
