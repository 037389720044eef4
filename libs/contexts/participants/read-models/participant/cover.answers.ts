import { COVERAGE_STATUSES, PU_PROGRAMS, SEGMENTS } from '#law';
import { shape, shown } from '#http';
import { COVER_MENDS, type CoverReason } from '../../domain/cover-mended.js';
import { MEMBERSHIP_COVER_REASONS } from '../../domain/membership-cover.js';
import { ofProject } from './participant.answers.js';

const NULL = { nullable: true } as const;

/** What a counter learns of somebody it does not know: whether the card is theirs, and whether they are covered. */
export class EligibilityAnswer extends shape({
  identityMatches: shown.yesNo({
    description: 'NIK and name are those of one participant; else nothing is told',
  }),
  on: shown.day({ description: 'The day that was asked about' }),
  coverage: shown.code(COVERAGE_STATUSES, { ...NULL, description: 'Cover on that day' }),
  segment: shown.code(SEGMENTS, { ...NULL, description: 'By which membership' }),
  employerName: shown.text({ ...NULL, description: 'Of a wage earner' }),
  paidThrough: shown.month({ ...NULL, example: '2026-10' }),
  care: shown.code(['GUARANTEED', 'GUARANTEED_AS_SUSPECTED', 'GENERAL_PATIENT'], {
    description:
      'Who is covered is treated at the cost of BPJS, who is in arrears as a suspected case until that is settled, anybody else as a general patient: notice of the accident is possible all the same',
  }),
  checkedAt: shown.instant({ description: 'When it was answered' }),
  validUntil: shown.instant({ description: '24 hours later: then it is asked anew' }),
  answerNumber: shown.text({
    example: 'E-3F2A9C01D4E7',
    description: 'To name the answer by; it stands in the log',
  }),
}) {}

const COVER_REASONS = [
  ...MEMBERSHIP_COVER_REASONS,
  'PROJECT_NEVER_PAID',
  'PROJECT_IN_ARREARS',
  'IN_ARREARS',
  'LAPSED',
  'NEVER_PAID',
] as const satisfies readonly CoverReason[];

/** Whether one membership covers a person on a day. */
export class CoverItem extends shape({
  membershipId: shown.uuid(NULL),
  ...ofProject,
  segment: shown.code(SEGMENTS),
  employerId: shown.uuid(NULL),
  employerName: shown.text(NULL),
  npp: shown.text(NULL),
  programmes: shown.code(PU_PROGRAMS, { each: true, description: 'Each of them is covered alike' }),
  coverage: shown.code(COVERAGE_STATUSES),
  reason: shown.code(COVER_REASONS),
  mend: shown.code(COVER_MENDS, {
    ...NULL,
    description: 'What would mend it, or keep it; null where nothing is to be mended',
  }),
  unpaid: shown.month({
    each: true,
    description: 'Of the self-employed in arrears: the months that are due and unpaid, oldest first',
  }),
  employerArrearsMonths: shown.number({
    ...NULL,
    description: 'Months in a row that the employer owes; beyond three it pays benefits first',
  }),
  paidThrough: shown.month({ ...NULL, example: '2026-10' }),
}) {}

/** The cover of a person on a day, by membership. */
export class CoverAnswer extends shape({
  participantId: shown.uuid(),
  on: shown.day(),
  memberships: shown.nested(() => CoverItem, { each: true }),
}) {}

/** What one membership was in a month. */
export class MonthItem extends shape({
  period: shown.month({ example: '2026-10' }),
  coverage: shown.code(COVERAGE_STATUSES, { description: 'On the last day of it, or today' }),
  reason: shown.code(COVER_REASONS),
  paidOn: shown.day({
    ...NULL,
    description: 'When the money for this month came; null while it is not paid',
  }),
  recordedOn: shown.day({ ...NULL, description: 'When that was recorded' }),
}) {}

/** One membership, month by month. */
export class MembershipMonths extends shape({
  membershipId: shown.uuid(NULL),
  ...ofProject,
  segment: shown.code(SEGMENTS),
  employerId: shown.uuid(NULL),
  employerName: shown.text(NULL),
  npp: shown.text(NULL),
  months: shown.nested(() => MonthItem, { each: true, description: 'Oldest first, none left out' }),
}) {}

/** The history of a person, month by month and by membership. */
export class MonthsAnswer extends shape({
  participantId: shown.uuid(),
  from: shown.month(),
  to: shown.month(),
  memberships: shown.nested(() => MembershipMonths, { each: true }),
}) {}
