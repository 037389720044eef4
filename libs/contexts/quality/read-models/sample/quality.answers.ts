import { PageOf, actionsAt, whatCanBeDone, shape, shown } from '#http';
import {
  DECISIONS,
  DEVIATIONS,
  FOLLOW_UPS,
  REVIEW_RESULTS,
  STRATA,
  SUBJECTS,
} from '../../domain/sample.events.js';

/** How many of those that were reviewed were wrong in money or person. */
const RATE = {
  reviewed: shown.number({ description: 'Of those that were drawn' }),
  wrong: shown.number({ description: 'Of these, MONEY and WRONG_PERSON' }),
  percent: shown.number({ nullable: true, description: 'Null where nothing was reviewed' }),
  lowPercent: shown.number({
    nullable: true,
    description: 'The true share lies between these two in 95 of 100 cases (Wilson)',
  }),
  highPercent: shown.number({ nullable: true }),
};

/** The sample of a month. */
export class SampleMonth extends shape({
  month: shown.month(),
  seededOn: shown.day({ description: 'When the seed was recorded' }),
  seed: shown.text({
    nullable: true,
    description: 'Null before the draw: whoever knew it would know what is looked at',
  }),
  position: shown.position({
    nullable: true,
    description: 'Up to which commit position of the log decisions were looked at',
  }),
  drawnOn: shown.day({ nullable: true }),
  endedOn: shown.day({ nullable: true, description: 'When all that was drawn was there to be reviewed' }),
  decisions: shown.number({ nullable: true, description: 'From which was drawn' }),
  drawn: shown.number({ nullable: true }),
  doubled: shown.yesNo({
    description: 'More than 3 % of the month before were wrong: twice as many were drawn',
  }),
  ...RATE,
}) {}

/** The error rate of a part. */
export class PartRate extends shape({
  part: shown.text({ description: 'An office, or a kind of decision' }),
  drawn: shown.number(),
  ...RATE,
}) {}

/** What a decision is about. */
const SUBJECT = {
  claimId: shown.uuid({ nullable: true, description: 'The claim that it is of; null of an invoice' }),
  subjectKind: shown.code(SUBJECTS),
  subjectId: shown.uuid({ description: 'The claim, invoice, scholarship, or payment that came late' }),
  accidentId: shown.uuid({ nullable: true, description: 'Of an invoice' }),
};

/** A decision that was drawn. */
export class SampledDecision extends shape({
  actions: actionsAt('/quality/samples/0b4f…'),
  whatCanBeDone,
  sampleId: shown.uuid(),
  month: shown.month(),
  ...SUBJECT,
  participantId: shown.uuid(),
  decisionId: shown.uuid({ description: 'Id of the event that decided' }),
  decision: shown.code(DECISIONS),
  stratum: shown.code(STRATA, { description: 'For which it was drawn, or would have been' }),
  amountIdr: shown.rupiah(),
  decidedOn: shown.day(),
  office: shown.text({ description: 'Where it was decided: that office does not review it' }),
  deciderId: shown.text(),
  reviewerOffice: shown.text({ nullable: true, description: 'Whose supervisors find it in their queue' }),
  reviewBy: shown.day(),
  result: shown.code(REVIEW_RESULTS, {
    nullable: true,
    description: 'Null before somebody has looked at it',
  }),
  side: shown.code(DEVIATIONS, { nullable: true }),
  deviationIdr: shown.rupiah({ nullable: true }),
  reference: shown.text({ nullable: true, description: 'Number of the sheet on which it is reasoned' }),
  reviewerId: shown.text({ nullable: true }),
  reviewedOn: shown.day({ nullable: true }),
  followUpBy: shown.day({
    nullable: true,
    description:
      'By when a supervisor says what follows; null where nothing does, or the claim is open again',
  }),
  followUp: shown.code(FOLLOW_UPS, { nullable: true }),
  followUpReference: shown.text({ nullable: true }),
  followedUpOn: shown.day({ nullable: true }),
  revision: shown.revision(),
}) {}

export class SampledDecisionPage extends PageOf(SampledDecision) {}

/** A decision from which was drawn, with all that the draw rests on. */
export class DecisionItem extends shape({
  decisionId: shown.uuid(),
  ...SUBJECT,
  kind: shown.code(DECISIONS),
  amountIdr: shown.rupiah(),
  rule: shown.text({ nullable: true, description: 'Of a denial' }),
  againstEngine: shown.yesNo({ description: 'A person said otherwise than the law was found to say' }),
  office: shown.text(),
  deciderId: shown.text(),
  decidedOn: shown.day(),
  stratum: shown.code(STRATA),
  drawn: shown.yesNo(),
}) {}

export class DecisionPage extends PageOf(DecisionItem) {}
