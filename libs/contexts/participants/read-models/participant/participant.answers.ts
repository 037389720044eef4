import { COVERAGE_STATUSES, PU_PROGRAMS, SEGMENTS } from '#law';
import { PageOf, shape, shown, actionsAt, whatCanBeDone } from '#http';
import {
  CORRECTION_SUBJECTS,
  EVIDENCE_KINDS,
  NO_CORRECTION_REASONS,
} from '../../domain/correction.events.js';
import { HEIR_RELATIONS, OCCUPATION_GROUPS, SEXES } from '../../domain/participant.events.js';
import { REVERSAL_REASONS } from '../../domain/reversal.events.js';
import { CORRECTION_STATUSES } from './corrections.table.js';
import { COVER_MENDS, type CoverReason } from '../../domain/cover-mended.js';
import { MEMBERSHIP_COVER_REASONS } from '../../domain/membership-cover.js';
import { LEAVING_REASONS } from '../../domain/membership.events.js';

const NULL = { nullable: true } as const;

/** One participant in a list. Personal fields are null once the person was erased. */
export class ParticipantSummary extends shape({
  participantId: shown.uuid(),
  name: shown.text(NULL),
  nikMasked: shown.text({ ...NULL, example: '0000**********01' }),
  segment: shown.code(SEGMENTS),
  district: shown.text(),
  occupationGroup: shown.code(OCCUPATION_GROUPS, NULL),
  branch: shown.text({ ...NULL, description: "Of BPJS; of a wage earner it is the employer's" }),
  registeredOn: shown.day(),
  coverage: shown.code(COVERAGE_STATUSES, {
    ...NULL,
    description:
      'Of the self-employed, on the day of the question; null of wage earners, whose cover is told for each employer',
  }),
  paidThrough: shown.month({ ...NULL, example: '2026-10' }),
  diedOn: shown.day(NULL),
}) {}

/** How near somebody is to what was asked. */
export const MATCHES = ['EXACT', 'WORDS', 'SIMILAR'] as const;

export type Match = (typeof MATCHES)[number];

/** One participant who was found, and how near that is to what was asked. */
export class FoundParticipant extends shape(
  {
    match: shown.code(MATCHES, {
      ...NULL,
      description:
        'EXACT: everything is as it was asked; WORDS: all words of the name, in another order or spelling or among others; SIMILAR: words that resemble them. Null where neither a name nor anything else personal was asked',
    }),
    likeness: shown.number({
      ...NULL,
      description:
        'How much the whole name resembles the one that was asked, in percent; null without a name',
    }),
  },
  ParticipantSummary,
) {}

export class ParticipantPage extends PageOf(FoundParticipant) {}

export class ContributionItem extends shape({
  participantId: shown.uuid({
    description: 'Under which id of the person it was recorded, and is taken back',
  }),
  paymentId: shown.uuid({ description: 'By which its receipt is printed' }),
  period: shown.month({ example: '2026-10' }),
  months: shown.number(),
  amountIdr: shown.rupiah(),
  payer: shown.text(),
  paidOn: shown.day(),
  recordedOn: shown.day(),
  receipt: shown.text(),
  reversedOn: shown.day({ ...NULL, description: 'Since when it does not count' }),
  reversal: shown.code(REVERSAL_REASONS, { ...NULL, description: 'Why it does not count' }),
}) {}

export class ChildItem extends shape({
  participantId: shown.uuid({ description: 'Under which id of the person it was named, and is corrected' }),
  childId: shown.uuid(),
  name: shown.text(NULL),
  birthDate: shown.day(NULL),
  schoolLevel: shown.text(NULL),
  yearInLevel: shown.number(NULL),
  recordedOn: shown.day(),
  confirmed: shown.yesNo({
    description: 'It counts; else it was named long after the death, and a second person has to confirm it',
  }),
}) {}

export class HeirItem extends shape({
  participantId: shown.uuid({ description: 'Under which id of the person it was named, and is corrected' }),
  heirId: shown.uuid(),
  relation: shown.text(),
  name: shown.text(NULL),
  recordedOn: shown.day(),
  confirmed: shown.yesNo({
    description: 'It counts; else it was named long after the death, and a second person has to confirm it',
  }),
}) {}

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

const ofProject = {
  placementId: shown.uuid({ ...NULL, description: 'Of a worker on a construction project' }),
  projectId: shown.uuid(NULL),
  projectName: shown.text(NULL),
};

