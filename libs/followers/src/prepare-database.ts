import { createHmac, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { type Transaction, sql } from 'kysely';
import { type Database, createSchema } from '#postgres';
import { createBookkeeping } from './bookkeeping.js';
import { forget } from './follower-tables.js';

/** What one program may do in PostgreSQL. */
export interface ProgramRights {
  /** `claim-projection` */
  readonly program: string;
  /** The schemas it keeps: it owns them, makes tables in them and writes them. */
  readonly keeps: readonly string[];
  /** The schemas of others that it reads. */
  readonly reads: readonly string[];
  /** The schemas that it reads and writes together with others. */
  readonly shares?: readonly SharedSchema[];
  /** A schema of its own for what it makes beside: copies of what it reads, as it was. It keeps no place in the log. */
  readonly copies?: string;
}

/** A schema that nobody's follower keeps: whoever prepares the database owns it, and several programs use its tables. */
export interface SharedSchema {
  readonly name: string;
  /** Make its tables; run again they change nothing. */
  readonly statements: readonly string[];
}

/** The role that a program signs in with. */
export interface ProgramRole extends ProgramRights {
  /** Named after the database, so that several systems may share a server: `lindung_claim_projection`. */
  readonly role: string;
}

const SKIPPED = 'skipped_events';

/** The last is of older releases: how far each stream was applied, until each follower has taken over what is its own. */
const BOOKS = ['projections', SKIPPED, 'projection_streams'] as const;

type Book = (typeof BOOKS)[number];

/** Whoever owns the schema of a follower keeps its books, and nobody else's. */
const OWN_SCHEMA = `exists (
  select from pg_namespace where nspname = projection and pg_has_role(nspowner, 'usage'))`;

/**
 * Gives every program a role of its own that may do what the program does and nothing else: makes the roles, the schemas they
 * keep and the books of followers. Run again it changes nothing, or what the rights have become since; a schema that somebody
 * dropped is made empty, and its follower begins anew.
 * @param passwords by program; a role whose program is missing here keeps the password it has, and a new one has none
 * @throws when the role of `database` may not make roles, or does not own the database
 */
export async function prepareDatabase(
  database: Database,
  programs: readonly ProgramRights[],
  passwords: Readonly<Record<string, string | undefined>> = {},
): Promise<ProgramRole[]> {
  return database.kysely.transaction().execute(async (transaction) => {
    await createBookkeeping(transaction);
    const run = (statement: string) => sql.raw(statement).execute(transaction);
    const me = await whoAmI(transaction);
    const roles = programs.map((one) => ({ ...one, role: roleOf(me.database, one.program) }));
    for (const one of roles) await makeRole(transaction, one, passwords[one.program], me);
    await run(`revoke all on database ${quoted(me.database)} from public`);
    await run(`revoke all on schema public from public`);
    for (const schema of roles.flatMap(({ keeps }) => keeps)) await giveSchema(transaction, schema, roles);
    for (const schema of new Set(roles.flatMap(({ shares = [] }) => shares)))
      await shareSchema(transaction, schema, roles);
    for (const { role, copies } of roles) if (copies !== undefined) await giveOwn(transaction, copies, role);
    const books = await booksIn(transaction);
    await closeBooks(transaction, books);
    for (const one of roles) {
      for (const statement of grantsOf(one, me.database, books)) await run(statement);
    }
    return roles;
  });
}

/** `lindung_claim_projection` */
export function roleOf(database: string, program: string): string {
  return `${database}_${program.replaceAll('-', '_')}`;
}

interface Me {
  readonly database: string;
  readonly role: string;
  readonly isSuperuser: boolean;
}

async function whoAmI(transaction: Transaction<object>): Promise<Me> {
  const { rows } = await sql<Me>`
    select current_database() as database, rolname as role, rolsuper as "isSuperuser"
    from pg_roles where rolname = current_user`.execute(transaction);
  return rows[0] as Me;
}

async function makeRole(
  transaction: Transaction<object>,
  { role }: ProgramRole,
  password: string | undefined,
  me: Me,
): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(transaction);
  if (rows.length === 0) await sql`create role ${sql.id(role)} login`.execute(transaction);
  if (password !== undefined) {
    await sql`alter role ${sql.id(role)} login password ${sql.lit(verifierOf(password))}`.execute(
      transaction,
    );
  }
  // Whoever makes roles without being a superuser must be able to act as them, and keeps what it hands over in sight.
  if (!me.isSuperuser) {
    await sql`grant ${sql.id(role)} to ${sql.id(me.role)} with set true, inherit true`.execute(transaction);
  }
}

/**
 * What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803). It is made here so that the password itself stands in no
 * statement, and so in no log of the server.
 */
function verifierOf(password: string): string {
  const [rounds, salt] = [4096, randomBytes(16)];
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, rounds, 32, 'sha256');
  const keyed = (what: string) => createHmac('sha256', salted).update(what).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

