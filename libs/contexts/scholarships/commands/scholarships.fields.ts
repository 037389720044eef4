import { LEVELS, WORK_KINDS } from '#law';
import { BankAccountBody, asked, shape } from '#http';
import {
  END_REASONS,
  EVIDENCE_KINDS,
  RESUME_REASONS,
  SCHOLARSHIP_PAYEES,
} from '../domain/scholarship.events.js';

export class EvidenceDocumentBody extends shape({
  kind: asked.code(EVIDENCE_KINDS),
  reference: asked.text({ max: 100, description: 'Its number, or where it lies in the archive' }),
}) {}

export class WorkBody extends shape({
  kind: asked.code(WORK_KINDS),
  months: asked.integer({ min: 0, max: 600, description: 'Consecutive months of this work' }),
}) {}

export class EvidencePersonBody extends shape({
  account: asked.nested(() => BankAccountBody, { description: 'Of the child or its guardian' }),
}) {}

/** The law knows scholarships since 2015. */
export const YEARS = { min: 2015, max: 2200 };

export class SubmitEvidenceBody extends shape({
  year: asked.integer({ ...YEARS, description: 'Calendar year that is claimed' }),
  level: asked.code(LEVELS),
  yearInLevel: asked.integer({ min: 1, max: 12, description: 'Which year of the level the child is in' }),
  married: asked.yesNo(),
  working: asked.yesNo(),
  work: asked.nested(() => WorkBody, { optional: true, description: 'Of a working child' }),
  evidence: asked.nested(() => EvidenceDocumentBody, {
    each: true,
    minItems: 1,
    maxItems: 20,
    description: 'A school letter, and a report card or transcript, prove the year',
  }),
  payee: asked.code(SCHOLARSHIP_PAYEES, { description: 'Whose account it is' }),
  person: asked.nested(() => EvidencePersonBody),
}) {}

/** Every reason that a person reports; `PAID_ONCE` follows from the law by itself, and `NO_LONGER_ENTITLED` from what its claim comes to. */
export const REPORTED_REASONS = END_REASONS.filter(
  (reason) => reason !== 'PAID_ONCE' && reason !== 'NO_LONGER_ENTITLED',
);

export class EndScholarshipBody extends shape({
  reason: asked.code(REPORTED_REASONS),
  endedOn: asked.day({ description: 'The day the right ended' }),
}) {}

export class ResumeScholarshipBody extends shape({
  reason: asked.code(RESUME_REASONS),
  reference: asked.paperNumber({
    max: 100,
    description: 'Number of the paper that shows that the right should not have ended',
    example: 'BA/14/2026',
  }),
}) {}
