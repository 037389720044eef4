import { Injectable, Optional } from '@nestjs/common';
import type { TablesIn } from '#followers';
import { addDays } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { ReadModels } from '#runtime';
import type { Fact } from '../../domain/fact.js';
import { type ClaimOf, type FactsAsked, FactsOfLog, type KnownCase } from '../../domain/facts-of-log.js';
import type { Rule, SegmentCount } from '../../domain/rules/index.js';
import { evidenceReadModel } from './evidence.read-model.js';
import { findingReadModel } from '../finding/finding.read-model.js';
import { factOf } from './evidence.tables.js';

type Tables = TablesIn<typeof evidenceReadModel>;

/** So many groups are asked for at a time. */
export const AT_ONCE = 200;

/** Looks into the read model of evidence. */
@Injectable()
export class StoredFacts extends FactsOfLog {
  constructor(
    /** Where the app has no PostgreSQL nobody looks. */
    @Optional() private readonly readModels?: ReadModels,
  ) {
    super();
  }

  async *groupsFor(rule: Rule, asked: FactsAsked): AsyncGenerator<readonly Fact[]> {
    const tables = await this.tables(asked.after);
    let behind: string | null = null;
    for (;;) {
      const keys = await nextKeys(tables, rule, asked, behind);
      const found = keys.length === 0 ? [] : await factsUnder(tables, rule, asked, keys);
      let group: Fact[] = [];
      for (const fact of found) {
        if (group.length > 0 && group[0]?.[rule.by] !== fact[rule.by]) {
          yield group;
          group = [];
        }
        group.push(fact);
      }
      if (group.length > 0) yield group;
      behind = keys.at(-1) ?? null;
      if (keys.length < AT_ONCE) return;
    }
  }

  async segments({ day, terms, after }: FactsAsked): Promise<readonly SegmentCount[]> {
    const tables = await this.tables(after);
    const { days, withinDays } = terms.deathsOfRegistrar;
    const { rows } = await sql<{ segment: string; registrations: string; deaths: string }>`
      select data ->> 'segment' as segment, count(*) as registrations, count(*) filter (
        where data ->> 'diedOn' is not null and data ->> 'diedOn' <= ${day} and data ->> 'diedOn' >= on_day
          and (data ->> 'diedOn')::date - on_day::date <= ${withinDays}) as deaths
      from ${sql.table('facts')} as facts
      where kind = 'REGISTRATION' and actor_id is not null and on_day > ${addDays(day, -days)} and on_day <= ${day}
      group by 1`.execute(tables);
    return rows.map(({ segment, registrations, deaths }) => ({
      segment,
      registrations: Number(registrations),
      deaths: Number(deaths),
    }));
  }

  async known(
    findingIds: readonly string[],
    { after }: Pick<FactsAsked, 'after'>,
  ): Promise<ReadonlyMap<string, KnownCase>> {
    if (findingIds.length === 0) return new Map();
    const tables = await this.stored().of(findingReadModel, after);
    const found = await tables
      .selectFrom('findings')
      .select(['findingId', 'state', 'claimIds'])
      .where('findingId', 'in', [...findingIds])
      .execute();
    return new Map(
      found.map(({ findingId, state: situation, claimIds }) => [findingId, { situation, claimIds }]),
    );
  }

