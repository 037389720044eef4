import { Injectable, Optional } from '@nestjs/common';
import type { TablesIn } from '#followers';
import { phoneKey } from '#kernel';
import { sql } from '#postgres';
import { AppLogger, ReadModels } from '#runtime';
import { MOST_ALIKE, birthKey, duplicateKeys } from '../../domain/duplicate-keys.js';
import { type DuplicateReason } from '../../domain/duplicate.events.js';
import type { Pair } from '../../domain/duplicate-pair.js';
import { NEAR, comparedName } from '../../domain/near-names.js';
import { type NearOnes, type Newcomer, PersonsAlike } from '../../domain/persons-alike.js';
import { duplicateReadModel } from './duplicate.read-model.js';

type Tables = TablesIn<typeof duplicateReadModel>;

/** Whoever registers somebody does not wait longer for a hint. */
const PATIENCE_MS = 500;

/** Looks into the read model of duplicates. What stands there may be behind the log by a moment. */
@Injectable()
export class StoredPersonsAlike extends PersonsAlike {
  constructor(
    private readonly log: AppLogger,
    /** Where the app has no PostgreSQL nothing is said. */
    @Optional() private readonly readModels?: ReadModels,
  ) {
    super();
  }

  async to(newcomer: Newcomer): Promise<readonly DuplicateReason[] | undefined> {
    if (!this.readModels) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    });
    try {
      const looked = this.readModels.of(duplicateReadModel).then((tables) => reasonsIn(tables, newcomer));
      return await Promise.race([looked, tooLate]);
    } catch (error) {
      // The registration stands without it.
      this.log.warn({ err: error }, 'Nobody could look for duplicates of a registration');
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  async *nearOnes(): AsyncGenerator<NearOnes> {
    if (!this.readModels) throw new Error('There is no PostgreSQL to look into');
    const tables = await this.readModels.of(duplicateReadModel);
    const days = await birthKeysIn(tables);
    yield { pairs: [], done: 0, of: days.length };
    for (const [place, day] of days.entries()) {
      yield { pairs: await nearOn(tables, day), done: place + 1, of: days.length };
    }
  }
}

async function reasonsIn(tables: Tables, newcomer: Newcomer): Promise<readonly DuplicateReason[]> {
  const { participantId, name, birthDate, phone } = newcomer;
  const nameKey = duplicateKeys(newcomer).find(([reason]) => reason === 'NAME_AND_BIRTH_DATE')?.[1] ?? '';
  const { rows } = await sql<{ reason: DuplicateReason }>`
    select groups.reason from ${sql.table('groups')} as groups
    where groups.reason = 'NAME_AND_BIRTH_DATE' and groups.in_common = ${nameKey} and ${isOfOthers(participantId)}
    union all
    select groups.reason from ${sql.table('groups')} as groups
    where groups.reason = 'PHONE' and groups.in_common = ${phone ? phoneKey(phone) : ''} and ${isOfOthers(participantId)}
    union all
    (select 'NEAR_NAME' from ${sql.table('people')} as people
    where people.birth_key = ${birthKey(birthDate)} and people.participant_id <> ${participantId}::uuid
      and people.merged_into is null
      and lindung.similarity(people.spelled, ${comparedName(name)}) >= ${sql.lit(NEAR)} limit 1)`.execute(
    tables,
  );
  const found = new Set(rows.map(({ reason }) => reason));
  // Whoever has the name itself has a near one as well.
  if (found.has('NAME_AND_BIRTH_DATE')) found.delete('NEAR_NAME');
  return [...found];
}

/** What very many have in common says nothing of two of them. */
const isOfOthers = (participantId: string) => sql`jsonb_array_length(groups.members) <= ${sql.lit(MOST_ALIKE)}
  and exists (select from jsonb_to_recordset(groups.members) as member (id uuid) where member.id <> ${participantId}::uuid)`;

async function birthKeysIn(tables: Tables): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom('people')
    .select('birthKey')
    .distinct()
    .where('birthKey', 'is not', null)
    .orderBy('birthKey')
    .execute();
  return rows.flatMap(({ birthKey: key }) => key ?? []);
}

interface NearRow extends Pair {
  readonly name: string;
  readonly otherName: string;
}

/** Those born on one day of whom nobody has noted that they are near, and whose names do not agree anyway. */
async function nearOn(tables: Tables, born: string): Promise<readonly Pair[]> {
  const { rows } = await sql<NearRow>`
    select one.participant_id as "participantId", other.participant_id as "otherId",
      one.name as name, other.name as "otherName"
    from ${sql.table('people')} as one join ${sql.table('people')} as other on other.birth_key = one.birth_key
    where one.birth_key = ${born} and one.participant_id < other.participant_id
      and one.merged_into is null and other.merged_into is null
      and lindung.similarity(one.spelled, other.spelled) >= ${sql.lit(NEAR)}
      and not exists (select from ${sql.table('groups')} as groups where groups.reason = 'NEAR_NAME'
        and groups.in_common = one.participant_id || '/' || other.participant_id)`.execute(tables);
  return rows.flatMap(({ participantId, otherId, name, otherName }) =>
    keyOf(name) === keyOf(otherName) ? [] : [{ participantId, otherId }],
  );
}

/** The birth dates agree: what is left is the name. */
const keyOf = (name: string) =>
  duplicateKeys({ name, birthDate: '2000-01-01' as Newcomer['birthDate'] })[0]?.[1];
