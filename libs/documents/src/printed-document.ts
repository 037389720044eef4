import type { LocalDate, Words } from '#kernel';

/** What is printed says each thing in both languages; one of them is printed. */
export type PrintedIn = keyof Words;

/** A part of a document, from top to bottom. */
export type Part =
  | { readonly kind: 'FACTS'; readonly facts: readonly (readonly [label: Words, value: string])[] }
  | { readonly kind: 'TEXT'; readonly text: Words }
  | { readonly kind: 'HEADING'; readonly text: Words }
  | {
      /** Where the document says how its origin is checked: a code, and what can be done with it. */
      readonly kind: 'PROOF';
      readonly code: string;
      /** What is printed as a QR code beside it, for a machine to read. */
      readonly qr?: string;
      readonly text: Words;
    }
  | {
      readonly kind: 'TABLE';
      readonly columns: readonly Words[];
      /** How wide the columns are beside each other; all the same unless told. The last one stands to the right. */
      readonly widths?: readonly number[];
      readonly rows: readonly (readonly string[])[];
      /** The last row, which adds up the others. */
      readonly total?: readonly string[];
    };

/** A letter, a receipt or a card, before it is put on paper. Values are printed as they are, whatever they hold. */
export interface PrintedDocument {
  readonly title: Words;
  /** The day on which it was issued; the same document of the same day has the same bytes. */
  readonly on: LocalDate;
  readonly parts: readonly Part[];
  /** The last line of each page: where it comes from. */
  readonly footer: Words;
  /** A card is one small page. */
  readonly format: 'A4' | 'CARD';
}