  async openedIn(lookId: string, { after }: Pick<FactsAsked, 'after'>): Promise<number> {
    const tables = await this.stored().of(findingReadModel, after);
    const { count } = await tables
      .selectFrom('findings')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('lookId', '=', lookId)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async claimsOf(
    by: 'PERSON' | 'ACCIDENT',
    ids: readonly string[],
    { after }: Pick<FactsAsked, 'after'>,
  ): Promise<readonly ClaimOf[]> {
    if (ids.length === 0) return [];
    const tables = await this.tables(after);
    return tables
      .selectFrom('facts')
      .leftJoin('aliases', 'aliases.id', 'facts.personId')
      .select(['facts.id as claimId', PERSON.as('personId'), 'key as accidentId'])
      .where('kind', '=', 'CLAIM')
      .where(by === 'PERSON' ? 'personId' : 'key', 'in', by === 'PERSON' ? await allIdsOf(tables, ids) : ids)
      .where(OF_NO_WITHDRAWN_CLAIM)
      .orderBy('facts.id')
      .execute();
  }

  private async tables(after?: bigint): Promise<Tables> {
    return this.stored().of(evidenceReadModel, after);
  }

  private stored(): ReadModels {
    if (!this.readModels) throw new Error('Patterns are looked for in PostgreSQL');
    return this.readModels;
  }
}

/** The id under which whoever a fact is about goes on. */
const PERSON = sql<string | null>`coalesce(aliases.goes_on_as, facts.person_id)`;

/** All ids of these persons, who are named by those under which they go on. */
async function allIdsOf(tables: Tables, persons: readonly string[]): Promise<readonly string[]> {
  const others = await tables
    .selectFrom('aliases')
    .select('id')
    .where('goesOnAs', 'in', [...persons])
    .execute();
  return [...persons, ...others.map(({ id }) => id)];
}

/** What the next groups have in common, in order. */
async function nextKeys(
  tables: Tables,
  rule: Rule,
  asked: FactsAsked,
  behind: string | null,
): Promise<readonly string[]> {
  const leads = leadsOf(tables, rule, asked);
  const next = leads.select(rule.by).distinct().where(rule.by, 'is not', null);
  if (rule.by !== 'personId') {
    const rows = behind === null ? next : next.where(rule.by, '>', behind);
    return keysIn(await rows.orderBy(rule.by).limit(AT_ONCE).execute(), rule.by);
  }
  const [own, merged] = [
    next.where((of) =>
      of.not(of.exists(of.selectFrom('aliases').select('id').whereRef('aliases.id', '=', 'facts.personId'))),
    ),
    tables
      .selectFrom('aliases')
      .select('goesOnAs')
      .distinct()
      .where((of) => of.exists(leads.select('kind').where('personId', '=', sql.ref<string>('aliases.id')))),
  ];
  const found = await Promise.all([
    (behind === null ? own : own.where('personId', '>', behind)).orderBy('personId').limit(AT_ONCE).execute(),
    (behind === null ? merged : merged.where('goesOnAs', '>', behind))
      .orderBy('goesOnAs')
      .limit(AT_ONCE)
      .execute(),
  ]);
  // Ids have the same order here and there.
  const keys = new Set([...keysIn(found[0], 'personId'), ...keysIn(found[1], 'goesOnAs')]);
  return [...keys].toSorted().slice(0, AT_ONCE);
}

/** What leads groups of a rule on a day. */
function leadsOf(tables: Tables, { lead, ledWithin }: Rule, { day, terms }: FactsAsked) {
  const rows = tables.selectFrom('facts').where('kind', '=', lead).where('onDay', '<=', day);
  const within = ledWithin?.(terms);
  return within === undefined ? rows : rows.where('onDay', '>', addDays(day, -within));
}

const keysIn = <Name extends string>(
  rows: readonly Partial<Record<Name, string | null>>[],
  by: Name,
): readonly string[] => rows.flatMap((row) => row[by] ?? []);

/** A claim that was withdrawn, and what belongs to it, is not looked at. */
const OF_NO_WITHDRAWN_CLAIM = sql<SqlBool>`not exists (
  select from ${sql.table('facts')} as withdrawn where withdrawn.kind = 'CLAIM'
    and withdrawn.id = (case when facts.kind = 'CLAIM' then facts.id else facts.thing_id end)
    and (withdrawn.data ->> 'isWithdrawn')::boolean)`;

/** Everything of these groups, group by group, the oldest first. */
async function factsUnder(
  tables: Tables,
  rule: Rule,
  { day, terms }: FactsAsked,
  keys: readonly string[],
): Promise<readonly Fact[]> {
  const isOfPersons = rule.by === 'personId';
  let rows = tables
    .selectFrom('facts')
    .leftJoin('aliases', 'aliases.id', 'facts.personId')
    .selectAll('facts')
    .select('aliases.goesOnAs')
    .where('kind', 'in', [...rule.kinds])
    .where(rule.by, 'in', isOfPersons ? await allIdsOf(tables, keys) : keys)
    .where('onDay', '<=', day)
    .where(OF_NO_WITHDRAWN_CLAIM);
  const lookBack = rule.lookBack?.(terms);
  if (lookBack !== undefined) {
    const since = addDays(day, -lookBack);
    rows = rows.where((eb) => eb.or([eb('kind', '<>', rule.lead), eb('onDay', '>', since)]));
  }
  const found = await rows
    .orderBy(isOfPersons ? PERSON : rule.by)
    .orderBy('onDay')
    .orderBy('position')
    .execute();
  return found.map(({ goesOnAs, ...row }) => factOf(row, goesOnAs));
}
