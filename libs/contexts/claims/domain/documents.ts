import type { ClaimDocument, DocumentKind, Programme } from './claim.events.js';

/** Which documents a claim rests on, beside the reports that the accident brings with it (reference 7.1). */
const REQUIRED: Readonly<Record<Programme, readonly DocumentKind[]>> = {
  JKK: ['KPJ_CARD', 'E_KTP', 'CHRONOLOGY', 'KK1', 'KK2', 'KK3', 'ACCOUNT_BOOK'],
  JKM: [
    'FORM_4',
    'KPJ_CARD',
    'E_KTP',
    'HEIR_KTP',
    'KK',
    'DEATH_CERTIFICATE',
    'HEIR_CERTIFICATE',
    'ACCOUNT_BOOK',
  ],
};

/** In addition, when the participant of a JKK claim died: who is the heir (ahli waris). */
const REQUIRED_OF_HEIRS: readonly DocumentKind[] = [
  'DEATH_CERTIFICATE',
  'HEIR_CERTIFICATE',
  'KK',
  'HEIR_KTP',
];

/** What decides which documents are needed. */
export interface DocumentNeeds {
  readonly programme: Programme;
  /** A JKK claim that belongs to the heir. */
  readonly died: boolean;
  /** A JKK claim with transport costs. */
  readonly hasTransport: boolean;
}

/** The documents that are still missing, in the order of the list. */
export function missingDocuments(needs: DocumentNeeds, documents: readonly ClaimDocument[]): DocumentKind[] {
  const required = [
    ...REQUIRED[needs.programme],
    ...(needs.programme === 'JKK' && needs.died ? REQUIRED_OF_HEIRS : []),
    ...(needs.hasTransport ? (['TRANSPORT_RECEIPTS'] as const) : []),
  ];
  return notAmong(documents, required);
}

/** What is missing for somebody to be known as the heir. */
export const missingOfHeir = (documents: readonly ClaimDocument[]): DocumentKind[] =>
  notAmong(documents, REQUIRED_OF_HEIRS);

const notAmong = (documents: readonly ClaimDocument[], required: readonly DocumentKind[]): DocumentKind[] =>
  required.filter((kind) => !documents.some((document) => document.kind === kind));
