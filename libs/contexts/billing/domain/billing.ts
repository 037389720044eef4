import type { CareBearer } from '#law';
import {
  type Actor,
  type BankAccount,
  type EventOf,
  type LocalDate,
  Rejection,
  type Rupiah,
  ZERO_RUPIAH,
  derivedId,
  evolveBy,
  opened,
  requireSight,
  rupiah,
  stream,
  totalOf,
} from '#kernel';
import type { InvoiceEndorsed, InvoicePayment } from './approval.events.js';
import type { BilledFor, BillingEvent, CareKind, InvoiceHealth, Payer, RoomClass } from './billing.events.js';
import type { InvoiceVerified, LineResult, VerificationReason } from './verification.events.js';
import { billingRefusals } from './refusals.js';

/** Where an invoice stands. */
export const INVOICE_STATUSES = [
  'SUBMITTED',
  'RETURNED',
  'VERIFIED',
  'APPROVED',
  'WITHDRAWN',
  'PASSED_ON',
] as const;

export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

/** One invoice as it stands after its revisions. */
export interface Invoice {
  readonly invoiceId: string;
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly revision: number;
  readonly status: InvoiceStatus;
  readonly benefit: BilledFor;
  readonly careKind: CareKind;
  readonly roomClass?: RoomClass;
  readonly interim: boolean;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly totalIdr: Rupiah;
  readonly mayRepeat: readonly string[];
  readonly submitterId: string;
  /** The day on which it first came. */
  readonly submittedOn: LocalDate;
  readonly verifyBy: LocalDate;
  /** Absent once the health key of the person was destroyed. */
  readonly health?: InvoiceHealth;
  /** How often it was returned since it came, or since a meeting let it in again. */
  readonly returns: number;
  readonly returned?: { readonly reasons: readonly VerificationReason[]; readonly resubmitBy: LocalDate };
  readonly verified?: Pick<
    InvoiceVerified['data'],
    'lines' | 'acceptedIdr' | 'verifierId' | 'referencePriceIdr' | 'payBy'
  >;
  /** What it was approved as last, while a verification since then waits for its approval. */
  readonly approvedAs?: FoundOf;
  readonly paidBy?: Payer;
  /** Where a person is repaid; absent also once the key was destroyed. */
  readonly account?: BankAccount;
  /** Everything that was approved of it so far. */
  readonly payments: readonly InvoicePayment[];
  /** What an insurer is owed of it that had paid the facility. */
  readonly payableIdr?: Rupiah;
  /** Subjects of those who have approved it, where one person is not enough, and what they approved. */
  readonly endorsedBy?: readonly string[];
  readonly endorsedFor?: EndorsedFor;
  /** Subjects of those who sent or verified it before the last one did, or said who paid it. */
  readonly otherHands?: readonly string[];
  readonly creditedIdr: Rupiah;
  /** What of that is not accepted anyway: credited with the approval of a cut, or by notes that cuts replaced. Absent where nothing was. */
  readonly creditedForCutsIdr?: Rupiah;
  /** Of care: what its last approval left to other payers; they owe it to whoever gave the care, not to BPJS. Absent where nothing was. */
  readonly leftToOthersIdr?: Rupiah;
  readonly passedOnTo?: CareBearer;
}

/** What a verification found of the lines of an invoice, and what of its credit does not lessen that. */
export interface FoundOf {
  readonly lines: readonly LineResult[];
  readonly creditedForCutsIdr?: Rupiah;
}

/** What an endorsement is of: it counts for the same money to the same payee. */
export type EndorsedFor = Pick<InvoiceEndorsed['data'], 'payee' | 'amountIdr'>;

/** Who sent an invoice, said who paid it, or verified it: none of them approves it (reference 6.2). */
export const handsOf = ({ submitterId, otherHands = [], verified }: Invoice): readonly string[] => [
  submitterId,
  ...otherHands,
  ...(verified ? [verified.verifierId] : []),
];

/** With somebody whose hand nothing else of the invoice tells. */
const withHand = (invoice: Invoice, hand: string | undefined): Pick<Invoice, 'otherHands'> =>
  hand === undefined ? {} : { otherHands: [...new Set([...(invoice.otherHands ?? []), hand])] };

/** All invoices of one accident. */
export interface BillingState {
  readonly participantId?: string;
  readonly invoices: readonly Invoice[];
  /** What other payers owe of what BPJS has paid. */
  readonly recourseIdr: Rupiah;
}

/** The identity of an invoice: facility and number, for the accident, which knows it by the same (`invoice-name.ts` of accidents). */
export const invoiceIdOf = (accidentId: string, facilityId: string, invoiceNumber: string): string =>
  derivedId('invoice', accidentId, facilityId, invoiceNumber);

/** The invoices of an accident: `billing-<accident id>`. */
export const billings = stream<BillingState, BillingEvent>('billing', {
  initial: { invoices: [], recourseIdr: ZERO_RUPIAH },
  evolve(state, event) {
    if (event.type === 'InvoiceSubmitted' || event.type === 'InvoiceRevised')
      return withInvoice(state, event);
    if (event.type === 'RecourseRecorded') {
      return { ...state, recourseIdr: rupiah(state.recourseIdr + event.data.amountIdr) };
    }
    return {
      ...state,
      invoices: state.invoices.map((invoice) =>
        invoice.invoiceId === event.data.invoiceId ? { ...invoice, ...changed(invoice, event) } : invoice,
      ),
    };
  },
});

