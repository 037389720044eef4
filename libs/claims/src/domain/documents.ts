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

/** In addition, when a work accident ended in death. */
const REQUIRED_AFTER_DEATH: readonly DocumentKind[] = [
  'DEATH_CERTIFICATE',
  'HEIR_CERTIFICATE',
  'KK',
  'HEIR_KTP',
];

/** What decides which documents are needed. */
export interface DocumentNeeds {
  readonly programme: Programme;
  /** A JKK claim for a death. */
  readonly died: boolean;
  /** A JKK claim with transport costs. */
  readonly hasTransport: boolean;
}

/** The documents that are still missing, in the order of the list. */
export function missingDocuments(needs: DocumentNeeds, documents: readonly ClaimDocument[]): DocumentKind[] {
  const required = [
    ...REQUIRED[needs.programme],
    ...(needs.programme === 'JKK' && needs.died ? REQUIRED_AFTER_DEATH : []),
    ...(needs.hasTransport ? (['TRANSPORT_RECEIPTS'] as const) : []),
  ];
  return required.filter((kind) => !documents.some((document) => document.kind === kind));
}
