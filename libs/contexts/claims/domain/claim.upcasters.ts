import { type Sealed, type Upcasters, isErased, withSubject } from '#kernel';

/** As the first edition recorded it: the number of an `E_KTP`, which is the NIK, in plain text. */
interface DocumentsInPlainText {
  readonly documents: readonly { readonly kind: string; readonly reference: string }[];
  readonly person?: Sealed<object>;
}

/** Schema 2 carries the references of documents under `person`. Those of an erased person are gone. */
function sealReferences(data: Record<string, unknown>): Record<string, unknown> {
  const { documents, person = {} } = data as unknown as DocumentsInPlainText;
  return {
    ...data,
    documents: documents.map(({ kind }) => ({ kind })),
    person: isErased(person)
      ? person
      : { ...person, references: documents.map(({ reference }) => reference) },
  };
}

/** How old events of a claim are read. */
export const CLAIM_UPCASTERS: Upcasters = {
  ClaimSubmitted: [sealReferences, withSubject('submitterId')],
  ClaimTakenOver: [withSubject('takerId')],
  DocumentsReceived: [sealReferences],
};
