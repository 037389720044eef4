import { COVERAGE_STATUSES, PU_PROGRAMS, SEGMENTS } from '#law';
import { PageOf, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { OCCUPATION_GROUPS } from '../../domain/participant.events.js';
import { REVERSAL_REASONS } from '../../domain/reversal.events.js';
import { LEAVING_REASONS } from '../../domain/membership.events.js';
import { CorrectionItem } from './correction.answers.js';

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

export const ofProject = {
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
