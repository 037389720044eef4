import type { TablesIn } from '#followers';
import { type SqlBool, containing, sql } from '#postgres';
import { withoutOneSlip } from '../../domain/name-words.js';
import type { participantReadModel } from './participant.read-model.js';

/** So many words are tried for one that was typed, those that resemble it most. */
const MOST_SIMILAR = 12;

/** A word that was typed, and how many people have it. */
export interface TypedWord {
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

export async function typedWords(
  tables: TablesIn<typeof participantReadModel>,
  typed: readonly string[],
): Promise<readonly TypedWord[]> {
  const rows = await tables
    .selectFrom('words')
    .select(['word', 'people'])
    .where(sql<SqlBool>`word = any(${typed})`)
    .execute();
  return typed.map((one) => ({ typed: one, people: rows.find(({ word }) => word === one)?.people ?? 0 }));
}

/**
 * Looks for what may have been meant: the word itself, words that begin with it or contain it, that differ by one slip, or that
 * resemble it by their trigrams (`pg_trgm`). It reads the table of words, which is small beside the names.
 */
export async function similarWords(
  tables: TablesIn<typeof participantReadModel>,
  typed: string,
): Promise<SimilarWords> {
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
