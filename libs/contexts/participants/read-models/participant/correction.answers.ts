import { PageOf, shape, shown, actionsAt } from '#http';
import {
  CORRECTION_SUBJECTS,
  EVIDENCE_KINDS,
  NO_CORRECTION_REASONS,
} from '../../domain/correction.events.js';
import { HEIR_RELATIONS, SEXES } from '../../domain/participant.events.js';
import { REVERSAL_REASONS } from '../../domain/reversal.events.js';
import { CORRECTION_STATUSES } from './corrections.table.js';

const NULL = { nullable: true } as const;
const GIVEN = { optional: true } as const;

/** What was corrected, and nothing else. */
export class CorrectedValuesItem extends shape({
  name: shown.text(GIVEN),
  birthDate: shown.day(GIVEN),
  sex: shown.code(SEXES, GIVEN),
  phone: shown.text(GIVEN),
  occupation: shown.text(GIVEN),
  workplace: shown.text(GIVEN),
  district: shown.text(GIVEN),
  nikMasked: shown.text(GIVEN),
  survivorId: shown.uuid({ ...GIVEN, description: 'As whom the person goes on, or went on before a split' }),
  incomeBaseIdr: shown.rupiah(GIVEN),
  relation: shown.code(HEIR_RELATIONS, GIVEN),
  period: shown.month({ ...GIVEN, description: 'Of a payment or a declared income: its first month' }),
  months: shown.number(GIVEN),
  receipt: shown.text(GIVEN),
  amountIdr: shown.rupiah(GIVEN),
  reversal: shown.code(REVERSAL_REASONS, { ...GIVEN, description: 'Why the payment does not count' }),
  diedOn: shown.day(GIVEN),
  childIds: shown.uuid({ ...GIVEN, each: true, description: 'The children, the first one first' }),
}) {}

/** One correction: who asked for it, on what paper, who decided, and the values before and since. */
export class CorrectionItem extends shape({
  correctionId: shown.uuid(),
  actions: actionsAt('/participants/0b4f…/corrections/77aa…'),
  participantId: shown.uuid(),
  status: shown.code(CORRECTION_STATUSES),
  subjects: shown.code(CORRECTION_SUBJECTS, { each: true }),
  childId: shown.uuid({ ...NULL, description: 'Of whom it is, where it is not of the participant' }),
  heirId: shown.uuid(NULL),
  removes: shown.yesNo({ description: 'The child or the heir was named by mistake, or nobody died' }),
  evidence: shown.code(EVIDENCE_KINDS),
  evidenceNumber: shown.text({ ...NULL, description: 'Null once the person was erased, as the values are' }),
  before: shown.nested(() => CorrectedValuesItem, NULL),
  now: shown.nested(() => CorrectedValuesItem, {
    ...NULL,
    description: 'What holds since, or what was asked for',
  }),
  requesterId: shown.text(),
  requestedOn: shown.day(),
  deciderId: shown.text(NULL),
  decidedOn: shown.day(NULL),
  reason: shown.code(NO_CORRECTION_REASONS, NULL),
}) {}

export class CorrectionPage extends PageOf(CorrectionItem) {}
