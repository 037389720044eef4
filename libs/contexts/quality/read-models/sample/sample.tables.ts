import {
  type Row,
  day,
  index,
  integer,
  json,
  month,
  ordering,
  position,
  rupiah,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import type {
  DecisionKind,
  Deviation,
  FollowUp,
  OtherSubject,
  ReviewResult,
  Stratum,
  SubjectKind,
} from '../../domain/sample.events.js';

/** What is known of a claim or of another thing that is decided, and under ids of their own the decisions on it. */
export const decided = table(
  'decided',
  {
    /** Of the event that decided; of what waits for a decision its own. */
    id: uuid().key(),
    claimId: uuid().nullable(),
    /** What is decided, where it is not the claim itself. */
    subject: json<OtherSubject>().nullable(),
    participantId: uuid(),
    office: text(),
    /** What was found last grants something. */
    grants: yesNo(),
    /** A person said what is due, where the law was found to say something else or nothing. */
    determined: yesNo(),
    handIds: json<readonly string[]>(),
    /** From here on only of decisions. */
    kind: text<DecisionKind>().nullable(),
    amountIdr: rupiah().nullable(),
    rule: text().nullable(),
    againstEngine: yesNo(),
    deciderId: text().nullable(),
    decidedOn: day().nullable(),
    month: month().nullable(),
    position: position().nullable(),
  },
  { indexes: [index('decided_of_month', ['month', 'id'])] },
);

export type DecidedRow = Row<typeof decided>;

export const samples = table(
  'samples',
  {
    sampleId: uuid().key(),
    month: month(),
    claimId: uuid().nullable(),
    subject: json<OtherSubject>().nullable(),
    participantId: uuid(),
    decisionId: uuid(),
    decision: text<DecisionKind>(),
    stratum: text<Stratum>(),
    amountIdr: rupiah(),
    decidedOn: day(),
    office: text(),
    deciderId: text(),
    reviewerOffice: text().nullable(),
    reviewBy: day(),
    result: text<ReviewResult>().nullable(),
    side: text<Deviation>().nullable(),
    deviationIdr: rupiah().nullable(),
    reference: text().nullable(),
    reviewerId: text().nullable(),
    reviewedOn: day().nullable(),
    /** By when somebody says what follows; null where nothing does, or the claim is open again. */
    followUpBy: day().nullable(),
    followUp: text<FollowUp>().nullable(),
    followUpReference: text().nullable(),
    followedUpOn: day().nullable(),
    revision: integer(),
  },
  {
    indexes: [index('samples_by_month', ['month', 'sampleId']), index('samples_by_decision', ['decisionId'])],
  },
);

export type SampleRow = Row<typeof samples>;

export const months = table('months', {
  month: month().key(),
  seed: text(),
  seededOn: day(),
  /** Up to which commit position of the log decisions were looked at; null before the draw. */
  position: position().nullable(),
  /** What was drawn from; null before the draw. */
  subjects: json<readonly SubjectKind[]>().nullable(),
  decisions: integer().nullable(),
  drawn: integer().nullable(),
  doubled: yesNo(),
  drawnOn: day().nullable(),
  endedOn: day().nullable(),
});

/** Month by month. */
export const BY_MONTH = ordering(samples, ['month', 'sampleId']);
export const BY_DECISION = ordering(decided, ['id']);
