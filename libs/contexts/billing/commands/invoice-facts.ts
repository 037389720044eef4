import { accidentFacts, accidentInSight, guaranteeLetters } from '#contexts/accidents/facts';
import { careDue, careInClaim } from '#contexts/claims/facts';
import { plkkOn } from '#contexts/providers/facts';
import { type CommandContext, type Reading, requireSight } from '#kernel';
import type { ApprovalFacts } from '../domain/approve-invoice.js';
import { type BillingState, knownInvoice, requireInvoiceInSight } from '../domain/billing.js';
import type { InvoiceFacts } from '../domain/invoice-facts.js';
import { billingRefusals } from '../domain/refusals.js';
import type { SubmitInvoiceInput } from '../domain/submit-invoice.js';
import type { VerificationFacts, VerifyInvoiceInput } from '../domain/verify-invoice.js';

interface OfInvoice {
  readonly accidentId: string;
  readonly invoiceId: string;
}

/** @throws Rejection `ACCIDENT_NOT_FOUND` */
async function accidentOf(read: Reading, accidentId: string) {
  const { care, reimbursements, participantId, ...accident } = await accidentFacts(read, accidentId);
  const [letters, { late, toFacilitiesIdr: paidByClaimIdr }] = await Promise.all([
    guaranteeLetters(read, accidentId),
    careInClaim(read, accidentId),
  ]);
  const isLate = ({ facilityId, invoiceNumber }: { facilityId: string; invoiceNumber: string }) =>
    late.some((one) => one.facilityId === facilityId && one.invoiceNumber === invoiceNumber);
  const guaranteed = care.map((one) => ({ ...one, isGuaranteed: true as const }));
  const ofTheClaim = [...guaranteed, ...reimbursements].filter((one) => !isLate(one));
  return {
    participantId,
    accident: {
      ...accident,
      letters,
      care: ofTheClaim,
      ...(paidByClaimIdr !== undefined && { paidByClaimIdr }),
    },
  };
}

/** What an invoice rests on that comes now. @throws Rejection `ACCIDENT_NOT_FOUND`, `FACILITY_NOT_FOUND` */
export async function factsForStay(
  read: Reading,
  {
    accidentId,
    facilityId,
    admittedOn,
  }: Pick<SubmitInvoiceInput, 'accidentId' | 'facilityId' | 'admittedOn'>,
): Promise<InvoiceFacts> {
  const [of, plkk] = await Promise.all([accidentOf(read, accidentId), plkkOn(read, facilityId, admittedOn)]);
  return { ...of, plkk };
}

/** What one that is known rests on. @throws Rejection as `factsForStay`, or `INVOICE_NOT_FOUND` */
export function factsOfInvoice(
  state: BillingState,
  read: Reading,
  { accidentId, invoiceId }: OfInvoice,
): Promise<InvoiceFacts> {
  const { facilityId, admittedOn } = knownInvoice(state, invoiceId);
  return factsForStay(read, { accidentId, facilityId, admittedOn });
}

/** The same, with the tariff that limits a reimbursement. */
export async function factsForVerification(
  state: BillingState,
  read: Reading,
  input: VerifyInvoiceInput,
): Promise<VerificationFacts> {
  const facts = await factsOfInvoice(state, read, input);
  if (input.tariffOf === undefined) return facts;
  const { admittedOn } = knownInvoice(state, input.invoiceId);
  const { tariffs } = await plkkOn(read, input.tariffOf, admittedOn);
  return { ...facts, ceiling: tariffs ?? [] };
}

/** The same, with what the law gives. */
export async function factsForApproval(
  state: BillingState,
  read: Reading,
  input: OfInvoice,
): Promise<ApprovalFacts> {
  const { submittedOn } = knownInvoice(state, input.invoiceId);
  const facts = await factsOfInvoice(state, read, input);
  const { participantId } = facts;
  const due = await careDue(read, { participantId, accidentId: input.accidentId });
  return { ...facts, careDue: (costs) => due(costs, submittedOn) };
}

/** What the accident says, whichever invoice is asked about. @throws Rejection `ACCIDENT_NOT_FOUND` */
export async function factsOfAccident(
  _state: BillingState,
  read: Reading,
  { accidentId }: { readonly accidentId: string },
): Promise<InvoiceFacts> {
  return { ...(await accidentOf(read, accidentId)), plkk: {} };
}

/** A facility sends its own invoices, for its own patients. @throws Rejection `NOT_YOUR_INVOICE`, `ACCIDENT_NOT_FOUND` */
export async function mayBill(
  read: Reading,
  { accidentId, facilityId }: { readonly accidentId: string; readonly facilityId: string },
  { actor }: CommandContext,
): Promise<void> {
  requireSight(actor, [facilityId], billingRefusals.NOT_YOUR_INVOICE);
  const { participantId } = await accidentFacts(read, accidentId);
  await accidentInSight(read, { accidentId, victimIds: [participantId] }, actor);
}

/** What every command about an invoice asks first that a PLKK may send. */
export function invoiceInSight(
  state: BillingState,
  _read: Reading,
  { invoiceId }: OfInvoice,
  { actor }: CommandContext,
): void {
  requireInvoiceInSight(state, invoiceId, actor);
}
