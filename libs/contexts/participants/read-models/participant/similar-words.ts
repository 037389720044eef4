import type { TablesIn } from '#followers';
import { type SqlBool, containing, sql } from '#postgres';
import { withoutOneSlip } from '../../domain/name-words.js';
import type { participantReadModel } from './participant.read-model.js';

type Tables = TablesIn<typeof participantReadModel>;

/** So many words are tried for one that was typed, those that resemble it most. */
const MOST_SIMILAR = 12;

/** A word that was typed, and how many people have it. */
interface TypedWord {
  readonly typed: string;
  readonly people: number;
}

/** The words that names have for one that was typed. */
export interface SimilarWords {
  /** The best first; the word itself is the first one where anybody has it. */
  readonly words: readonly string[];
  /** How many people have any of them. */
  readonly people: number;
}

export async function typedWords(tables: Tables, typed: readonly string[]): Promise<readonly TypedWord[]> {
  const rows = await tables
    .selectFrom('words')
    .select(['word', 'people'])
    .where(sql<SqlBool>`word = any(${typed})`)
    .execute();
  return typed.map((one) => ({ typed: one, people: rows.find(({ word }) => word === one)?.people ?? 0 }));
}

/** So many words that were typed are remembered, for a minute: most people have one of a few hundred. */
const [MOST_REMEMBERED, REMEMBERED_MS] = [10_000, 60_000];

interface Remembered {
  readonly similar: Promise<SimilarWords>;
  readonly until: number;
}

const remembered = new WeakMap<Tables, Map<string, Remembered>>();

/**
 * What may have been meant by a word, as it was at some time of the last minute. Names have few words, and a new one is seldom: whoever
 * has it is found at once by the word itself, and by what resembles it a minute later.
 * @param isFresh looked up now, for somebody who has just registered a name
 */
export function similarWords(tables: Tables, typed: string, isFresh: boolean): Promise<SimilarWords> {
  const its = remembered.get(tables) ?? new Map<string, Remembered>();
  remembered.set(tables, its);
  const now = performance.now();
  const known = its.get(typed);
  if (known && known.until > now && !isFresh) return known.similar;
  its.delete(typed);
  const similar = lookedUp(tables, typed);
  its.set(typed, { similar, until: now + REMEMBERED_MS });
  similar.catch(() => its.delete(typed));
  const [oldest] = its.keys();
  if (its.size > MOST_REMEMBERED && oldest !== undefined) its.delete(oldest);
  return similar;
}

/**
 * Looks for what may have been meant: the word itself, words that begin with it or contain it, that differ by one slip, or that
 * resemble it by their trigrams (`pg_trgm`). It reads the table of words, which is small beside the names.
 */
async function lookedUp(tables: Tables, typed: string): Promise<SimilarWords> {
  const rows = await tables
    .selectFrom('words')
    .select(['word', 'people'])
    .where(
      sql<SqlBool>`(word operator(lindung.%) ${typed} or word like ${partOf(typed)} or word = any(${withoutOneSlip(typed)}))`,
    )
    .orderBy(sql`word = ${typed}`, 'desc')
    .orderBy(sql`lindung.similarity(word, ${typed})`, 'desc')
    .orderBy('people', 'desc')
    .orderBy('word')
    .limit(MOST_SIMILAR)
    .execute();
  return {
    words: rows.map(({ word }) => word),
    people: rows.reduce((sum, { people }) => sum + people, 0),
  };
}

/** Of fewer than three letters PostgreSQL knows no trigrams inside a word, only at its beginning. */
function partOf(typed: string): string {
  const anywhere = containing(typed);
  return typed.length < 3 ? anywhere.slice(1) : anywhere;
}
