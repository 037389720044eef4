import { BankAccountBody, CodeField, NameField, NestedField, TextField, UuidField } from '#platform';
import { DOCUMENT_KINDS, type DocumentKind } from '../domain/claim.events.js';

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

  @CodeField(['PARTICIPANT', 'HEIR'])
  readonly claimant!: 'PARTICIPANT' | 'HEIR';

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
