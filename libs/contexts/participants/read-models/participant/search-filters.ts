import type { TablesIn } from '#followers';
import { type LocalDate, type Sight, phoneKey } from '#kernel';
import type { CoverageStatus, Segment } from '#law';
import type { Channel, OccupationGroup } from '../../domain/participant.events.js';
import { listedName, nameWords } from '../../domain/name-words.js';
import type { participantReadModel } from './participant.read-model.js';
import { coverageOf, participantsOn } from './participants-on.js';
import { type SimilarWords, similarWords } from './similar-words.js';

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
  readonly fieldActionId?: string;
  readonly channel?: Channel;
  readonly coverage?: CoverageStatus;
  /** Few can be meant, whatever the name is: those of a NIK, of a phone or of a birthday. */
  readonly isNarrow: boolean;
}

/** A code of a district, a regency or a province. */
const DIGITS_OF_DISTRICT = 6;

/** Everybody who is meant, by an index of whatever is given. */
export function matching(tables: Tables, filters: Filters) {
  const { participantIds, birthDate, phone, district, employerId, coverage } = filters;
  let rows = participantsOn(tables, filters.today, filters.sight)
    .innerJoin('listings', 'listings.participantId', 'participants.participantId')
    .select(['listings.nameKey', 'listings.spelled']);
  if (participantIds !== undefined) rows = rows.where('listings.participantId', 'in', participantIds);
  if (birthDate !== undefined) rows = rows.where('listings.birthDate', '=', birthDate);
  if (phone !== undefined) rows = rows.where('listings.phoneKey', '=', phoneKey(phone));
  if (district?.length === DIGITS_OF_DISTRICT) rows = rows.where('listings.district', '=', district);
  else if (district !== undefined) rows = rows.where('listings.district', 'like', `${district}%`);
  for (const column of ['agreementId', 'branch'] as const) {
    const value = filters[column];
    if (value !== undefined) rows = rows.where(`listings.${column}`, '=', value);
  }
  if (employerId !== undefined)
    rows = rows.where('participants.participantId', 'in', workersOf(tables, employerId));
  for (const column of ['segment', 'occupationGroup', 'fieldActionId', 'channel'] as const) {
    const value = filters[column];
    if (value !== undefined) rows = rows.where(`participants.${column}`, '=', value);
  }
  if (coverage !== undefined) rows = rows.where(coverageOf(filters.today), '=', coverage);
  return rows;
}

const workersOf = (tables: Tables, employerId: string) =>
  tables
    .selectFrom('memberships')
    .select('memberships.participantId')
    .where('memberships.employerId', '=', employerId);

/** A name that somebody typed, and the words that may be meant by each of its words. */
export interface TypedName {
  /** As it is listed. */
  readonly key: string;
  /** Its words as everybody would spell them. */
  readonly spelled: string;
  readonly words: readonly SimilarWords[];
}

export async function typedName(tables: Tables, name: string): Promise<TypedName> {
  const typed = nameWords(name);
  const words = await Promise.all(typed.map((word) => similarWords(tables, word)));
  return { key: listedName(name), spelled: typed.join(' '), words };
}
