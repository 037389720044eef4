import { PageOf, TimelineItem, actionsAt, whatCanBeDone, shape, shown } from '#http';
import { PAYMENT_CORRECTION_KINDS, PAYMENT_REVERSAL_REASONS } from '#kernel';
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

export class ProjectRefundItem extends shape({
  paidOn: shown.day(),
  amountIdr: shown.rupiah(),
}) {}

export class ProjectHeldItem extends shape({ paymentId: shown.uuid(), amountIdr: shown.rupiah() }) {}

/** What waits for a second person. */
export class ProjectCorrectionItem extends shape({
  correctionId: shown.uuid(),
  kind: shown.code(PAYMENT_CORRECTION_KINDS),
  paymentId: shown.uuid({ nullable: true, description: 'Null where more came than was due' }),
  amountIdr: shown.rupiah(),
  reason: shown.code(PAYMENT_REVERSAL_REASONS, { nullable: true }),
  bankReference: shown.text(),
}) {}

export class ProjectDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/projects/0b4f…'),
    whatCanBeDone,
    contractedOn: shown.day(),
    base: shown.code(CONTRIBUTION_BASES),
    baseIdr: shown.rupiah(),
    amountIdr: shown.rupiah({ description: 'Contributions of the whole project' }),
    receivedIdr: shown.rupiah(),
    owedIdr: shown.rupiah({ description: 'Still to be paid' }),
    creditIdr: shown.rupiah({ description: 'More than was due' }),
    stages: shown.nested(() => StageItem, { each: true }),
    payments: shown.nested(() => ProjectPaymentItem, { each: true, description: 'Those that count' }),
    refunds: shown.nested(() => ProjectRefundItem, { each: true, description: 'Of what was more than due' }),
    asked: shown.nested(() => ProjectCorrectionItem, {
      each: true,
      description: 'Payments that are to be taken back or paid back, and wait for a second person',
    }),
    held: shown.nested(() => ProjectHeldItem, {
      each: true,
      description: 'Payments of others that were taken back, and are to be paid back',
    }),
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
