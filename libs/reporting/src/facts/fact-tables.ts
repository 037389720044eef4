import { fingerprint, schemaOf } from '#followers';
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
  yesNo,
} from '#postgres';
import { MONEY_TABLES } from './money-tables.js';
import { SPONSOR_TABLES } from './sponsor-tables.js';
import { TOLD } from './told.js';
import { WORK_TABLES } from './work-tables.js';

/** A worker was registered, or works for himself as well. */
export const registrations = table(
  'registrations',
  {
    ...TOLD,
    participantId: uuid(),
    segment: text(),
    channel: text(),
    payer: text(),
    sponsorId: uuid().nullable(),
    district: text().nullable(),
    sector: text(),
    occupationGroup: text().nullable(),
    branch: text().nullable(),
    sex: text().nullable(),
    ageBand: text().nullable(),
    registeredOn: day(),
  },
  { indexes: [index('registrations_of', ['participantId'])] },
);

/** What is counted of a worker was corrected: where they belong, their sex, or how old they were when they were registered. */
export const corrections = table(
  'corrections',
  {
    ...TOLD,
    participantId: uuid(),
    district: text().nullable(),
    sex: text().nullable(),
    ageBand: text().nullable(),
    correctedOn: day(),
  },
  { indexes: [index('corrections_of', ['participantId'])] },
);

/** A death was reported, taken back, or is of another day. */
export const deaths = table(
  'deaths',
  { ...TOLD, participantId: uuid(), diedOn: day().nullable() },
  { indexes: [index('deaths_of', ['participantId'])] },
);

/** Contributions were received from, or for, a worker. */
export const payments = table(
  'payments',
  {
    ...TOLD,
    participantId: uuid(),
    segment: text(),
    payer: text(),
    sponsorId: uuid().nullable(),
    period: month(),
    months: integer(),
    amountIdr: rupiah(),
    paidOn: day(),
    paymentId: uuid().nullable(),
    /** It settles the arrears of an event, and begins no membership. */
    settlesArrears: yesNo(),
  },
  { indexes: [index('payments_of', ['participantId'])] },
);

/** A payment was taken back: it never counted. */
export const reversals = table(
  'reversals',
  {
    ...TOLD,
    participantId: uuid(),
    segment: text(),
    period: month(),
    months: integer(),
    amountIdr: rupiah(),
    paidOn: day(),
    reversedOn: day(),
    paymentId: uuid().nullable(),
  },
  { indexes: [index('reversals_of', ['participantId']), index('reversals_of_payment', ['paymentId'])] },
);

/** Two participants were one person, or were not after all. */
export const mergers = table(
  'mergers',
  { ...TOLD, participantId: uuid(), survivorId: uuid(), isMerged: yesNo() },
  { indexes: [index('mergers_of', ['participantId']), index('mergers_into', ['survivorId'])] },
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
  segment: text().nullable(),
  sex: text().nullable(),
  ageBand: text().nullable(),
  diedOn: day().nullable(),
});

/**
 * From when to when somebody was a member, and how: folded from the facts about them. Those of one key do not overlap; of a wage earner only
 * the times in which the months of this membership are paid, or BPJS bears the arrears. What a report looks at in each of millions stands first: PostgreSQL takes a row apart up to the last
 * column that is asked for.
 */
export const memberships = table(
  'memberships',
  {
    /** The person has another membership at the same time somewhere: only of these the same person may be met twice. */
    isSeveral: yesNo(),
    participantId: uuid().key(),
    fromOn: day().key(),
    /** The first day on which it is over; open where there is none. */
    untilOn: day().nullable(),
    segment: text(),
    /** Of wage earners and workers of projects: they are active only in the times in which it stands for them. */
    workplaceId: uuid().nullable(),
    district: text().nullable(),
    branch: text().nullable(),
    payer: text(),
    occupationGroup: text().nullable(),
    channel: text().nullable(),
    sponsorId: uuid().nullable(),
    sex: text().nullable(),
    ageBand: text().nullable(),
    workplaceKind: text().nullable(),
    personId: uuid(),
    /** Segment, and for whom or where they work. */
    membership: text().key(),
  },
  { indexes: [index('memberships_of_several', ['isSeveral', 'fromOn'])] },
);

/**
 * From when to when an employer, or a project, stands for its workers, folded from the facts about it: an employer from the first payment for
 * anybody until it is closed. Which months it has paid of each worker is in their memberships.
 */
export const standings = table('standings', {
  workplaceId: uuid().key(),
  fromOn: day().key(),
  untilOn: day(),
});

/** Events that were taken in from behind the place, as Kafka brings them: each has its effect once. Up to the place all were. */
export const inbox = table('inbox', { source: text().key(), id: uuid().key() });

/** Why a message is put aside. */
export const PARKED_BECAUSE = ['UNREADABLE', 'BREAKS_CONTRACT', 'NOT_STORED', 'BEHIND_ANOTHER'] as const;

/** What became of it. */
export const LETTER_STATES = ['WAITING', 'TAKEN_IN', 'DISCARDED'] as const;

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
    reason: text<(typeof PARKED_BECAUSE)[number]>(),
    detail: text(),
    /** The message as it came. */
    message: text(),
    parkedAt: text(),
    state: text<(typeof LETTER_STATES)[number]>(),
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
const FACT_TABLES: readonly Table[] = [
  registrations,
  corrections,
  deaths,
  payments,
  reversals,
  mergers,
  ...WORK_TABLES,
  ...MONEY_TABLES,
  ...SPONSOR_TABLES,
  people,
  memberships,
  standings,
  inbox,
  deadLetters,
];

/**
 * Whose tables they are. A higher version has a schema of its own and begins with the first event again; the shape shows when somebody
 * changed the tables without raising it.
 */
export const REPORTING = {
  name: 'reporting',
  version: 5,
  tables: FACT_TABLES,
  shape: fingerprint(FACT_TABLES.flatMap(createStatements)),
};

/** Where the tables are. */
export const SCHEMA = schemaOf(REPORTING);
