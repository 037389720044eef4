import type { TablesIn } from '#followers';
import type { Page } from '#http';
import { type LocalDate, type Sight, phoneKey } from '#kernel';
import type { CoverageStatus, Segment } from '#law';
import type { Channel, OccupationGroup } from '../../domain/participant.events.js';
import { listedName, nameWords } from '../../domain/name-words.js';
import type { participantReadModel } from './participant.read-model.js';
import type { FoundParticipant, Match } from './participant.answers.js';
import { type RawBuilder, type SqlBool, sql } from '#postgres';
import { coverageOf, everybodyOn, personWithin } from './participants-on.js';

export type Tables = TablesIn<typeof participantReadModel>;

/** What must hold of whoever is found, beside the name. */
export interface Filters {
  readonly today: LocalDate;
  readonly sight: Sight;
  /** Under whom a NIK is found. */
  readonly participantIds?: readonly string[];
  readonly birthDate?: LocalDate;
  readonly phone?: string;
  readonly district?: string;
  readonly agreementId?: string;
  readonly employerId?: string;
  readonly segment?: Segment;
  readonly occupationGroup?: OccupationGroup;
  readonly branch?: string;
  readonly registeredFrom?: LocalDate;
  readonly registeredUntil?: LocalDate;
  readonly fieldActionId?: string;
  readonly channel?: Channel;
  readonly coverage?: CoverageStatus;
  /** A position was named up to which everything must be known. */
  readonly isFresh: boolean;
  /** Few can be meant, whatever the name is: those of a NIK, of a phone or of a birthday. */
  readonly isNarrow: boolean;
}

/** A code of a district, a regency or a province. */
const DIGITS_OF_DISTRICT = 6;

/** Everybody who is meant, as they are listed: who they are is asked of those alone who are shown (`shownOn`). */
export function matching(tables: Tables, filters: Filters) {
  const { employerId, sight } = filters;
  let rows = tables
    .selectFrom('listings')
    .select(['listings.participantId', 'listings.nameKey', 'listings.spelled', 'listings.registeredOn'])
    .where('listings.isMerged', '=', false)
    .where(listedAs(filters))
    .where(personWithin(tables, sight, 'listings.participantId'));
  if (employerId !== undefined)
    rows = rows.where('listings.participantId', 'in', workersOf(tables, employerId));
  return isLookedThrough(filters) ? rows.where((such) => such.exists(lookedAt(tables, filters))) : rows;
}

/** What is asked of each row that no list has an index of. */
function lookedAt(tables: Tables, filters: Filters) {
  const { coverage, today } = filters;
  let rows = everybodyOn(tables, today).whereRef(
    'participants.participantId',
    '=',
    sql.ref('listings.participantId'),
  );
  for (const column of NOT_LISTED) {
    const value = filters[column];
    if (value !== undefined) rows = rows.where(`participants.${column}`, '=', value);
  }
  return coverage === undefined ? rows : rows.where(coverageOf(today), '=', coverage);
}

/** Columns of which no list has an index: they are looked at row by row. */
const NOT_LISTED = ['segment', 'occupationGroup', 'fieldActionId', 'channel'] as const;

/** Whether rows have to be looked at that are not shown. */
export const isLookedThrough = (filters: Filters): boolean =>
  filters.coverage !== undefined || NOT_LISTED.some((column) => filters[column] !== undefined);

/** What an index of `listings` tells by itself; true where nothing of that kind is asked. */
export function listedAs(filters: Filters): RawBuilder<SqlBool> {
  const { participantIds, birthDate, phone, district, agreementId, branch } = filters;
  const { registeredFrom, registeredUntil } = filters;
  const conditions = [
    participantIds && sql`listings.participant_id = any(${participantIds})`,
    birthDate && sql`listings.birth_date = ${birthDate}`,
    phone && sql`listings.phone_key = ${phoneKey(phone)}`,
    district && placedIn(district),
    agreementId && sql`listings.agreement_id = ${agreementId}`,
    branch && sql`listings.branch = ${branch}`,
    registeredFrom && sql`listings.registered_on >= ${registeredFrom}`,
    registeredUntil && sql`listings.registered_on <= ${registeredUntil}`,
  ].filter((condition) => typeof condition === 'object');
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** Of a district the index knows the order of names as well. */
const placedIn = (area: string) =>
  area.length === DIGITS_OF_DISTRICT
    ? sql`listings.district = ${area}`
    : sql`listings.district like ${`${area}%`}`;

const workersOf = (tables: Tables, employerId: string) =>
  tables
    .selectFrom('memberships')
    .leftJoin('aliases', 'aliases.id', 'memberships.participantId')
    .select(sql<string>`coalesce(aliases.goes_on_as, memberships.participant_id)`.as('participantId'))
    .where('memberships.employerId', '=', employerId);

/** A name that somebody typed. */
export interface TypedName {
  /** As it is listed. */
  readonly key: string;
  /** Its words as everybody would spell them, in one text and one by one. */
  readonly spelled: string;
  readonly words: readonly string[];
}

/** Who was found: in which place they stand, and how near they are. */
export interface Found {
  readonly participantId: string;
  readonly match: Match | null;
  readonly likeness: number | null;
}

/** Those of a page as they are shown, in their order. */
export async function shownOn(
  tables: Tables,
  { items, nextCursor }: Page<Found>,
  today: LocalDate,
): Promise<Page<FoundParticipant>> {
  if (items.length === 0) return { items: [], nextCursor };
  const ids = items.map(({ participantId }) => participantId);
  const rows = await everybodyOn(tables, today)
    .select(SHOWN)
    .where(sql<SqlBool>`participants.participant_id = any(${ids}::uuid[])`)
    .execute();
  const known = new Map(rows.map((row) => [row.participantId, row]));
  return {
    items: items.flatMap(({ participantId, match, likeness }) => {
      const row = known.get(participantId);
      return row ? [{ ...row, match, likeness }] : [];
    }),
    nextCursor,
  };
}

/** What of a participant stands in a list. */
const SHOWN = [
  'participants.participantId',
  'participants.name',
  'participants.nikMasked',
  'participants.segment',
  'participants.district',
  'participants.occupationGroup',
  'participants.branch',
  'participants.registeredOn',
  'participants.diedOn',
] as const;

export function typedName(name: string): TypedName {
  const words = nameWords(name);
  return { key: listedName(name), spelled: words.join(' '), words };
}