function withInvoice(
  state: BillingState,
  { data }: EventOf<BillingEvent, 'InvoiceSubmitted' | 'InvoiceRevised'>,
): BillingState {
  const { accidentId: _stream, participantId, lineCount: _ofLines, effectiveOn, health, ...said } = data;
  const before = state.invoices.find(({ invoiceId }) => invoiceId === data.invoiceId);
  const invoice: Invoice = {
    ...said,
    status: 'SUBMITTED',
    submittedOn: before?.submittedOn ?? effectiveOn,
    ...(opened(health) && { health: opened(health) }),
    returns: before?.returns ?? 0,
    ...(before?.paidBy && { paidBy: before.paidBy }),
    ...(before?.account && { account: before.account }),
    ...handsBefore(said.submitterId, before),
    payments: before?.payments ?? [],
    creditedIdr: before?.creditedIdr ?? ZERO_RUPIAH,
    ...(before?.creditedForCutsIdr && { creditedForCutsIdr: before.creditedForCutsIdr }),
  };
  const others = state.invoices.filter((one) => one !== before);
  return { ...state, participantId, invoices: [...others, invoice] };
}

function handsBefore(submitterId: string, before: Invoice | undefined): Pick<Invoice, 'otherHands'> {
  const hands = before ? handsOf(before).filter((hand) => hand !== submitterId) : [];
  return hands.length > 0 ? { otherHands: [...new Set(hands)] } : {};
}

type OfOneInvoice = Exclude<BillingEvent['type'], 'InvoiceSubmitted' | 'InvoiceRevised' | 'RecourseRecorded'>;

const changed = evolveBy<Invoice, EventOf<BillingEvent, OfOneInvoice>, Partial<Invoice>>(
  {
    InvoiceReturned: (invoice, { data: { reasons, resubmitBy } }) => ({
      status: 'RETURNED',
      returns: invoice.returns + 1,
      returned: { reasons, resubmitBy },
      ...notVerified(invoice),
    }),
    InvoiceReadmitted: (invoice, { data: { resubmitBy } }) => ({
      status: 'RETURNED',
      passedOnTo: undefined,
      ...notVerified(invoice),
      returns: 0,
      returned: { reasons: invoice.returned?.reasons ?? [], resubmitBy },
    }),
    InvoiceWithdrawn: () => ({ status: 'WITHDRAWN' }),
    InvoiceVerified: verified,
    InvoicePaymentShown: (invoice, { data: { person, paidBy, recorderId } }) => ({
      paidBy,
      account: opened(person)?.account,
      ...notEndorsed(invoice),
      ...withHand(invoice, recorderId),
    }),
    InvoiceEndorsed: endorsed,
    InvoiceApproved: approved,
    InvoicePassedOn: (_invoice, { data }) => ({ status: 'PASSED_ON', passedOnTo: data.to }),
    InvoiceCredited: credited,
  },
  'billing event',
);

/** Whoever verified it before has had a hand in it still. */
const notVerified = (invoice: Invoice): Pick<Invoice, 'verified' | 'otherHands'> => ({
  verified: undefined,
  ...withHand(invoice, invoice.verified?.verifierId),
});

function verified(invoice: Invoice, { data }: EventOf<BillingEvent, 'InvoiceVerified'>): Partial<Invoice> {
  const { lines, acceptedIdr, verifierId, referencePriceIdr, payBy, notesReplaced } = data;
  const before = invoice.verified?.verifierId;
  const approvedAs = invoice.approvedAs ?? approvedAsOf(invoice);
  return {
    status: 'VERIFIED',
    ...notEndorsed(invoice),
    ...(approvedAs && { approvedAs }),
    ...(notesReplaced && { creditedForCutsIdr: invoice.creditedIdr }),
    // The one that had them replaced counts no more: nobody has approved it.
    ...(notesReplaced === false && { creditedForCutsIdr: approvedAs?.creditedForCutsIdr }),
    ...(before !== verifierId && withHand(invoice, before)),
    verified: { lines, acceptedIdr, verifierId, payBy, ...(referencePriceIdr && { referencePriceIdr }) },
  };
}

const approvedAsOf = ({ status, verified: found, creditedForCutsIdr }: Invoice): FoundOf | undefined =>
  status === 'APPROVED' && found
    ? { lines: found.lines, ...(creditedForCutsIdr && { creditedForCutsIdr }) }
    : undefined;

function endorsed(
  invoice: Invoice,
  { data: { endorserId, payee, amountIdr } }: EventOf<BillingEvent, 'InvoiceEndorsed'>,
): Partial<Invoice> {
  const endorsedFor = { ...(payee && { payee }), amountIdr };
  return { endorsedBy: [...(endorsersOf(invoice, endorsedFor) ?? []), endorserId], endorsedFor };
}