/** One membership of a person: of a wage earner with one employer or on one project, or of whoever works for nobody. */
export class MembershipItem extends shape({
  membershipId: shown.uuid({ ...NULL, description: 'With an employer' }),
  actions: actionsAt('/memberships/0b4f…'),
  ...ofProject,
  segment: shown.code(SEGMENTS),
  employerId: shown.uuid(NULL),
  employerName: shown.text(NULL),
  npp: shown.text(NULL),
  kpj: shown.text({
    ...NULL,
    description: 'Number of the card; null of whoever was registered before numbers were given out',
  }),
  startedOn: shown.day({ description: 'The first day of work, or of the registration' }),
  endedOn: shown.day({ ...NULL, description: 'The last day' }),
  recordedOn: shown.day({ description: 'When the first day was recorded' }),
  endRecordedOn: shown.day({ ...NULL, description: 'When the last day was recorded' }),
  leavingReason: shown.code(LEAVING_REASONS, NULL),
  confirmed: shown.yesNo({ description: 'Else a second person has to confirm what was entered late' }),
  programmes: shown.code(PU_PROGRAMS, { each: true }),
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

/** One wage earner of an employer. */
export class MemberItem extends shape({
  membershipId: shown.uuid(),
  actions: actionsAt('/memberships/0b4f…'),
  participantId: shown.uuid(),
  name: shown.text(NULL),
  nikMasked: shown.text({ ...NULL, example: '0000**********01' }),
  wageIdr: shown.rupiah({ description: 'Reported last, a month' }),
  startedOn: shown.day(),
  endedOn: shown.day(NULL),
  diedOn: shown.day(NULL),
  confirmed: shown.yesNo(),
}) {}

export class ProjectWorkerItem extends shape({
  placementId: shown.uuid(),
  actions: actionsAt('/placements/0b4f…'),
  participantId: shown.uuid(),
  name: shown.text(NULL),
  nikMasked: shown.text({ ...NULL, example: '0000**********01' }),
  wageIdr: shown.rupiah({ description: 'A month' }),
  startedOn: shown.day(),
  endedOn: shown.day(NULL),
  diedOn: shown.day(NULL),
  confirmed: shown.yesNo(),
}) {}

export class ProjectWorkerPage extends PageOf(ProjectWorkerItem) {}

export class MemberPage extends PageOf(MemberItem) {}

export class IncomeBandItem extends shape({
  from: shown.month({ description: 'First month for which it holds' }),
  incomeBaseIdr: shown.rupiah(),
}) {}

/** A month that was paid twice for one person who was registered twice. */
export class DoubleMonthItem extends shape({
  period: shown.month({ example: '2026-10' }),
  participantId: shown.uuid({ description: 'Under which id the payment was recorded that buys nothing' }),
  employerId: shown.uuid({ ...NULL, description: 'Who paid it; null of the self-employed' }),
  receipt: shown.text({ ...NULL, description: 'Of the self-employed' }),
}) {}

/** Everything the read model knows of one participant. */
export class ParticipantDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/participants/0b4f…'),
    whatCanBeDone,
    recordedOn: shown.day({ description: 'When the registration was recorded' }),
    deathRecordedOn: shown.day({ ...NULL, description: 'When the death was recorded' }),
    contributionsRevision: shown.number({
      ...NULL,
      description: 'The same for a contribution; null before the first one',
    }),
    channel: shown.text(),
    payer: shown.text(),
    sponsorId: shown.uuid(NULL),
    agreementId: shown.uuid(NULL),
    fieldActionId: shown.uuid({ ...NULL, description: 'On which action in the field they were registered' }),
    sector: shown.text(),
    incomeBaseIdr: shown.rupiah({
      description: 'Base of the contribution band on the day of the question, and wage basis of benefits',
    }),
    bands: shown.nested(() => IncomeBandItem, {
      each: true,
      description: 'Incomes that were declared since the registration',
    }),
    warnings: shown.text({ each: true }),
    birthDate: shown.day(NULL),
    sex: shown.text(NULL),
    phone: shown.text(NULL),
    occupation: shown.text(NULL),
    workplace: shown.text(NULL),
    paidMonths: shown.number(),
    contributedIdr: shown.rupiah(),
    contributions: shown.nested(() => ContributionItem, { each: true }),
    children: shown.nested(() => ChildItem, { each: true }),
    heirs: shown.nested(() => HeirItem, { each: true }),
    corrections: shown.nested(() => CorrectionItem, {
      each: true,
      description: 'The oldest first; none for a PLKK',
    }),
    memberships: shown.nested(() => MembershipItem, { each: true, description: 'Oldest first' }),
    mergedInto: shown.uuid({
      ...NULL,
      description: 'The participant who is the same person: everything that is shown here counts there',
    }),
    mergedIds: shown.uuid({
      each: true,
      description:
        'Ids of participants who were merged into this one, whose records are shown and counted here',
    }),
    doubleMonths: shown.nested(() => DoubleMonthItem, {
      each: true,
      description:
        'Months that were paid under two of these ids: they count once, and are owed to whoever paid',
    }),
  },
  ParticipantSummary,
) {}
