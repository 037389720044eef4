import type { LocalDate } from '#kernel';
import { LEVELS, type Level, WORK_KINDS, type WorkKind } from '#law';
import {
  BankAccountBody,
  BooleanField,
  CodeField,
  IntegerField,
  LocalDateField,
  NestedField,
  TextField,
} from '#http';
import {
  END_REASONS,
  EVIDENCE_KINDS,
  type EndReason,
  SCHOLARSHIP_PAYEES,
  type ScholarshipEvidenceKind,
  type ScholarshipPayee,
} from '../domain/scholarship.events.js';

export class EvidenceDocumentBody {
  @CodeField(EVIDENCE_KINDS)
  readonly kind!: ScholarshipEvidenceKind;

  @TextField({ max: 100, description: 'Its number, or where it lies in the archive' })
  readonly reference!: string;
}

export class WorkBody {
  @CodeField(WORK_KINDS)
  readonly kind!: WorkKind;

  @IntegerField({ min: 0, max: 600, description: 'Consecutive months of this work' })
  readonly months!: number;
}

export class EvidencePersonBody {
  @NestedField(() => BankAccountBody, { description: 'Of the child or its guardian' })
  readonly account!: BankAccountBody;
}

/** The law knows scholarships since 2015. */
export const YEARS = { min: 2015, max: 2200 };

export class SubmitEvidenceBody {
  @IntegerField({ ...YEARS, description: 'Calendar year that is claimed' })
  readonly year!: number;

  @CodeField(LEVELS)
  readonly level!: Level;

  @IntegerField({ min: 1, max: 12, description: 'Which year of the level the child is in' })
  readonly yearInLevel!: number;

  @BooleanField()
  readonly married!: boolean;

  @BooleanField()
  readonly working!: boolean;

  @NestedField(() => WorkBody, { optional: true, description: 'Of a working child' })
  readonly work?: WorkBody;

  @NestedField(() => EvidenceDocumentBody, {
    each: true,
    minItems: 1,
    maxItems: 20,
    description: 'A school letter, and a report card or transcript, prove the year',
  })
  readonly evidence!: EvidenceDocumentBody[];

  @CodeField(SCHOLARSHIP_PAYEES, { description: 'Whose account it is' })
  readonly payee!: ScholarshipPayee;

  @NestedField(() => EvidencePersonBody)
  readonly person!: EvidencePersonBody;
}

/** Every reason that a person reports; `PAID_ONCE` follows from the law by itself. */
const REPORTED_REASONS = END_REASONS.filter((reason) => reason !== 'PAID_ONCE');

export class EndScholarshipBody {
  @CodeField(REPORTED_REASONS)
  readonly reason!: EndReason;

  @LocalDateField({ description: 'The day the right ended' })
  readonly endedOn!: LocalDate;
}
