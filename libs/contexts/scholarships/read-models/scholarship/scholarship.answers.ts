import { LEVELS } from '#law';
import { PageOf, TimelineItem, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { END_REASONS, EVIDENCE_KINDS, SCHOLARSHIP_PAYEES } from '../../domain/scholarship.events.js';
import { SCHOLARSHIP_STATUSES, YEAR_STATUSES } from './scholarship.read-model.js';

/** One scholarship in a list. What is projected, approved and paid are three different things. */
export class ScholarshipSummary extends shape({
  scholarshipId: shown.uuid(),
  claimId: shown.uuid(),
  participantId: shown.uuid({ nullable: true, description: 'Null for reporting' }),
  childId: shown.uuid({ nullable: true, description: 'Null for reporting' }),
  status: shown.code(SCHOLARSHIP_STATUSES),
  grantedOn: shown.day(),
  level: shown.code(LEVELS, { nullable: true, description: 'Null below school age' }),
  yearInLevel: shown.number({ nullable: true }),
  projectedIdr: shown.rupiah({ description: 'The most it can come to; never a payment' }),
  approvedIdr: shown.rupiah({ description: 'Approved so far' }),
  paidIdr: shown.rupiah({ description: 'What has arrived so far, less what came back since' }),
}) {}

export class ScholarshipPage extends PageOf(ScholarshipSummary) {}

export class ScholarshipComponentItem extends shape({
  code: shown.text({ example: 'SCHOLARSHIP_SMA' }),
  amountIdr: shown.rupiah(),
  law: shown.text(),
  article: shown.text(),
  arithmetic: shown.text({ description: 'The calculation in digits' }),
}) {}

export class EvidenceDocumentItem extends shape({
  kind: shown.code(EVIDENCE_KINDS),
  reference: shown.text({ nullable: true, description: 'Null when the person was erased' }),
}) {}

export class YearRefusal extends shape({
  decision: shown.text({ example: 'REJECTED_NO_EVIDENCE' }),
  rule: shown.text(),
  law: shown.text(),
  article: shown.text(),
  detail: shown.text(),
}) {}

export class ScholarshipYearItem extends shape({
  year: shown.number(),
  status: shown.code(YEAR_STATUSES),
  level: shown.code(LEVELS),
  yearInLevel: shown.number(),
  submittedBy: shown.text({ description: 'Who took the evidence; somebody else decides' }),
  submittedOn: shown.day(),
  documents: shown.nested(() => EvidenceDocumentItem, { each: true }),
  payee: shown.code(SCHOLARSHIP_PAYEES),
  accountMasked: shown.text({ nullable: true, example: '****7890' }),
  deciderId: shown.text({ nullable: true }),
  decidedOn: shown.day({ nullable: true }),
  components: shown.nested(() => ScholarshipComponentItem, { each: true }),
  amountIdr: shown.rupiah({ description: 'Approved for this year' }),
  refusal: shown.nested(() => YearRefusal, { nullable: true }),
  payoutId: shown.uuid({ nullable: true }),
  paidOn: shown.day({ nullable: true }),
}) {}

/** One event in the story of a scholarship. */
export class ScholarshipTimelineItem extends shape(
  {
    year: shown.number({ nullable: true, description: 'The school year it is about' }),
  },
  TimelineItem,
) {}

/** Everything the read model knows of one scholarship. */
export class ScholarshipDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/scholarships/0b4f…'),
    whatCanBeDone,
    eventDate: shown.day({ description: 'Of the death or of the total disability' }),
    remainingYears: shown.counts(LEVELS, {
      description: 'School years ahead on the day of the event, by level',
    }),
    projected: shown.nested(() => ScholarshipComponentItem, { each: true }),
    ruleSetVersion: shown.text(),
    endReason: shown.code(END_REASONS, { nullable: true }),
    endedOn: shown.day({ nullable: true }),
    years: shown.nested(() => ScholarshipYearItem, { each: true }),
    timeline: shown.nested(() => ScholarshipTimelineItem, { each: true }),
  },
  ScholarshipSummary,
) {}
