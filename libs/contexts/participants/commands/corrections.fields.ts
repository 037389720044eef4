import { asked, shape } from '#http';
import { EVIDENCE_KINDS, NO_CORRECTION_REASONS } from '../domain/correction.events.js';
import { HEIR_RELATIONS, SEXES } from '../domain/participant.events.js';
import { REVERSAL_REASONS } from '../domain/reversal.events.js';

/** Its number may be a person's: it is sealed. */
export class CorrectionEvidenceBody extends shape({
  kind: asked.code(EVIDENCE_KINDS),
  number: asked.line({ max: 60, description: 'Number of the paper, or where it lies in the archive' }),
}) {}

export class CorrectedPersonBody extends shape({
  name: asked.name({ optional: true, description: 'As on the KTP' }),
  birthDate: asked.day({ optional: true }),
  sex: asked.code(SEXES, { optional: true }),
  phone: asked.phone({ optional: true }),
  occupation: asked.text({ optional: true, max: 100 }),
  workplace: asked.text({ optional: true, max: 200 }),
}) {}

export class CorrectParticipantBody extends shape({
  district: asked.district({ optional: true }),
  person: asked.nested(() => CorrectedPersonBody, {
    optional: true,
    description: 'Only what is to be corrected',
  }),
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class RightNikBody extends shape({ nik: asked.nik() }) {}

export class CorrectNikBody extends shape({
  person: asked.nested(() => RightNikBody),
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class ChangeIncomeBandBody extends shape({
  from: asked.month({ description: 'First month for which it holds' }),
  declaredIncomeIdr: asked.rupiah({
    description: 'Declared income a month; it chooses the contribution band',
  }),
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class ConfirmNikDifferenceBody extends shape({
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class CorrectedChildBody extends shape({
  name: asked.name({ optional: true }),
  birthDate: asked.day({ optional: true }),
}) {}

export class CorrectChildBody extends shape({
  person: asked.nested(() => CorrectedChildBody),
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class CorrectedHeirBody extends shape({
  name: asked.name({ optional: true }),
  phone: asked.phone({ optional: true }),
}) {}

export class CorrectHeirBody extends shape({
  relation: asked.code(HEIR_RELATIONS, { optional: true }),
  person: asked.nested(() => CorrectedHeirBody, { optional: true }),
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class RemoveBody extends shape({
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class RevokeDeathBody extends shape({
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class CorrectDeathDayBody extends shape({
  diedOn: asked.day(),
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class MergeBody extends shape({
  survivorId: asked.uuid({ description: 'The participant under whose id the person goes on' }),
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class SplitBody extends shape({
  evidence: asked.nested(() => CorrectionEvidenceBody),
}) {}

export class RequestReversalBody extends shape({
  period: asked.month({ description: 'First month of the payment' }),
  receipt: asked.paperNumber({ max: 60, description: 'Its number, as it was recorded' }),
  reason: asked.code(REVERSAL_REASONS),
  bankReference: asked.paperNumber({ max: 60, description: 'The line of the bank statement that shows it' }),
}) {}

export class RefuseCorrectionBody extends shape({
  reason: asked.code(NO_CORRECTION_REASONS),
}) {}
