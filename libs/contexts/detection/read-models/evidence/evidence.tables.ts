import type { RecordedEvent } from '#event-store';
import { type Change, aliasTable, fold, put, putOwn, remove, via } from '#followers';
import { type LocalDate, type WeighedSum, dateIn } from '#kernel';
import { type Row, day, index, json, position, table, text, uuid } from '#postgres';
import type { Fact, FactIn, FactKind } from '../../domain/fact.js';

/** What later events of a claim do not say again. */
export const claims = table('claims', {
  claimId: uuid().key(),
  personId: uuid(),
  accidentId: uuid().nullable(),
  /** Who calculated it last. */
  assessorId: text().nullable(),
  /** What was calculated last, by the limits that it is compared with. */
  weighed: json<readonly WeighedSum[]>(),
});

export type ClaimRow = Row<typeof claims>;

/** In which province a facility is: the first two figures of its district. */
export const facilities = table('facilities', { facilityId: uuid().key(), province: text() });

/** What a bill is for; null once the health of its person was erased. */
export const bills = table('bills', {
  invoiceId: uuid().key(),
  facilityId: uuid(),
  /** Province and the first three signs of the diagnosis. */
  key: text().nullable(),
});

/** By what a child is compared; null once its person was erased. */
export const children = table('children', {
  childId: uuid().key(),
  name: text().nullable(),
  birthDate: day().nullable(),
});

/** What rules look at. `key` and parts of `data` may be personal or tell of health: nobody reads them but a look. */
export const facts = table(
  'facts',
  {
    kind: text<FactKind>().key(),
    id: text().key(),
    personId: uuid().nullable(),
    key: text().nullable(),
    actorId: text().nullable(),
    thingId: text().nullable(),
    onDay: day(),
    position: position(),
    data: json<Fact['data']>(),
  },
  {
    indexes: [
      index('facts_of_person', ['kind', 'personId']),
      index('facts_by_key', ['kind', 'key']),
      index('facts_of_actor', ['kind', 'actorId']),
      index('facts_by_day', ['kind', 'onDay']),
    ],
  },
);

export type FactRow = Row<typeof facts>;

/** Which ids are one person's. */
export const aliases = aliasTable();

/** A fact as it is kept: under the id that the log has it under. */
export type KeptFact<Kind extends FactKind> = Omit<FactIn<Kind>, 'recordedId'>;

/**
 * A row as the rules see it: what stands in `data` follows from the kind.
 * @param goesOnAs the id under which its person goes on, where that is another one
 */
export const factOf = (row: FactRow, goesOnAs: string | null): Fact =>
  ({ ...row, personId: goesOnAs ?? row.personId, recordedId: row.personId }) as unknown as Fact;

type Parts<Kind extends FactKind> = Pick<FactIn<Kind>, 'id' | 'onDay' | 'data'> &
  Partial<Pick<FactIn<Kind>, 'personId' | 'key' | 'actorId' | 'thingId'>>;

const NOBODY = { personId: null, key: null, actorId: null, thingId: null };

/** The row of a fact that an event tells. */
export const factRow = <Kind extends FactKind>(
  { position: at }: Pick<RecordedEvent, 'position'>,
  kind: Kind,
  parts: Parts<Kind>,
): FactRow => ({ ...NOBODY, ...parts, kind, position: String(at) });

/** From this event on the fact stands as it says. */
export const keep = <Kind extends FactKind>(
  event: Pick<RecordedEvent, 'position'>,
  kind: Kind,
  parts: Parts<Kind>,
): Change => put(facts, factRow(event, kind, parts));

/** The same of a fact that only events of this stream tell: with the first of them it is new for certain. */
export const keepOwn = <Kind extends FactKind>(
  event: Pick<RecordedEvent, 'position' | 'revision'>,
  kind: Kind,
  parts: Parts<Kind>,
): Change => putOwn(event, facts, factRow(event, kind, parts));

/** The same, with what is known of its claim; nothing where no claim is known. */
export const keepOfClaim = <Kind extends FactKind>(
  event: Pick<RecordedEvent, 'position'>,
  kind: Kind,
  claimId: string,
  partsOf: (claim: ClaimRow) => Parts<Kind>,
): Change =>
  put(
    facts,
    via(claims, claimId, (claim) => factRow(event, kind, partsOf(claim))),
  );

/** What is known of it changes; nothing happens where it is not known. */
export const revise = <Kind extends FactKind>(
  kind: Kind,
  id: string,
  to: (fact: KeptFact<Kind>) => KeptFact<Kind>,
): Change =>
  fold(facts, { kind, id }, (row) => row && (to(row as unknown as KeptFact<Kind>) as unknown as FactRow));

/** From this event on there is no such fact. */
export const drop = (kind: FactKind, id: string): Change => remove(facts, { kind, id });

/** The day on which an event was recorded, in Jakarta. */
export const recordedOn = ({ recordedAt }: Pick<RecordedEvent, 'recordedAt'>): LocalDate =>
  dateIn(recordedAt);
