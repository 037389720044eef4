import { aliasTable } from '#followers';
import type { Level, Segment } from '#law';
import { type Row, day, index, integer, json, rupiah as money, table, text, uuid } from '#postgres';
import type {
  Channel,
  HeirRelation,
  OccupationGroup,
  Payer,
  RegistrationWarning,
  Sector,
  Sex,
} from '../../domain/participant.events.js';
import type { IncomeBand } from '../../domain/participant.js';

/** One registered participant. Personal columns are null once the person's key was destroyed. */
export const participants = table('participants', {
  participantId: uuid().key(),
  segment: text<Segment>(),
  channel: text<Channel>(),
  payer: text<Payer>(),
  sponsorId: uuid().nullable(),
  agreementId: uuid().nullable(),
  district: text(),
  sector: text<Sector>(),
  occupationGroup: text<OccupationGroup>().nullable(),
  branch: text().nullable(),
  fieldActionId: uuid().nullable(),
  incomeBaseIdr: money(),
  /** Incomes that were declared since the registration. */
  bands: json<readonly IncomeBand[]>(),
  registeredOn: day(),
  /** When the registration was recorded. */
  recordedOn: day(),
  /** Who entered it so late that somebody else has to confirm it, and nobody has. */
  registeredLateBy: json<readonly string[]>(),
  /** Of the self-employed; later than the registration of somebody who was a wage earner first. */
  selfEmployedSince: day().nullable(),
  warnings: json<readonly RegistrationWarning[]>(),
  /** Under which id the present NIK is looked up. */
  nikId: uuid().nullable(),
  nikMasked: text().nullable(),
  /** Number of the card for working for himself. */
  kpj: text().nullable(),
  name: text().nullable(),
  birthDate: day().nullable(),
  sex: text<Sex>().nullable(),
  phone: text().nullable(),
  occupation: text().nullable(),
  workplace: text().nullable(),
  diedOn: day().nullable(),
  /** When the death was recorded. */
  deathRecordedOn: day().nullable(),
  /** Another participant who is the same person: everything counts there. */
  mergedInto: uuid().nullable(),
  paidMonths: integer(),
  contributedIdr: money(),
  revision: integer(),
  /** Of the contributions, which have a stream of their own. */
  contributionsRevision: integer().nullable(),
});

export type ParticipantRow = Row<typeof participants>;

/** Under which NIKs somebody is found who is not registered under the NIK's own id: theirs, and those that were corrected. */
export const niks = table('niks', { nikId: uuid().key(), participantId: uuid().key() });

/** Whose a card is, by its number. */
export const kpjs = table('kpjs', { kpj: text().key(), participantId: uuid() });

/** As whom somebody goes on who was registered twice. */
export const aliases = aliasTable();

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
    recordedOn: day(),
    /** Who named it long after the death, while nobody else has confirmed it. */
    backDatedBy: text().nullable(),
    /** In the order in which they were named, the smallest first. */
    place: integer(),
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
    recordedOn: day(),
    backDatedBy: text().nullable(),
  },
  { indexes: [index('heirs_by_participant', ['participantId'])] },
);
