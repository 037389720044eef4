import {
  type Table,
  createStatements,
  day,
  index,
  integer,
  month,
  position,
  rupiah,
  table,
  text,
  uuid,
} from '#postgres';
import { fingerprint, schemaOf } from '#followers';

/**
 * Facts are what contracts said, one row for one event, and are never changed: an event that comes late, or out of a dead letter, gives
 * the same facts as one that came in time. What follows from several of them is folded from all of them (`people`, `memberships`).
 */
const told = { eventId: uuid().key(), logPosition: position() };

/** A worker was registered, or works for himself as well. */
export const registrations = table(
  'registrations',
  {
    ...told,
    participantId: uuid(),
    segment: text(),
    channel: text(),
    payer: text(),
    sponsorId: uuid().nullable(),
    district: text().nullable(),
    sector: text(),
    occupationGroup: text().nullable(),
    branch: text().nullable(),
    registeredOn: day(),
  },
  { indexes: [index('registrations_of', ['participantId'])] },
);

/** The district of a worker was corrected. */
export const districtCorrections = table(
  'districtCorrections',
  { ...told, participantId: uuid(), district: text(), correctedOn: day() },
  { indexes: [index('district_corrections_of', ['participantId'])] },
);

/** A death was reported, taken back, or is of another day. */
export const deaths = table(
  'deaths',
  { ...told, participantId: uuid(), diedOn: day().nullable() },
  { indexes: [index('deaths_of', ['participantId'])] },
);

/** Contributions were received from, or for, a worker. */
export const payments = table(
  'payments',
  {
    ...told,
    participantId: uuid(),
    segment: text(),
    payer: text(),
    sponsorId: uuid().nullable(),
    period: month(),
    months: integer(),
    amountIdr: rupiah(),
    paidOn: day(),
  },
  { indexes: [index('payments_of', ['participantId'])] },
);

/** A payment was taken back: it never counted. */
export const reversals = table(
  'reversals',
  {
    ...told,
    participantId: uuid(),
    segment: text(),
    period: month(),
    months: integer(),
    amountIdr: rupiah(),
    paidOn: day(),
    reversedOn: day(),
  },
  { indexes: [index('reversals_of', ['participantId'])] },
);

/** What claims went through. */
export const claimSteps = table(
  'claimSteps',
  {
    ...told,
    claimId: uuid(),
    step: text<
      | 'SUBMITTED'
      | 'COMPLETED'
      | 'HELD'
      | 'RESUMED'
      | 'APPROVED'
      | 'DIFFERENCE_APPROVED'
      | 'DENIED'
      | 'CANCELLED'
    >(),
    happenedOn: day(),
    participantId: uuid().nullable(),
    programme: text().nullable(),
    office: text().nullable(),
    amountIdr: rupiah().nullable(),
    payBy: day().nullable(),
    decision: text().nullable(),
  },
  { indexes: [index('claim_steps_of', ['claimId'])] },
);

/** What payments to people, to PLKK and to employers went through. */
export const payoutSteps = table(
  'payoutSteps',
  {
    ...told,
    payoutId: uuid(),
    step: text<'ORDERED' | 'SETTLED' | 'RETURNED' | 'CANCELLED'>(),
    happenedOn: day(),
    participantId: uuid().nullable(),
    sourceKind: text().nullable(),
    sourceId: uuid().nullable(),
    payee: text().nullable(),
    amountIdr: rupiah().nullable(),
    reason: text().nullable(),
  },
  { indexes: [index('payout_steps_of', ['payoutId'])] },
);

/** What scholarships went through. */
export const scholarshipSteps = table(
  'scholarshipSteps',
  {
    ...told,
    scholarshipId: uuid(),
    step: text<'GRANTED' | 'YEAR_APPROVED' | 'ENDED'>(),
    happenedOn: day(),
    claimId: uuid().nullable(),
    amountIdr: rupiah().nullable(),
  },
  { indexes: [index('scholarship_steps_of', ['scholarshipId'])] },
);

/** What accidents went through. */
export const accidentSteps = table(
  'accidentSteps',
  {
    ...told,
    accidentId: uuid(),
    step: text<'NOTIFIED' | 'CARE_INVOICED' | 'CONCLUDED'>(),
    happenedOn: day(),
    participantId: uuid().nullable(),
    amountIdr: rupiah().nullable(),
    billing: text().nullable(),
    conclusion: text().nullable(),
  },
  { indexes: [index('accident_steps_of', ['accidentId'])] },
);

/** Who somebody is for counting, folded from the facts about them. */
export const people = table('people', {
  participantId: uuid().key(),
  /** As whom they are counted: the survivor, of those who were registered twice. */
  personId: uuid(),
  district: text().nullable(),
  branch: text().nullable(),
  channel: text().nullable(),
  occupationGroup: text().nullable(),
  diedOn: day().nullable(),
});

/** From when to when somebody was a member, and how: folded from the facts about them. Those of one key do not overlap. */
export const memberships = table(
  'memberships',
  {
    participantId: uuid().key(),
    /** Segment, and for whom or where they work. */
    membership: text().key(),
    fromOn: day().key(),
    /** The first day on which it is over; open where there is none. */
    untilOn: day().nullable(),
    personId: uuid(),
    segment: text(),
    channel: text().nullable(),
    payer: text(),
    sponsorId: uuid().nullable(),
    district: text().nullable(),
    branch: text().nullable(),
    occupationGroup: text().nullable(),
  },
  { indexes: [index('memberships_by_day', ['fromOn', 'untilOn'])] },
);

/** Events that were taken in: each has its effect once. */
export const inbox = table('inbox', { source: text().key(), id: uuid().key() });

/** Messages that could not be taken in, and those that wait behind one of the same stream. */
export const deadLetters = table(
  'deadLetters',
  {
    deadLetterId: uuid().key(),
    /** Of its stream, in the order of which they are tried again. */
    stream: text(),
    type: text().nullable(),
    eventId: uuid().nullable(),
    streamRevision: position().nullable(),
    logPosition: position().nullable(),
    /** Where it was read: `feed`, or topic, partition and offset. */
    place: text(),
    reason: text<'UNREADABLE' | 'BREAKS_CONTRACT' | 'NOT_STORED' | 'BEHIND_ANOTHER'>(),
    detail: text(),
    /** The message as it came. */
    message: text(),
    parkedAt: text(),
    state: text<'WAITING' | 'TAKEN_IN' | 'DISCARDED'>(),
    closedAt: text().nullable(),
    closedBy: text().nullable(),
    closedBecause: text().nullable(),
  },
  {
    indexes: [
      index('dead_letters_of', ['stream', 'state']),
      index('dead_letters_by_state', ['state', 'parkedAt']),
    ],
  },
);

/** Every table, in the order in which they are made. */
export const FACT_TABLES: readonly Table[] = [
  registrations,
  districtCorrections,
  deaths,
  payments,
  reversals,
  claimSteps,
  payoutSteps,
  scholarshipSteps,
  accidentSteps,
  people,
  memberships,
  inbox,
  deadLetters,
];

/**
 * Whose tables they are. A higher version has a schema of its own and begins with the first event again; the shape shows when somebody
 * changed the tables without raising it.
 */
export const REPORTING = {
  name: 'reporting',
  version: 1,
  tables: FACT_TABLES,
  shape: fingerprint(FACT_TABLES.flatMap(createStatements)),
};

/** Where the tables are. */
export const SCHEMA = schemaOf(REPORTING);
