import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CONTEXTS, PaymentsUnknown, openPaymentsOf } from '#contexts';
import {
  type ReadModel,
  applyBatch,
  prepareDatabase,
  prepareReadModel,
  prepareTables,
  readModel,
  schemaOf,
  stepsOf,
} from '#followers';
import { event } from '#kernel';
import { refuseKeysInPostgres } from '#key-ring';
import { type Database, errorCode, sql, table, text } from '#postgres';
import { RELAY } from '#publishing';
import { REPORTING } from '#reporting';
import { databaseRights } from '#runtime';
import { type FreshDatabase, eventLog, freshDatabase, on } from '#testing';
import { RIGHTS, type SignIn, addressOf, connectedAs, withRoles } from './database-roles.js';

/** SQLSTATE: the role may not. */
const MAY_NOT = '42501';

/** What becomes of a statement: `done`, `nothing` when it found no row, `refused`; any other error fails the spec. */
async function outcomeOf(database: Database, statement: string): Promise<'done' | 'nothing' | 'refused'> {
  try {
    const { rows, numAffectedRows } = await sql.raw(statement).execute(database.kysely);
    return rows.length > 0 || (numAffectedRows ?? 0n) > 0n ? 'done' : 'nothing';
  } catch (error) {
    if (errorCode(error) === MAY_NOT) return 'refused';
    throw error;
  }
}

/** Whoever has tables. */
type Tabled = Pick<ReadModel, 'name' | 'version' | 'tables'>;

const READ_MODELS: readonly ReadModel[] = CONTEXTS.flatMap(({ readModels = [], processes = [] }) => [
  ...readModels,
  ...processes.map((process) => stepsOf(process) as ReadModel),
]);

const REPORTING_TABLES: Tabled = {
  ...REPORTING,
  tables: Object.fromEntries(REPORTING.tables.map((one) => [one.name, one])),
};

const TABLED: readonly Tabled[] = [...READ_MODELS, REPORTING_TABLES];

