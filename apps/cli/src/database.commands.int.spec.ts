import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { type ProgramRole } from '#followers';
import { connectDatabase, sql } from '#postgres';
import { type FreshDatabase, freshDatabase } from '#testing';
import { addDatabaseCommands } from './database.commands.js';

const PASSWORD = 'p/a@s%s #w?o&r=d:é';

describe('lindung database prepare', () => {
  let fresh: FreshDatabase;
  let out: string;
  let roles: readonly ProgramRole[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());
  beforeEach(() => {
    out = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  });
  afterEach(() => void jest.restoreAllMocks());

  async function prepare(environment: Record<string, string>, ...words: readonly string[]): Promise<string> {
    out = '';
    jest.replaceProperty(process, 'env', { DATABASE_URL: fresh.url, ...environment });
    const command = new Command('database').exitOverride();
    addDatabaseCommands(command);
    await command.parseAsync(['prepare', ...words], { from: 'user' });
    return out;
  }

  async function signIn(program: string, password: string): Promise<unknown> {
    const url = new URL(fresh.url);
    url.username = roles.find((one) => one.program === program)!.role;
    url.password = '';
    const database = connectDatabase({
      url: url.href,
      password,
      maxConnections: 1,
      applicationName: 'spec',
    });
    try {
      const { rows } = await sql`select current_user as me`.execute(database.kysely);
      return rows;
    } finally {
      await database.close();
    }
  }

  it('makes a role for each app and sets the passwords that it is given, whatever stands in them', async () => {
    roles = JSON.parse(await prepare({ QUERY_API_DATABASE_PASSWORD: PASSWORD }, '--json')) as ProgramRole[];
    expect(roles.map(({ program }) => program)).toContain('query-api');
    const { role } = roles.find(({ program }) => program === 'query-api')!;
    expect(await signIn('query-api', PASSWORD)).toEqual([{ me: role }]);
    await expect(signIn('query-api', 'another')).rejects.toThrow('password authentication failed');
    await expect(signIn('event-relay', 'any')).rejects.toThrow('password authentication failed');
  });

  it('is run again without harm: who is not given a new password keeps the old one', async () => {
    const said = await prepare({ EVENT_RELAY_DATABASE_PASSWORD: 'new/one' });
    expect(said).toMatch(/_query_api +password as it was +reads .*claim_v/);
    expect(said).toMatch(/_event_relay +password set +keeps event_relay_v2/);
    expect(said).not.toContain('new/one');
    await signIn('query-api', PASSWORD);
    await signIn('event-relay', 'new/one');
  });

  it('keeps of a password what cannot be turned back into it', async () => {
    const { rows } = await sql<{ kept: string }>`
      select rolpassword as kept from pg_authid where rolname like '%\\_query\\_api' and rolpassword is not null`.execute(
      fresh.database.kysely,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { kept } of rows) expect(kept).toMatch(/^SCRAM-SHA-256\$4096:/);
  });

  it('does not take the passwords of an example in production', async () => {
    const environment = { NODE_ENV: 'production', QUERY_API_DATABASE_PASSWORD: 'change-me' };
    await expect(prepare(environment)).rejects.toThrow(/QUERY_API_DATABASE_PASSWORD: .* is for development/);
    await signIn('query-api', PASSWORD);
  });
});
