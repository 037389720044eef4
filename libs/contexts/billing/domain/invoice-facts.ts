import type { LocalDate, Rupiah } from '#kernel';
import {
  type Conclusion,
  type GuaranteeLetter,
  type OtherPayerAnswer,
  deskLetterFor,
  isGuaranteed as isGuaranteedBy,
} from '#law';
import type { Invoice } from './invoice.js';

/** Agreed prices, one for each item, from a day on until others follow; in the order of their days. */
export type Tariffs = readonly {
  readonly from: LocalDate;
  readonly tariff: readonly { readonly item: string; readonly priceIdr: Rupiah }[];
}[];

/** A stay that stands with the accident, with its sum. */
export interface RecordedCare {
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly admittedOn: LocalDate;
  readonly dischargedOn: LocalDate;
  readonly invoiceIdr: Rupiah;
  /** The claim pays it to the facility. */
  readonly isGuaranteed?: true;
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
    readonly letters: readonly GuaranteeLetter[];
    /** What stands with the accident and is paid by its claim; what came after the approval of that is paid here. */
    readonly care: readonly RecordedCare[];
    /** What the claim pays facilities of it; absent until it is approved. */
    readonly paidByClaimIdr?: Rupiah;
  };
  /** Of the facility from the day of the admission on; without an agreement there is nothing. */
  readonly plkk: { readonly tariffs?: Tariffs; readonly careUntil?: LocalDate };
}

type Stay = Pick<Invoice, 'facilityId' | 'admittedOn' | 'dischargedOn'>;

/** Whether BPJS pays the facility of an invoice, by what is known when it is asked. */
export const isGuaranteed = (
  stay: Stay,
  { accident: { letters }, plkk }: Pick<InvoiceFacts, 'accident' | 'plkk'>,
): boolean => isGuaranteedBy(stay, letters, plkk.careUntil);

/** As much as BPJS pays the facility before an office has confirmed the letter of its desk; undefined where one has. */
export const provisionalLimit = (
  stay: Stay,
  { accident: { letters } }: Pick<InvoiceFacts, 'accident'>,
): Rupiah | undefined => deskLetterFor(stay, letters)?.atMostIdr;
