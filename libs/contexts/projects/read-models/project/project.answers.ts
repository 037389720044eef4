import { PageOf, TimelineItem, shape, shown } from '#http';
import { COVERAGE_STATUSES } from '#law';
import { PROJECT_COVER_REASONS } from '../../domain/project-cover.js';
import { CONTRIBUTION_BASES } from '../../domain/project.events.js';

export class ProjectSummary extends shape({
  projectId: shown.uuid(),
  registrationNumber: shown.text({ example: 'JK2600001' }),
  name: shown.text(),
  owner: shown.text(),
  contractor: shown.text(),
  district: shown.text(),
  branch: shown.text(),
  workers: shown.number({ description: 'How many there will be, named or not' }),
  startsOn: shown.day(),
  lastDay: shown.day(),
}) {}

export class ProjectPage extends PageOf(ProjectSummary) {}

export class StageItem extends shape({
  dueOn: shown.day(),
  amountIdr: shown.number({ description: 'Whole rupiah; less than nothing where an addendum made it less' }),
}) {}

export class ProjectPaymentItem extends shape({
  paymentId: shown.uuid(),
  paidOn: shown.day(),
  amountIdr: shown.rupiah(),
  bankReference: shown.text(),
  confirmed: shown.yesNo({ description: 'Else it does not count for cover yet' }),
}) {}

export class ProjectDetail extends shape(
  {
    revision: shown.revision(),
    contractedOn: shown.day(),
    base: shown.code(CONTRIBUTION_BASES),
    baseIdr: shown.rupiah(),
    amountIdr: shown.rupiah({ description: 'Contributions of the whole project' }),
    receivedIdr: shown.rupiah(),
    owedIdr: shown.rupiah({ description: 'Still to be paid' }),
    creditIdr: shown.rupiah({ description: 'More than was due' }),
    stages: shown.nested(() => StageItem, { each: true }),
    payments: shown.nested(() => ProjectPaymentItem, { each: true }),
    endingUnconfirmed: shown.day({ nullable: true, description: 'An ending that nobody has confirmed yet' }),
    coverage: shown.code(COVERAGE_STATUSES, { description: 'Of its workers, on the day of the question' }),
    reason: shown.code(PROJECT_COVER_REASONS),
    timeline: shown.nested(() => TimelineItem, {
      each: true,
      description: 'What was recorded, when, and the day for which it counts',
    }),
  },
  ProjectSummary,
) {}
