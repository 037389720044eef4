import { within } from '#followers';
import { type Page, type Stage, orderedPage } from '#http';
import { type RawBuilder, type SqlBool, integer, ordering, sql, table, text, uuid } from '#postgres';
import { nameWords } from '../../domain/name-words.js';
import { BY_NAME, BY_WORD } from './listing.tables.js';
import type { Match } from './participant.answers.js';
import {
  type Filters,
  type Found,
  type Tables,
  type TypedName,
  listedAs,
  matching,
} from './search-filters.js';
import { type SimilarWords, similarWords, typedWords } from './similar-words.js';

/** Of each similar word so many names are looked through, so many of those that fit are compared, and so many of all are shown. */
const [MOST_WALKED, MOST_COMPARED, MOST_SHOWN] = [5_000, 100, 200];

/** How much of a typed name must stand in the other one, where birth date, phone or NIK have said who it can be. */
const LEAST_IN_COMMON = 0.4;

/** No table that is stored: those that were compared, and how unlike they are, from 0 to 1,000. */
const near = table('near', { participantId: uuid().key(), spelled: text(), unlikeness: integer() });

/** Who resembles the typed name most comes first. */
const BY_LIKENESS = ordering(near, ['unlikeness', 'spelled', 'participantId']);

/**
 * Who has the name as it was typed; behind them who has all its words, in whatever order and spelling; behind them who has words
 * that resemble those. Each list begins with the rarest word, in the order of an index.
 */
export function byName(tables: Tables, filters: Filters, name: TypedName): readonly Stage<Found>[] {
  const rows = matching(tables, filters).select(likenessTo(name).as('likeness'));
  const toItem = itemOf(name);
  // Asked together with who has the name as it was typed, who nearly always are not enough for a page.
  const typed = typedWords(tables, name.words);
  // Where those fail nobody waits for it.
  typed.catch(() => {});
  return [
    (page) => orderedPage(rows.where('listings.nameKey', '=', name.key), BY_NAME, page, toItem),
    async (page) => {
      const words = await typed;
      // Where nobody has one of the words nobody has all of them.
      if (words.some(({ people }) => people === 0)) return { items: [], nextCursor: null };
      const withAllWords = rows
        .innerJoin('namesByWord', 'namesByWord.participantId', 'listings.participantId')
        .where('namesByWord.word', '=', fewest(words).typed)
        .where(hasAll(sql.ref('namesByWord.spelled'), name))
        .where('listings.nameKey', '<>', name.key);
      return orderedPage(withAllWords, BY_WORD, page, toItem);
    },
    async (page) => {
      const compared = comparedTo(tables, filters, name, await similarTo(tables, filters, name)).as('near');
      const similar = rows
        .innerJoin(compared, 'near.participantId', 'listings.participantId')
        .select('near.unlikeness');
      return orderedPage(similar, BY_LIKENESS, page, toItem);
    },
  ];
}

const similarTo = (tables: Tables, { isFresh }: Filters, { words }: TypedName) =>
  Promise.all(words.map((typed) => similarWords(tables, typed, isFresh)));

/**
 * Of the few who can be meant, those with a similar name, the most similar first. They are few, so that each name is compared.
 */
export async function likeName(
  tables: Tables,
  filters: Filters,
  name: TypedName,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Found>> {
  const similar = await similarTo(tables, filters, name);
  const inCommon = sql<number>`lindung.word_similarity(${name.spelled}, listings.spelled)`;
  const rows = matching(tables, filters)
    .select(likenessTo(name).as('likeness'))
    .innerJoinLateral(
      sql<{ unlikeness: number }>`(
        select listings.participant_id, listings.spelled,
          (500 * (2 - lindung.similarity(${name.spelled}, listings.spelled) - ${inCommon}))::integer as unlikeness)`.as(
        'near',
      ),
      (join) => join.onTrue(),
    )
    .select('near.unlikeness')
    .where(
      sql<SqlBool>`(${inCommon} >= ${LEAST_IN_COMMON} or ${hasOneForEach(sql.ref('listings.spelled'), similar)})`,
    );
  return orderedPage(rows, BY_LIKENESS, page, itemOf(name));
}

/** Who has, for each word that was typed, the word or a similar one, and not all of them as they were typed. */
function comparedTo(tables: Tables, filters: Filters, name: TypedName, similar: readonly SimilarWords[]) {
  const rarest = fewest(similar);
  const others = similar.filter((one) => one !== rarest);
  return sql<{ participantId: string; unlikeness: number }>`(
    select distinct (1000 * (1 - lindung.similarity(${name.spelled}, found.spelled)))::integer as unlikeness, spelled, participant_id
    from unnest(${rarest.words}::text[]) as one (word) cross join lateral (
      select spelled, participant_id from (
        select spelled, participant_id from ${sql.table('namesByWord')} as those
        where those.word = one.word order by spelled, participant_id limit ${sql.lit(MOST_WALKED)}) as walked
      where ${hasOneForEach(sql.raw('spelled'), others)} and not ${hasAll(sql.raw('spelled'), name)}
        and ${within(tables, filters.sight, 'walked.participantId')}
        and exists (select from ${sql.table('listings')} as listings
          where listings.participant_id = walked.participant_id and ${listedAs(filters)})
      order by spelled, participant_id limit ${sql.lit(MOST_COMPARED)}) as found
    order by unlikeness, spelled, participant_id limit ${sql.lit(MOST_SHOWN)})`;
}

/** Those with the fewest people. */
const fewest = <Of extends { readonly people: number }>(some: readonly Of[]): Of =>
  some.reduce((one, other) => (other.people < one.people ? other : one));

const hasAll = (spelled: RawBuilder<unknown>, { words }: Pick<TypedName, 'words'>) =>
  sql<SqlBool>`(string_to_array(${spelled}, ' ') @> ${[...words]})`;

function hasOneForEach(spelled: RawBuilder<unknown>, similar: readonly SimilarWords[]): RawBuilder<SqlBool> {
  if (similar.length === 0) return sql<SqlBool>`true`;
  const each = similar.map(({ words }) => sql<SqlBool>`string_to_array(${spelled}, ' ') && ${words}`);
  return sql<SqlBool>`(${sql.join(each, sql` and `)})`;
}

/** How much the whole name resembles what was typed, in percent, however both are spelled. */
const likenessTo = ({ spelled }: TypedName) =>
  sql<number>`(100 * lindung.similarity(${spelled}, listings.spelled))::integer`;

const itemOf =
  (name: TypedName) =>
  ({ participantId, nameKey, likeness }: Omit<Found, 'match'> & { readonly nameKey: string }): Found => ({
    participantId,
    match: matchOf(name, nameKey),
    likeness,
  });

function matchOf({ key, words }: TypedName, nameKey: string): Match {
  if (nameKey === key) return 'EXACT';
  const its = new Set(nameWords(nameKey));
  return words.every((word) => its.has(word)) ? 'WORDS' : 'SIMILAR';
}
