import { BankAccountBody, CodeField, NameField, NestedField, TextField, UuidField } from '#http';
import { CLAIMANTS, type Claimant, DOCUMENT_KINDS, type DocumentKind } from '../domain/claim.events.js';

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

export class SubmitJkkClaimBody {
  @UuidField({ description: 'The accident that is claimed for; it can be claimed once' })
  readonly accidentId!: string;

  @UuidField()
  readonly participantId!: string;

  @CodeField(CLAIMANTS)
  readonly claimant!: Claimant;

  @NestedField(() => DocumentBody, { each: true, maxItems: 50 })
  readonly documents!: DocumentBody[];

  @NestedField(() => ClaimantBody)
  readonly person!: ClaimantBody;
}

export class SubmitJkmClaimBody {
  @UuidField({ description: 'The participant whose death was reported' })
  readonly participantId!: string;

  @NestedField(() => DocumentBody, { each: true, maxItems: 50 })
  readonly documents!: DocumentBody[];

  @NestedField(() => ClaimantBody, { description: 'The heir' })
  readonly person!: ClaimantBody;
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
