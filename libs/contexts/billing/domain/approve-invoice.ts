import {
  type AuthorityGrounds,
  type CommandContext,
  type EventOf,
  type LocalDate,
  Rejection,
  type Rupiah,
  ZERO_RUPIAH,
  authorityNeeded,
  authorityPolicies,
  authorityUsed,
  enforce,
  isEnough,
  rupiah,
  sumRupiah,
} from '#kernel';
import { type Calculation, addWorkingDays, decisionWords } from '#law';
import type { InvoicePayment } from './approval.events.js';
import type { BillingEvent } from './billing.events.js';
import { type BillingState, invoiceIn, participantOf } from './billing.js';
import { type Invoice, acceptedNow, endorsersOf, handsOf, isPaid, paidOf } from './invoice.js';
import { type CareLaw, type Counted, type Payee, codeOf, isInsurer, shareOf } from './care-due.js';
import { careWeighed } from './care-weighed.js';
import { type InvoiceFacts, isGuaranteed, provisionalLimit } from './invoice-facts.js';
import { approvalRefusals } from './approval.refusals.js';
import { requireNotOfTheClaim } from './repeats.js';

export interface ApproveInvoiceInput {
  readonly accidentId: string;
  readonly invoiceId: string;
}

/** What an approval rests on beside the invoices. */
export interface ApprovalFacts extends InvoiceFacts, CareLaw {}

/** Working days in which a person is repaid, as other money of JKK (PP 44/2015 Art. 37). */
const REPAID_WITHIN_WORKING_DAYS = 7;

/**
 * Approves what was verified, by a second person (persetujuan pembayaran tagihan): to whom and how much follows from what is known
 * now. Ceilings and other payers count over all invoices of the accident; what another payer turns out not to bear is paid by
 * approving once more. What was paid before and is not owed any more, since less is accepted, is credited with it.
 * @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>`, `VERIFIER_CANNOT_APPROVE`, `CARE_RECORDED_ALREADY`, `NOT_CONCLUDED_YET`, `NOBODY_TO_PAY`,
 *   `NO_EMPLOYER_TO_REPAY`, `ACCOUNT_OF_PAYER_MISSING`, `LAW_REFUSES_CARE`, `NOTHING_MORE_TO_PAY`, `BEYOND_AUTHORITY`, `ENDORSED_BY_YOU`
 */
export function approveInvoice(
  { accidentId, invoiceId }: ApproveInvoiceInput,
  state: BillingState,
  { today, actor }: CommandContext,
  facts: ApprovalFacts,
): readonly BillingEvent[] {
  const invoice = invoiceIn(state, invoiceId, ['VERIFIED', 'APPROVED']);
  if (handsOf(invoice).includes(actor.id)) throw new Rejection(approvalRefusals.VERIFIER_CANNOT_APPROVE());
  if (!isPaid(invoice)) requireNotOfTheClaim(invoice, facts);
  if (facts.accident.conclusion === undefined) throw new Rejection(approvalRefusals.NOT_CONCLUDED_YET());
  const payee = payeeOf(invoice, state, facts);
  const due = dueOf({ invoice, payee, acceptedIdr: acceptedNow(invoice) }, state, facts);
  const { amountIdr, tooMuchIdr } = due;
  if (invoice.status === 'APPROVED' && amountIdr === 0 && tooMuchIdr === 0) {
    throw new Rejection(approvalRefusals.NOTHING_MORE_TO_PAY());
  }
  const grounds = {
    decider: actor,
    needed: authorityNeeded('CARE', careWeighed(amountIdr, state, facts), today),
    endorsedBy: endorsersOf(invoice, { payee, amountIdr }),
  };
  enforce(authorityPolicies(approvalRefusals), grounds);
  const of = { accidentId, participantId: participantOf(state), invoiceId };
  const approval = { of, invoice, payee, due, grounds, today };
  if (!isEnough(grounds)) return [endorsed(approval)];
  return [approved(approval, facts), ...creditedForCuts(approval)];
}

/** What somebody approves, and by what authority. */
interface Approval {
  /** What each event of it is of. */
  readonly of: Pick<
    EventOf<BillingEvent, 'InvoiceApproved'>['data'],
    'accidentId' | 'participantId' | 'invoiceId'
  >;
  readonly invoice: Invoice;
  readonly payee: Payee;
  readonly due: Due;
  readonly grounds: AuthorityGrounds;
  readonly today: LocalDate;
}

/** The first of two persons has approved it. */
function endorsed({ of, payee, due: { amountIdr }, grounds, today }: Approval): BillingEvent {
  const { decider, needed } = grounds;
  const data = { ...of, amountIdr, payee, level: needed.level };
  return { type: 'InvoiceEndorsed', data: { ...data, endorserId: decider.id, effectiveOn: today } };
}

function approved({ of, invoice, payee, due, grounds, today }: Approval, facts: ApprovalFacts): BillingEvent {
  const { facilityId, revision, verified, account } = invoice;
  if (!verified) throw new Error('An invoice is to be approved that nobody verified');
  const { amountIdr, tooMuchIdr: _credited, notPaidIdr, borneByOthersIdr, ...law } = due;
  return {
    type: 'InvoiceApproved',
    data: {
      ...of,
      facilityId,
      revision,
      acceptedIdr: acceptedNow(invoice),
      notPaidIdr,
      borneByOthersIdr,
      ...paidTo(invoice, { payee, amountIdr }, facts),
      authority: authorityUsed(grounds),
      ...law,
      payBy: payByOf(payee, verified.payBy, today),
      approverId: grounds.decider.id,
      effectiveOn: today,
      ...(payee === 'PARTICIPANT' && account && { person: { account } }),
    },
  };
}