function approved(
  invoice: Invoice,
  { data: { payments, payable, notPaidIdr } }: EventOf<BillingEvent, 'InvoiceApproved'>,
): Partial<Invoice> {
  return {
    status: 'APPROVED',
    ...(invoice.approvedAs && { approvedAs: undefined }),
    payments: [...invoice.payments, ...payments],
    // Others bear care alone: what is not paid of anything else is above a ceiling.
    ...(invoice.benefit === 'CARE' && { leftToOthersIdr: notPaidIdr > 0 ? notPaidIdr : undefined }),
    ...(payable && { payableIdr: rupiah((invoice.payableIdr ?? 0) + payable.amountIdr) }),
    ...notEndorsed(invoice),
  };
}

function credited(
  { creditedIdr: before, creditedForCutsIdr = ZERO_RUPIAH }: Invoice,
  { data: { amountIdr, forCuts } }: EventOf<BillingEvent, 'InvoiceCredited'>,
): Partial<Invoice> {
  const creditedIdr = rupiah(before + amountIdr);
  return forCuts
    ? { creditedIdr, creditedForCutsIdr: rupiah(creditedForCutsIdr + amountIdr) }
    : { creditedIdr };
}

const notEndorsed = ({ endorsedBy }: Invoice): Pick<Invoice, 'endorsedBy' | 'endorsedFor'> =>
  endorsedBy ? { endorsedBy: undefined, endorsedFor: undefined } : {};

/** Who has approved just this of an invoice: what was approved of another sum, or for another payee, counts no more. */
export function endorsersOf(
  { endorsedBy, endorsedFor }: Invoice,
  { payee, amountIdr }: EndorsedFor,
): readonly string[] | undefined {
  const isSame =
    endorsedFor?.amountIdr === amountIdr && (endorsedFor.payee === undefined || endorsedFor.payee === payee);
  return isSame ? endorsedBy : undefined;
}

/** What was paid of an invoice, or is owed to an insurer that paid it, and was not credited. */
export const paidOf = ({ payments, payableIdr = ZERO_RUPIAH, creditedIdr }: Invoice): Rupiah =>
  rupiah(totalOf(payments) + payableIdr - creditedIdr);

/** What notes took off it: what was credited for cuts is not accepted anyway. */
export const notedOf = ({ creditedIdr, creditedForCutsIdr = ZERO_RUPIAH }: Invoice): Rupiah =>
  rupiah(creditedIdr - creditedForCutsIdr);

/** What is accepted of it, less what notes took off it. */
export const acceptedNow = (invoice: Invoice): Rupiah =>
  rupiah(Math.max(0, (invoice.verified?.acceptedIdr ?? 0) - notedOf(invoice)));

/** Nothing is paid of it: it was taken back, or somebody else bears it. */
export const isGivenUp = ({ status }: Invoice): boolean => status === 'WITHDRAWN' || status === 'PASSED_ON';

/** Something was paid of it, or is owed to an insurer that paid it, also where it was credited since. */
export const isPaid = ({ payments, payableIdr = ZERO_RUPIAH }: Invoice): boolean =>
  payments.length > 0 || payableIdr > 0;

/** What of an invoice waits for a letter. */
export const openLinesOf = ({ verified }: Invoice) => (verified?.lines ?? []).filter(({ open }) => open);

/**
 * An invoice within sight. A facility sees its own.
 * @throws Rejection `INVOICE_NOT_FOUND`
 */
export function knownInvoice(state: BillingState, invoiceId: string): Invoice {
  const invoice = state.invoices.find((one) => one.invoiceId === invoiceId);
  if (!invoice) throw new Rejection(billingRefusals.INVOICE_NOT_FOUND());
  return invoice;
}

/** @throws Rejection `INVOICE_NOT_FOUND` to a facility of which it is not */
export function requireInvoiceInSight(state: BillingState, invoiceId: string, actor: Actor): void {
  const invoice = state.invoices.find((one) => one.invoiceId === invoiceId);
  requireSight(actor, [invoice?.facilityId], billingRefusals.INVOICE_NOT_FOUND);
}

/** An invoice in one of these situations. @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>` */
export function invoiceIn(
  state: BillingState,
  invoiceId: string,
  statuses: readonly InvoiceStatus[],
): Invoice {
  const invoice = knownInvoice(state, invoiceId);
  if (!statuses.includes(invoice.status)) {
    throw new Rejection(billingRefusals[`INVOICE_${invoice.status}`]());
  }
  return invoice;
}

/** One of which nothing was paid yet. @throws Rejection `INVOICE_NOT_FOUND`, `INVOICE_<STATUS>` */
export function unpaidInvoiceIn(
  state: BillingState,
  invoiceId: string,
  statuses: readonly InvoiceStatus[],
): Invoice {
  const invoice = invoiceIn(state, invoiceId, statuses);
  if (isPaid(invoice)) throw new Rejection(billingRefusals.INVOICE_APPROVED());
  return invoice;
}

/** Of whom the invoices are. @throws Error where there are none */
export function participantOf({ participantId }: BillingState): string {
  if (participantId === undefined) throw new Error('An invoice of nobody');
  return participantId;
}
