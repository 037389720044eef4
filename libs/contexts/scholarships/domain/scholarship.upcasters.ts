import { type Sealed, type Upcasters, isErased } from '#kernel';

/** As the first editions recorded it: the numbers of a child's papers in plain text. */
interface EvidenceInPlainText {
  readonly evidence: readonly { readonly kind: string; readonly reference: string }[];
  readonly person: Sealed<object>;
}

/** Schema 2 carries the references under `person`. Of an erased person they are gone. */
function sealReferences(data: Record<string, unknown>): Record<string, unknown> {
  const { evidence, person } = data as unknown as EvidenceInPlainText;
  const references = evidence.map(({ reference }) => reference);
  return {
    ...data,
    evidence: evidence.map(({ kind }) => ({ kind })),
    person: isErased(person) ? person : { ...person, references },
  };
}

/** How old events of a scholarship are read. */
export const SCHOLARSHIP_UPCASTERS: Upcasters = { ScholarshipEvidenceSubmitted: [sealReferences] };
