import {
  type Row,
  day,
  expression,
  index,
  integer,
  json,
  month,
  ordering,
  rupiah,
  table,
  text,
  uuid,
} from '#postgres';
import type { Level, Segment } from '#law';
import type {
  Channel,
  HeirRelation,
  Payer,
  RegistrationWarning,
  Sector,
  Sex,
} from '../../domain/participant.events.js';

/** One registered participant. Personal columns are null once the person's key was destroyed. */
export const participants = table(
  'participants',
  {
    participantId: uuid().key(),
    segment: text<Segment>(),
    channel: text<Channel>(),
    payer: text<Payer>(),
    sponsorId: uuid().nullable(),
    agreementId: uuid().nullable(),
    district: text(),
    sector: text<Sector>(),
    incomeBaseIdr: rupiah(),
    registeredOn: day(),
    warnings: json<readonly RegistrationWarning[]>(),
    nikMasked: text().nullable(),
    name: text().nullable(),
    birthDate: day().nullable(),
    sex: text<Sex>().nullable(),
    phone: text().nullable(),
    occupation: text().nullable(),
    workplace: text().nullable(),
    diedOn: day().nullable(),
    paidMonths: integer(),
    contributedIdr: rupiah(),
    paidThrough: month().nullable(),
    revision: integer(),
    /** Of the contributions, which have a stream of their own. */
    contributionsRevision: integer().nullable(),
  },
  {
    indexes: [
      // A province or a regency is asked for by the beginning of the code.
      index('participants_by_district', [expression('district text_pattern_ops'), 'participantId']),
      index('participants_by_agreement', ['agreementId', 'participantId']),
      index('participants_by_name', [['name', ''], 'participantId']),
    ],
  },
);

export type ParticipantRow = Row<typeof participants>;

/** Whoever was erased comes first: nothing is left to order them by. */
export const BY_NAME = ordering(participants, [['name', ''], 'participantId']);

/** What was paid, and how long it keeps the participant covered. */
export const contributions = table(
  'contributions',
  {
    eventId: uuid().key(),
    participantId: uuid(),
    period: month(),
    months: integer(),
    amountIdr: rupiah(),
    payer: text<Payer>(),
    paidOn: day(),
    receipt: text(),
    coveredFrom: day(),
    arrearsFrom: day(),
    inactiveFrom: day(),
  },
  { indexes: [index('contributions_by_participant', ['participantId', 'period'])] },
);

export const children = table(
  'children',
  {
    childId: uuid().key(),
    participantId: uuid(),
    name: text().nullable(),
    birthDate: day().nullable(),
    schoolLevel: text<Level>().nullable(),
    yearInLevel: integer().nullable(),
    asOf: day(),
  },
  { indexes: [index('children_by_participant', ['participantId'])] },
);

export const heirs = table(
  'heirs',
  {
    heirId: uuid().key(),
    participantId: uuid(),
    relation: text<HeirRelation>(),
    name: text().nullable(),
  },
  { indexes: [index('heirs_by_participant', ['participantId'])] },
);
