import { Injectable, Optional } from '@nestjs/common';
import type { TablesIn } from '#followers';
import { phoneKey } from '#kernel';
import { sql } from '#postgres';
import { AppLogger, ReadModels, together } from '#runtime';
import {
  type ComparedReason,
  MOST_ALIKE,
  birthKey,
  duplicateKeys,
  nameKey,
} from '../../domain/duplicate-keys.js';
import { type DuplicateReason } from '../../domain/duplicate.events.js';
import type { Pair } from '../../domain/duplicate-pair.js';
import { comparedName, trigramBits } from '../../domain/near-names.js';
import {
  type NearFrom,
  type NearOnes,
  type Newcomer,
  type PairInCommon,
  PersonsAlike,
  type Unnoted,
} from '../../domain/persons-alike.js';
import { openPairs } from './duplicate.queries.js';
import { duplicateReadModel } from './duplicate.read-model.js';
import { resemble } from './resembling.js';

type Tables = TablesIn<typeof duplicateReadModel>;

/** Whoever registers somebody does not wait longer for a hint. */
const PATIENCE_MS = 500;

/** So many are looked for in one question. */
const MOST_NEWCOMERS = 64;

/** So many pairs are noted, or not any more, by one look: the next one, a day later, goes on where more are alike. */
const MOST_A_LOOK = 5_000;

/** Looks into the read model of duplicates. What stands there may be behind the log by a moment. */
@Injectable()
export class StoredPersonsAlike extends PersonsAlike {
  /** Of those who are registered at the same time, as by a file, all in one question. */
  private readonly reasonsFor = together<Newcomer, readonly DuplicateReason[]>(
    async (newcomers) => reasonsFor(await this.tables(), newcomers),
    MOST_NEWCOMERS,
  );

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
      return await Promise.race([this.reasonsFor(newcomer), tooLate]);
    } catch (error) {
      // The registration stands without it.
      this.log.warn({ err: error }, 'Nobody could look for duplicates of a registration');
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  async *nearOnes({ bornFrom, after }: NearFrom = {}): AsyncGenerator<NearOnes> {
    if (!this.readModels) return;
    const tables = await this.tables(after);
    const days = await birthKeysIn(tables, bornFrom);
    yield { pairs: [], done: 0, of: days.length };
    for (const [place, day] of days.entries()) {
      const born = Number(day.slice(0, 4));
      yield { pairs: await nearOn(tables, day), born, done: place + 1, of: days.length };
    }
  }

  async unnoted(after?: bigint): Promise<Unnoted> {
    if (!this.readModels) return { toNote: [], toLapse: [] };
    const tables = await this.tables(after);
    return { toNote: await notNoted(tables), toLapse: await notAlike(tables) };
  }

  private async tables(after?: bigint): Promise<Tables> {
    if (!this.readModels) throw new Error('There is no PostgreSQL to look into');
    return this.readModels.of(duplicateReadModel, after);
  }
}

interface Reason {
  /** Of the newcomer among those who were asked for. */
  readonly place: number;
  readonly reason: DuplicateReason;
}

/** Why others who are registered may be one of these, for each of them. */
async function reasonsFor(
  tables: Tables,
  newcomers: readonly Newcomer[],
): Promise<readonly (readonly DuplicateReason[])[]> {
  const { rows } = await sql<Reason>`
    with newcomers as materialized (
      select * from json_to_recordset(${JSON.stringify(newcomers.map(askedOf))}::json)
        as newcomer (place integer, id uuid, name text, phone text, born text, spelled text, trigrams bit(64)))
    select place, 'NAME_AND_BIRTH_DATE' as reason from newcomers
    cross join lateral (${othersIn('NAME_AND_BIRTH_DATE', 'name')}) as found
    union all
    select place, 'PHONE' from newcomers cross join lateral (${othersIn('PHONE', 'phone')}) as found
    union all
    select place, 'NEAR_NAME' from newcomers cross join lateral (
      select from ${sql.table('people')} as people
      where people.birth_key = newcomers.born and people.participant_id <> newcomers.id
        and people.merged_into is null and ${resemble('people', 'newcomers')} limit 1) as found`.execute(
    tables,
  );
  const found = newcomers.map(() => new Set<DuplicateReason>());
  for (const { place, reason } of rows) found[place]?.add(reason);
  for (const reasons of found) {
    // Whoever has the name itself has a near one as well.
    if (reasons.has('NAME_AND_BIRTH_DATE')) reasons.delete('NEAR_NAME');
  }
  return found.map((reasons) => [...reasons]);
}

