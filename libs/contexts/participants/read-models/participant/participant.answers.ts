import { COVERAGE_STATUSES, SEGMENTS } from '#law';
import { PageOf, shape, shown } from '#http';

const NULL = { nullable: true } as const;

/** One participant in a list. Personal fields are null once the person was erased. */
export class ParticipantSummary extends shape({
  participantId: shown.uuid(),
  name: shown.text(NULL),
  nikMasked: shown.text({ ...NULL, example: '0000**********01' }),
  segment: shown.code(SEGMENTS),
  district: shown.text(),
  registeredOn: shown.day(),
  coverage: shown.code(COVERAGE_STATUSES, { description: 'Cover on the day of the question' }),
  paidThrough: shown.month({ ...NULL, example: '2026-10' }),
  diedOn: shown.day(NULL),
}) {}

export class ParticipantPage extends PageOf(ParticipantSummary) {}

export class ContributionItem extends shape({
  period: shown.month({ example: '2026-10' }),
  months: shown.number(),
  amountIdr: shown.rupiah(),
  payer: shown.text(),
  paidOn: shown.day(),
  receipt: shown.text(),
}) {}

export class ChildItem extends shape({
  childId: shown.uuid(),
  name: shown.text(NULL),
  birthDate: shown.day(NULL),
  schoolLevel: shown.text(NULL),
  yearInLevel: shown.number(NULL),
}) {}

export class HeirItem extends shape({
  heirId: shown.uuid(),
  relation: shown.text(),
  name: shown.text(NULL),
}) {}

/** What a counter learns of somebody it does not know: whether the card is theirs, and whether they are covered. */
export class EligibilityAnswer extends shape({
  identityMatches: shown.yesNo({
    description: 'NIK and name are those of one participant; else nothing is told',
  }),
  coverage: shown.code(COVERAGE_STATUSES, { ...NULL, description: 'Cover on the day of the question' }),
  paidThrough: shown.month({ ...NULL, example: '2026-10' }),
}) {}

/** Everything the read model knows of one participant. */
export class ParticipantDetail extends shape(
  {
    revision: shown.revision(),
    contributionsRevision: shown.number({
      ...NULL,
      description: 'The same for a contribution; null before the first one',
    }),
    channel: shown.text(),
    payer: shown.text(),
    sponsorId: shown.uuid(NULL),
    agreementId: shown.uuid(NULL),
    sector: shown.text(),
    incomeBaseIdr: shown.rupiah({ description: 'Base of the contribution band and wage basis of benefits' }),
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
  },
  ParticipantSummary,
) {}
