import { type RawBuilder, type SqlBool, sql } from '#postgres';
import { MOST_ALONE, NEAR } from '../../domain/near-names.js';

/**
 * Whether the names of two rows resemble each other, each in columns `trigrams` and `spelled`. PostgreSQL takes a hundred times as long
 * to compare two names as to count the bits in which they differ, so it does so only where they can be near.
 */
export function resemble(one: string, other: string): RawBuilder<SqlBool> {
  const [a, b] = [sql.ref(one), sql.ref(other)];
  return sql<SqlBool>`case when bit_count(${a}.trigrams # ${b}.trigrams)
      <= ${sql.lit(MOST_ALONE)} * (length(${a}.spelled) + length(${b}.spelled) + 2)
    then lindung.similarity(${a}.spelled, ${b}.spelled) >= ${sql.lit(NEAR)} else false end`;
}