/** Makes a schema where it is missing, has its keeper own everything in it, and lets its readers read whatever comes. */
async function giveSchema(
  transaction: Transaction<object>,
  schema: string,
  roles: readonly ProgramRole[],
): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(transaction);
  const names = (some: readonly ProgramRole[]) => some.map(({ role }) => quoted(role)).join(', ');
  const [keeper] = roles.filter(({ keeps }) => keeps.includes(schema)).map(({ role }) => role);
  const readers = roles.filter(({ reads }) => reads.includes(schema));
  const others = roles.filter(({ role, reads }) => role !== keeper && !reads.includes(schema));
  const [place, owner] = [quoted(schema), quoted(String(keeper))];
  const { rows } = await sql<{ owner: string }>`
    select pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = ${schema}`.execute(
    transaction,
  );
  if (!rows[0]) {
    await run(`create schema ${place} authorization ${owner}`);
    await forget(transaction, schema);
  } else if (rows[0].owner !== keeper) {
    await run(`alter schema ${place} owner to ${owner}`);
  }
  for (const table of await tablesOfOthers(transaction, schema, String(keeper))) {
    await run(`alter table ${place}.${quoted(table)} owner to ${owner}`);
  }
  await run(`set local role ${owner}`);
  for (const [verb, to, some] of [
    ['revoke', 'from', others],
    ['grant', 'to', readers],
  ] as const) {
    if (some.length === 0) continue;
    const [use, read] = verb === 'grant' ? ['usage', 'select'] : ['all', 'all'];
    await run(`${verb} ${use} on schema ${place} ${to} ${names(some)}`);
    await run(`${verb} ${read} on all tables in schema ${place} ${to} ${names(some)}`);
    await run(`alter default privileges in schema ${place} ${verb} ${read} on tables ${to} ${names(some)}`);
  }
  await run('reset role');
}

/** Makes a schema that only one role uses, where it is missing. */
async function giveOwn(transaction: Transaction<object>, schema: string, role: string): Promise<void> {
  await createSchema(transaction, schema);
  for (const table of await tablesOfOthers(transaction, schema, role))
    await sql`alter table ${sql.id(schema, table)} owner to ${sql.id(role)}`.execute(transaction);
  await sql`alter schema ${sql.id(schema)} owner to ${sql.id(role)}`.execute(transaction);
}

/** Makes a schema and its tables where they are missing, and lets those who share it write them, and nobody else. */
async function shareSchema(
  transaction: Transaction<object>,
  schema: SharedSchema,
  roles: readonly ProgramRole[],
): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(transaction);
  const place = quoted(schema.name);
  await run(`create schema if not exists ${place}`);
  for (const statement of schema.statements) await run(statement);
  for (const { role, shares = [] } of roles) {
    const [to, isShared] = [quoted(role), shares.includes(schema)];
    if (isShared) {
      await run(`grant usage on schema ${place} to ${to}`);
      await run(`grant select, insert, update, delete on all tables in schema ${place} to ${to}`);
    } else {
      await run(`revoke all on all tables in schema ${place} from ${to}`);
      await run(`revoke all on schema ${place} from ${to}`);
    }
  }
}

async function tablesOfOthers(
  transaction: Transaction<object>,
  schema: string,
  keeper: string,
): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = (select oid from pg_namespace where nspname = ${schema}) and relkind = 'r'
      and pg_get_userbyid(relowner) <> ${keeper}`.execute(transaction);
  return rows.map(({ name }) => name);
}

async function booksIn(transaction: Transaction<object>): Promise<readonly Book[]> {
  const { rows } = await sql<{ name: Book }>`
    select relname::text as name from pg_class
    where relnamespace = 'lindung'::regnamespace and relname = any(${[...BOOKS]}::text[])`.execute(
    transaction,
  );
  return rows.map(({ name }) => name);
}

/** Everybody who is let in sees where the others stand; only the keeper of a schema writes its lines. */
async function closeBooks(transaction: Transaction<object>, books: readonly Book[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_policies
    where schemaname = 'lindung' and policyname = 'whoever_keeps_it'`.execute(transaction);
  const closed = new Set(rows.map(({ name }) => name));
  for (const book of books.filter((name) => !closed.has(name))) {
    for (const statement of [
      `alter table lindung.${book} enable row level security`,
      `create policy everybody_reads on lindung.${book} for select using (true)`,
      `create policy whoever_keeps_it on lindung.${book} using (${OWN_SCHEMA})`,
    ]) {
      await sql.raw(statement).execute(transaction);
    }
  }
}

/** What a role may do beside its own schemas and those that it reads. */
function grantsOf(
  { role, keeps, reads, copies }: ProgramRole,
  database: string,
  books: readonly Book[],
): string[] {
  const to = quoted(role);
  return [
    `grant connect on database ${quoted(database)} to ${to}`,
    `revoke all on all tables in schema lindung from ${to}`,
    `grant usage on schema lindung to ${to}`,
    ...(reads.length > 0 ? [`grant select on lindung.projections to ${to}`] : []),
    // A large batch is brought in over a table of the session.
    ...(copies === undefined ? [] : [`grant temporary on database ${quoted(database)} to ${to}`]),
    ...(keeps.length > 0
      ? [
          `grant temporary on database ${quoted(database)} to ${to}`,
          ...books.map((book) =>
            book === SKIPPED
              ? `grant select, update on lindung.${book} to ${to}`
              : `grant select, insert, update, delete on lindung.${book} to ${to}`,
          ),
        ]
      : []),
  ];
}

/** A name of PostgreSQL as it stands in the catalogue, which `quoted` of a table would put into other letters. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
