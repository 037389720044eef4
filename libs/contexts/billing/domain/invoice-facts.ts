import { type Instant, type LocalDate, type Rupiah, addDays, dateIn } from '#kernel';
import type { Conclusion, OtherPayer, OtherPayerAnswer, RehabInvoices } from '#law';
import type { Invoice } from './billing.js';

/** Agreed prices, one for each item. */
export type Tariff = readonly { readonly item: string; readonly priceIdr: Rupiah }[];

/** Costs of care of one accident, as the law is asked about them. */
export interface CareCosts {
  /** What PLKKs billed. */
  readonly plkkInvoice?: Rupiah;
  /** What was paid to facilities and is claimed back. */
  readonly medicalReceipts?: Rupiah;
  /** Prosthesis (its reference price), dentures, hearing aid, glasses, home care. */
  readonly invoices?: RehabInvoices;
  /** What others bear of the care. */
  readonly otherPayerPaid?: Readonly<Partial<Record<OtherPayer, Rupiah>>>;
}

/** A promise to a facility that BPJS pays. */
interface Letter {
  readonly facilityId: string;
  readonly issuedOn: LocalDate;
  /** One that the desk issued itself, and that no office has confirmed: until when, for how much, and since when not. */
  readonly provisional?: {
    readonly validUntil: Instant;
    readonly atMostIdr: Rupiah;
    readonly notConfirmedFrom?: LocalDate;
  };
}

/** A stay that stands with the accident, with its sum. */
export interface RecordedCare {
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceIdr: Rupiah;
}

/** What an invoice rests on beside the others of its accident, as the log knows it now. */
export interface InvoiceFacts {
  readonly participantId: string;
  readonly accident: {
    readonly kind: string;
    readonly placeKind: string;
    readonly occurredOn: LocalDate;
    readonly situation: string;
    readonly conclusion?: Conclusion;
    readonly employerId?: string;
    /** Who comes before JKK, as far as somebody said. */
    readonly otherPayer?: OtherPayerAnswer;
    readonly letters: readonly Letter[];
    /** What stands with the accident and is paid by its claim; what came after the approval of that is paid here. */
    readonly care: readonly RecordedCare[];
  };
  /** Of the facility on the day of the admission; without an agreement there are no terms. */
  readonly plkk: { readonly terms?: { readonly tariff: Tariff }; readonly careUntil?: LocalDate };
}

/** A letter counts for a stay that began so many days before it (reference 3.2: 3 x 24 hours). */
const LETTER_AFTER_DAYS = 3;

/**
 * Whether BPJS pays the facility: it holds a letter that was issued by the third day of the stay, and an agreement was in force on
 * the day of the admission. It follows from what is known when it is asked, not from what was known when somebody typed.
 */
export function isGuaranteed(
  invoice: Pick<Invoice, 'facilityId' | 'admittedOn' | 'dischargedOn'>,
  { accident: { letters }, plkk }: Pick<InvoiceFacts, 'accident' | 'plkk'>,
): boolean {
  return plkk.careUntil !== undefined && lettersFor(invoice, letters).length > 0;
}

/** As much as BPJS pays the facility of this stay before an office has confirmed its letter; undefined where one has. */
export function provisionalLimit(
  invoice: Pick<Invoice, 'facilityId' | 'admittedOn' | 'dischargedOn'>,
  { accident: { letters } }: Pick<InvoiceFacts, 'accident'>,
): Rupiah | undefined {
  const covering = lettersFor(invoice, letters);
  if (covering.some(({ provisional }) => provisional === undefined)) return undefined;
  return covering[0]?.provisional?.atMostIdr;
}

/** Letters that cover a stay: of the office by its third day, of the desk for stays that begin before it ends. */
function lettersFor(
  { facilityId, admittedOn, dischargedOn }: Pick<Invoice, 'facilityId' | 'admittedOn' | 'dischargedOn'>,
  letters: readonly Letter[],
): readonly Letter[] {
  const by = addDays(admittedOn, LETTER_AFTER_DAYS);
  return letters
    .filter((letter) => letter.facilityId === facilityId && letter.issuedOn <= by)
    .filter(({ provisional }) => {
      if (provisional === undefined) return true;
      const { validUntil, notConfirmedFrom } = provisional;
      const isInTime = admittedOn <= dateIn(validUntil);
      return isInTime && (notConfirmedFrom === undefined || dischargedOn < notConfirmedFrom);
    });
}