function askedOf(newcomer: Newcomer, place: number) {
  const { participantId: id, name, birthDate, phone } = newcomer;
  const spelled = comparedName(name);
  return {
    place,
    id,
    name: duplicateKeys(newcomer).find(([reason]) => reason === 'NAME_AND_BIRTH_DATE')?.[1] ?? null,
    phone: phone ? phoneKey(phone) : null,
    born: birthKey(birthDate),
    spelled,
    trigrams: trigramBits(spelled),
  };
}

/** Others who have it in common. What very many have in common says nothing of two of them. */
const othersIn = (reason: ComparedReason, inCommon: 'name' | 'phone') => sql`
  select from ${sql.table('groups')} as groups
  where groups.reason = ${sql.lit(reason)} and groups.in_common = ${sql.ref(`newcomers.${inCommon}`)}
    and jsonb_array_length(groups.members) <= ${sql.lit(MOST_ALIKE)}
    and exists (select from jsonb_to_recordset(groups.members) as member (id uuid)
      where member.id <> newcomers.id) limit 1`;

async function birthKeysIn(tables: Tables, bornFrom = 0): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom('people')
    .select('birthKey')
    .distinct()
    .where('birthKey', '>=', String(bornFrom).padStart(4, '0'))
    .orderBy('birthKey')
    .execute();
  return rows.flatMap(({ birthKey: key }) => key ?? []);
}

/** What two have in common and is not noted as open. */
async function notNoted(tables: Tables): Promise<readonly PairInCommon[]> {
  return tables
    .selectFrom(openPairs(tables).as('alike'))
    .leftJoin('noted', (join) =>
      join
        .onRef('noted.participantId', '=', 'alike.participantId')
        .onRef('noted.otherId', '=', 'alike.otherId')
        .onRef('noted.reason', '=', 'alike.reason')
        .on('noted.isOpen', '=', true),
    )
    .where('noted.participantId', 'is', null)
    .select(['alike.participantId', 'alike.otherId', reasonsOf('alike')])
    .groupBy(['alike.participantId', 'alike.otherId'])
    .orderBy('alike.participantId')
    .orderBy('alike.otherId')
    .limit(MOST_A_LOOK)
    .execute();
}

/** What is noted as open and two do not have in common any more. */
async function notAlike(tables: Tables): Promise<readonly PairInCommon[]> {
  return tables
    .selectFrom('noted')
    .leftJoin(openPairs(tables).as('alike'), (join) =>
      join
        .onRef('alike.participantId', '=', 'noted.participantId')
        .onRef('alike.otherId', '=', 'noted.otherId')
        .onRef('alike.reason', '=', 'noted.reason'),
    )
    .where('noted.isOpen', '=', true)
    .where('alike.participantId', 'is', null)
    .select(['noted.participantId', 'noted.otherId', reasonsOf('noted')])
    .groupBy(['noted.participantId', 'noted.otherId'])
    .orderBy('noted.participantId')
    .orderBy('noted.otherId')
    .limit(MOST_A_LOOK)
    .execute();
}

const reasonsOf = (of: 'alike' | 'noted') =>
  sql<DuplicateReason[]>`array_agg(${sql.ref(`${of}.reason`)} order by ${sql.ref(`${of}.reason`)})`.as(
    'reasons',
  );

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
      and ${resemble('one', 'other')}
      and not exists (select from ${sql.table('groups')} as groups where groups.reason = 'NEAR_NAME'
        and groups.in_common = one.participant_id || '/' || other.participant_id)`.execute(tables);
  return rows.flatMap(({ participantId, otherId, name, otherName }) =>
    nameKey(name) === nameKey(otherName) ? [] : [{ participantId, otherId }],
  );
}