/** More was paid before than BPJS owes since a line was cut: whoever was paid owes it back, as by a note. */
function creditedForCuts({ of, invoice, due, grounds, today }: Approval): readonly BillingEvent[] {
  const { tooMuchIdr: amountIdr } = due;
  if (amountIdr === 0) return [];
  const { facilityId, verified, creditedIdr } = invoice;
  const [{ reason } = { reason: 'V-05' as const }] = verified?.lines ?? [];
  const by = { deciderId: grounds.decider.id, effectiveOn: today };
  // Each has a number of its own: no two are of the same sum before.
  const reference = `VERIFICATION/${creditedIdr + amountIdr}`;
  const data = { ...of, facilityId, ...by, amountIdr, reason, reference, forCuts: true as const };
  return [{ type: 'InvoiceCredited', data }];
}

/** A payment, or what is owed to the insurer that had paid. */
function paidTo(
  invoice: Invoice,
  { payee, amountIdr }: { readonly payee: Payee; readonly amountIdr: Rupiah },
  facts: ApprovalFacts,
): Pick<EventOf<BillingEvent, 'InvoiceApproved'>['data'], 'payments' | 'payable'> {
  if (amountIdr === 0) return { payments: [] };
  if (isInsurer(payee)) return { payments: [], payable: { to: payee, amountIdr } };
  return { payments: [paymentOf(invoice, { payee, amountIdr }, facts)] };
}

/**
 * Who is paid: the facility that BPJS promised to pay and that nobody has paid, or who paid it.
 * @throws Rejection `NOBODY_TO_PAY`, `LETTER_NOT_CONFIRMED`, `NO_EMPLOYER_TO_REPAY`, `ACCOUNT_OF_PAYER_MISSING`
 */
function payeeOf(invoice: Invoice, state: BillingState, facts: ApprovalFacts): Payee {
  const { paidBy = 'NOBODY', account } = invoice;
  if (paidBy === 'NOBODY') {
    if (!isGuaranteed(invoice, facts)) throw new Rejection(approvalRefusals.NOBODY_TO_PAY());
    const atMostIdr = provisionalLimit(invoice, facts);
    if (atMostIdr !== undefined && underLetterOf(invoice, state, facts) > atMostIdr)
      throw new Rejection(approvalRefusals.LETTER_NOT_CONFIRMED({ atMostIdr }));
    return 'PLKK';
  }
  if (paidBy === 'EMPLOYER' && facts.accident.employerId === undefined) {
    throw new Rejection(approvalRefusals.NO_EMPLOYER_TO_REPAY());
  }
  if (paidBy === 'PARTICIPANT' && !account) throw new Rejection(approvalRefusals.ACCOUNT_OF_PAYER_MISSING());
  return paidBy;
}

/** What the facility is promised for the accident by a letter of its desk with this invoice: the letter is of one sum, not of each. */
function underLetterOf(invoice: Invoice, { invoices }: BillingState, facts: ApprovalFacts): Rupiah {
  const { facilityId, invoiceId } = invoice;
  const others = invoices.filter((one) => one.facilityId === facilityId && one.invoiceId !== invoiceId);
  const ofClaim = facts.accident.care.filter((one) => one.isGuaranteed && one.facilityId === facilityId);
  return sumRupiah([
    invoice.verified?.acceptedIdr ?? ZERO_RUPIAH,
    ...others.filter((one) => one.payments.some(({ payee }) => payee === 'PLKK')).map(paidOf),
    ...ofClaim.map(({ invoiceIdr }) => invoiceIdr),
  ]);
}

interface Due {
  readonly amountIdr: Rupiah;
  readonly tooMuchIdr: Rupiah;
  readonly notPaidIdr: Rupiah;
  readonly borneByOthersIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly ruleSetVersion: string;
}

/** How much is paid now, or owed back. @throws Rejection `LAW_REFUSES_CARE` */
function dueOf(now: Counted, state: BillingState, facts: ApprovalFacts): Due {
  const { owedIdr, keepsIdr, borneIdr, calculation, component } = shareOf(now, state, facts);
  refuseByLaw(calculation);
  const paidIdr = paidOf(now.invoice);
  const amountIdr = rupiah(Math.max(0, owedIdr - paidIdr));
  const tooMuchIdr = rupiah(Math.max(0, paidIdr - keepsIdr));
  return {
    amountIdr,
    tooMuchIdr,
    notPaidIdr: rupiah(Math.max(0, now.acceptedIdr - paidIdr - amountIdr + tooMuchIdr)),
    borneByOthersIdr: borneIdr,
    law: component?.law ?? '',
    article: component?.article ?? '',
    ruleSetVersion: calculation.ruleSetVersion,
  };
}

/** @throws Rejection `LAW_REFUSES_CARE` */
function refuseByLaw({ decision }: Calculation): void {
  if (decision === undefined) return;
  const words = decisionWords(decision) ?? { en: decision, id: decision };
  throw new Rejection(approvalRefusals.LAW_REFUSES_CARE({ decision, words }));
}

function paymentOf(
  invoice: Invoice,
  { payee, amountIdr }: { readonly payee: InvoicePayment['payee']; readonly amountIdr: Rupiah },
  { accident: { employerId } }: ApprovalFacts,
): InvoicePayment {
  return {
    payee,
    ...(payee === 'PLKK' && { facilityId: invoice.facilityId }),
    ...(payee === 'EMPLOYER' && employerId && { employerId }),
    componentCodes: [codeOf({ invoice, payee })],
    amountIdr,
  };
}

const payByOf = (payee: Payee, verifiedBy: LocalDate, today: LocalDate): LocalDate =>
  payee === 'PLKK' || isInsurer(payee) ? verifiedBy : addWorkingDays(today, REPAID_WITHIN_WORKING_DAYS);
