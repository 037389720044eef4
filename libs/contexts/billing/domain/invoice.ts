import type { CareBearer } from '#law';
import { type BankAccount, type LocalDate, type Rupiah, ZERO_RUPIAH, rupiah, totalOf } from '#kernel';
import type { InvoiceEndorsed, InvoicePayment } from './approval.events.js';
import type { BilledFor, CareKind, InvoiceHealth, Payer, RoomClass } from './billing.events.js';
import type { InvoiceVerified, LineResult, VerificationReason } from './verification.events.js';

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