describe('the roles of the apps', () => {
  let fresh: FreshDatabase;
  let signIns: Readonly<Record<string, SignIn>>;
  const as: Record<string, Database> = {};

  beforeAll(async () => {
    fresh = await freshDatabase();
    signIns = await withRoles(fresh);
    for (const [program, signIn] of Object.entries(signIns)) as[program] = connectedAs(signIn);
    for (const model of READ_MODELS) await prepareReadModel(as[keeperOf(schemaOf(model))]!, model);
    await prepareTables(as.reporting!, REPORTING);
  });
  afterAll(async () => {
    await Promise.all(Object.values(as).map((database) => database.close()));
    await fresh.drop();
  });

  const keeperOf = (schema: string) => RIGHTS.find(({ keeps }) => keeps.includes(schema))!.program;

  it('are one for each app that uses PostgreSQL, each with a password that no address could hold as it is', () => {
    expect(Object.keys(as)).toEqual(RIGHTS.map(({ program }) => program));
    for (const { DATABASE_PASSWORD } of Object.values(signIns)) expect(DATABASE_PASSWORD).toMatch(/[/@%# ]/);
  });

  it.each(RIGHTS)('let $program write the tables it keeps and no others', async ({ program, keeps }) => {
    const written: string[] = [];
    for (const model of TABLED) {
      const [first] = Object.values(model.tables);
      const at = `"${schemaOf(model)}"."${first!.sqlName}"`;
      const outcome = await outcomeOf(as[program]!, `delete from ${at} where false`);
      if (outcome !== 'refused') written.push(schemaOf(model));
    }
    expect(written.sort()).toEqual(keeps.filter((schema) => schema !== schemaOf(RELAY)).sort());
  });

  it.each(RIGHTS)('let $program read what it keeps or answers from', async ({ program, keeps, reads }) => {
    const read: string[] = [];
    for (const model of TABLED) {
      for (const { sqlName } of Object.values(model.tables)) {
        const at = `"${schemaOf(model)}"."${sqlName}"`;
        if ((await outcomeOf(as[program]!, `select count(*) from ${at}`)) === 'done')
          read.push(schemaOf(model));
      }
    }
    const wanted = [...keeps, ...reads].filter((schema) => schema !== schemaOf(RELAY));
    expect([...new Set(read)].sort()).toEqual([...new Set(wanted)].sort());
  });

  it('let the relay read no opened row at all, the command API what manifests name beside answers, and the query API every one', () => {
    const of = (program: string) => RIGHTS.find((one) => one.program === program)!;
    expect(of('event-relay')).toMatchObject({ keeps: [schemaOf(RELAY)], reads: [] });
    const beside = CONTEXTS.flatMap((context) => context.beside ?? []).map(schemaOf);
    expect(beside).toEqual([
      expect.stringMatching(/^duplicate_v/),
      expect.stringMatching(/^paper_v/),
      expect.stringMatching(/^notice_v/),
      expect.stringMatching(/^sample_v/),
      expect.stringMatching(/^evidence_v/),
      expect.stringMatching(/^deadline_v/),
    ]);
    expect(of('command-api')).toMatchObject({ keeps: [], reads: beside });
    expect(of('query-api')).toMatchObject({ keeps: [] });
    expect([...of('query-api').reads].sort()).toEqual(READ_MODELS.map(schemaOf).sort());
  });

  it('let those who take papers in and who sweep them write their files, and nobody else even see them', async () => {
    const all: string[] = [];
    for (const [program, database] of Object.entries(as)) {
      const outcomes = await Promise.all([
        outcomeOf(
          database,
          `insert into papers.files (file_id, paper_id) values (gen_random_uuid(), gen_random_uuid()) returning 1`,
        ),
        outcomeOf(database, `select count(*) from papers.pieces`),
      ]);
      if (outcomes.join() === 'done,done') all.push(program);
      else expect([program, outcomes]).toEqual([program, ['refused', 'refused']]);
    }
    expect(all).toEqual(['command-api', 'process-manager']);
  });

  it('let nobody see the keys that an earlier release kept, but everybody with a master key that they are there', async () => {
    await sql`create schema keys`.execute(fresh.database.kysely);
    await sql`create table keys.subjects (subject text primary key, person bytea)`.execute(
      fresh.database.kysely,
    );
    try {
      await prepareDatabase(fresh.database, RIGHTS);
      for (const { program } of RIGHTS) {
        const select = 'select count(*) from keys.subjects';
        expect([program, await outcomeOf(as[program]!, select)]).toEqual([program, 'refused']);
      }
      const { DATABASE_URL: url, DATABASE_PASSWORD: password } = signIns['command-api']!;
      await expect(refuseKeysInPostgres({ url, password })).rejects.toThrow('lindung keys move');
    } finally {
      await sql`drop schema keys cascade`.execute(fresh.database.kysely);
    }
  });

  it('let whoever erases a person see with the role of the query API whether payments are open', async () => {
    const open = () => openPaymentsOf(as['query-api']!, randomUUID());
    await expect(open()).rejects.toThrow(PaymentsUnknown);
    await sql`update lindung.projections set position = 1`.execute(fresh.database.kysely);
    expect(await open()).toEqual([]);
  });

  it('let each follower move its own place in the log and nobody else’s', async () => {
    for (const { program, keeps } of RIGHTS) {
      const { rows } = await sql<{ projection: string }>`select projection from lindung.projections`.execute(
        fresh.database.kysely,
      );
      for (const { projection } of rows) {
        const moves = `update lindung.projections set position = 1 where projection = '${projection}' returning 1`;
        const mine = keeps.includes(projection);
        const wanted = mine ? 'done' : keeps.length > 0 ? 'nothing' : 'refused';
        expect([program, projection, await outcomeOf(as[program]!, moves)]).toEqual([
          program,
          projection,
          wanted,
        ]);
      }
      const forged = `insert into lindung.projections (projection, shape) values ('nobody_v1', 's')`;
      expect(await outcomeOf(as[program]!, forged)).toBe('refused');
      expect(await outcomeOf(as[program]!, 'delete from lindung.skipped_events')).toBe('refused');
    }
  });

  it('let each follower catch up on many streams at once', async () => {
    const streams = Array.from({ length: 300 }, () => `participant-${randomUUID()}`);
    const events = eventLog().record(streams.map((stream) => on(stream, event('OfNoteToNobody', {}))));
    const [model] = READ_MODELS.filter(({ categories }) => categories.includes('participant'));
    const keeper = as[keeperOf(schemaOf(model!))]!;
    expect(await applyBatch(keeper, model!, events)).toMatchObject({ handled: 0, duplicates: 0 });
    expect(await applyBatch(keeper, model!, events)).toMatchObject({ duplicates: 300 });
  });

  it('let nobody make schemas, roles or tables elsewhere, nor anybody in who has no role', async () => {
    for (const { program } of RIGHTS) {
      for (const statement of [
        'create schema elsewhere',
        'create table public.mine (id int)',
        'create table lindung.mine (id int)',
        'create role somebody',
        `select pg_read_file('PG_VERSION')`,
      ]) {
        expect([program, statement, await outcomeOf(as[program]!, statement)]).toEqual([
          program,
          statement,
          'refused',
        ]);
      }
    }
    const stranger = `${new URL(fresh.url).pathname.slice(1)}_stranger`;
    await sql`create role ${sql.id(stranger)} login password 'stranger'`.execute(fresh.database.kysely);
    const database = connectedAs({
      DATABASE_URL: addressOf(fresh.url, stranger),
      DATABASE_PASSWORD: 'stranger',
    });
    try {
      expect(await outcomeOf(database, 'select 1')).toBe('refused');
    } finally {
      await database.close();
    }
  });

  it('are the same when they are prepared again', async () => {
    const before = await rightsAsStored(fresh.database);
    await prepareDatabase(fresh.database, RIGHTS);
    expect(await rightsAsStored(fresh.database)).toEqual(before);
    expect(await outcomeOf(as['query-api']!, 'select 1')).toBe('done');
  });

  it('cover a read model as soon as it stands in a manifest', async () => {
    const added = readModel({
      name: 'added_by_the_spec',
      version: 1,
      own: [],
      tables: { notes: table('notes', { note: text().key() }) },
      on: {},
    });
    const manifests = [
      ...CONTEXTS,
      { name: 'added', streams: [], readModels: [added], app: 'claim-projection' as const },
    ];
    await expect(prepareReadModel(as['claim-projection']!, added)).rejects.toThrow(
      'lindung database prepare',
    );
    await prepareDatabase(
      fresh.database,
      databaseRights(manifests, { 'event-relay': RELAY, reporting: REPORTING }),
    );
    await prepareReadModel(as['claim-projection']!, added);
    const select = 'select count(*) from added_by_the_spec_v1.notes';
    expect(await outcomeOf(as['query-api']!, select)).toBe('done');
    expect(await outcomeOf(as['claim-projection']!, select)).toBe('done');
    for (const other of ['participant-projection', 'process-manager', 'event-relay', 'command-api']) {
      expect(await outcomeOf(as[other]!, select)).toBe('refused');
    }
  });

  it('begin anew where somebody dropped the tables of a read model', async () => {
    const model = CONTEXTS.find(({ app }) => app === 'scholarship-projection')!.readModels![0]!;
    const schema = schemaOf(model);
    await sql`update lindung.projections set position = 7 where projection = ${schema}`.execute(
      fresh.database.kysely,
    );
    await sql`drop schema ${sql.id(schema)} cascade`.execute(fresh.database.kysely);
    await prepareDatabase(fresh.database, RIGHTS);
    const { position } = await prepareReadModel(as['scholarship-projection']!, model);
    expect(position).toBeNull();
    expect(await outcomeOf(as['query-api']!, `select count(*) from "${schema}".timeline`)).toBe('done');
  });
});

describe('a database that was kept by one role until now', () => {
  it('is handed over as it is, by an owner who is no superuser', async () => {
    const fresh = await freshDatabase();
    const name = new URL(fresh.url).pathname.slice(1);
    const owner = `${name}_owner`;
    const model = READ_MODELS[0]!;
    let database: Database | undefined;
    let keeper: Database | undefined;
    try {
      await sql`create role ${sql.id(owner)} login createrole password 'owner'`.execute(
        fresh.database.kysely,
      );
      await sql`alter database ${sql.id(name)} owner to ${sql.id(owner)}`.execute(fresh.database.kysely);
      database = connectedAs({ DATABASE_URL: addressOf(fresh.url, owner), DATABASE_PASSWORD: 'owner' });
      await prepareReadModel(database, model);
      await sql`update lindung.projections set position = 12`.execute(database.kysely);

      const roles = await prepareDatabase(database, RIGHTS, { 'participant-projection': 'a/b' });
      await prepareDatabase(database, RIGHTS);
      const { role } = roles.find(({ keeps }) => keeps.includes(schemaOf(model)))!;
      keeper = connectedAs({ DATABASE_URL: addressOf(fresh.url, role), DATABASE_PASSWORD: 'a/b' });
      expect((await prepareReadModel(keeper, model)).position).toBe(12n);
      const [first] = Object.values(model.tables);
      expect(await outcomeOf(keeper, `delete from "${schemaOf(model)}"."${first!.sqlName}"`)).toBe('nothing');
    } finally {
      await keeper?.close();
      await database?.close();
      await fresh.drop();
    }
  });
});

/** Everything that the catalogue knows of rights in this database. */
async function rightsAsStored({ kysely }: Database): Promise<unknown> {
  const { rows } = await sql`
    select 'database' as what, datname as name, null as owner, datacl::text as acl from pg_database
      where datname = current_database()
    union all select 'schema', nspname, pg_get_userbyid(nspowner)::text, nspacl::text from pg_namespace
      where nspname !~ '^pg_(temp|toast)'
    union all select 'table', relnamespace::regnamespace || '.' || relname, pg_get_userbyid(relowner)::text, relacl::text
      from pg_class where relkind = 'r' and relnamespace::regnamespace::text !~ '^pg_(temp|toast)'
    union all select 'default', defaclnamespace::regnamespace::text, pg_get_userbyid(defaclrole)::text, defaclacl::text
      from pg_default_acl
    union all select 'policy', tablename || '.' || policyname, null, qual from pg_policies
    order by 1, 2, 3`.execute(kysely);
  return rows;
}
