import { BankAccountBody, CodeField, NameField, NestedField, TextField } from '#http';
import type { Role } from '#kernel';
import { CLAIMANTS, type Claimant, DOCUMENT_KINDS, type DocumentKind } from '../domain/claim.events.js';

/** Who hands claims and their papers in. */
export const SUBMITTERS: readonly Role[] = ['registrar', 'plkk', 'adjudicator'];

export class DocumentBody {
  @CodeField(DOCUMENT_KINDS)
  readonly kind!: DocumentKind;

  @TextField({ max: 100, description: 'Its number, or where it lies in the archive' })
  readonly reference!: string;
}

export class ClaimantBody {
  @NameField()
  readonly claimantName!: string;

  @NestedField(() => BankAccountBody)
  readonly account!: BankAccountBody;
}

export class AddDocumentsBody {
  @NestedField(() => DocumentBody, { each: true, minItems: 1, maxItems: 50 })
  readonly documents!: DocumentBody[];
}

export class TakeClaimOverBody {
  @CodeField(CLAIMANTS, { description: 'Who claims from now on' })
  readonly claimant!: Claimant;

  @NestedField(() => DocumentBody, {
    each: true,
    maxItems: 50,
    description:
      'An heir shows the death and the right to inherit; what the claim has already may be left out',
  })
  readonly documents!: DocumentBody[];

  @NestedField(() => ClaimantBody)
  readonly person!: ClaimantBody;
}
