import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { SqliteKeyStore } from '#key-store';
import { sql } from '#postgres';
import { type FreshDatabase, type FreshKeyStore, freshDatabase, freshKeyStore } from '#testing';
import { ExitCode } from './exit.js';
import { addKeysCommands } from './keys.commands.js';

describe('lindung keys', () => {
  let fresh: FreshDatabase;
  let scratch: string;
  let keys: FreshKeyStore;
  let out: string;
  let err: string;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'lindung-keys-command-'));
    keys = await freshKeyStore();
    [out, err] = ['', ''];
    jest.replaceProperty(process, 'env', { KEY_STORE_URL: keys.url });
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    process.exitCode = ExitCode.DONE;
    await keys.drop();
    await rm(scratch, { recursive: true });
  });

  async function lindungKeys(...words: readonly string[]): Promise<void> {
    const command = new Command('keys').exitOverride();
    addKeysCommands(command);
    for (const each of command.commands) each.exitOverride();
    await command.parseAsync(words, { from: 'user' });
  }

  async function somebody(): Promise<string> {
    const subject = randomUUID();
    const made = { masterKeyId: 'spec', person: randomBytes(60), health: randomBytes(60) };
    await keys.store.ensure([subject], () => made);
    return subject;
  }

  it('backup, destroyed and restore bring back everybody but whoever was erased since', async () => {
    const [erased, kept] = [await somebody(), await somebody()];
    const [backup, list, folder] = [join(scratch, 'backup'), join(scratch, 'list'), join(scratch, 'anew')];
    await lindungKeys('backup', '--data', keys.directory, '--to', backup);
    expect(out).toBe(`${backup}: keys of 2 persons, 0 keys destroyed\n`);
    await keys.store.destroy(erased, ['person', 'health']);
    out = '';
    await lindungKeys('destroyed');
    expect(out.split('\n').filter(Boolean)).toHaveLength(2);
    await writeFile(list, out);
    const restore = ['restore', '--from', backup, '--data', folder];
    await expect(lindungKeys(...restore)).rejects.toThrow('--destroyed FILE');
    out = '';
    await lindungKeys(...restore, '--destroyed', list);
    expect(out).toBe(`${folder}: keys of 2 persons, 2 keys destroyed\n`);
    expect(await readFile(join(folder, 'destroyed.jsonl'), 'utf8')).toBe(await readFile(list, 'utf8'));
    const anew = SqliteKeyStore.open(folder);
    const found = await anew.find([erased, kept]);
    await anew.close();
    expect([found.get(erased)?.person, found.get(kept)?.person?.length]).toEqual([undefined, 60]);
  });

  it('move takes what an earlier release kept in PostgreSQL, and says when there is nothing', async () => {
    process.env.DATABASE_URL = fresh.url;
    await lindungKeys('move');
    expect([err, process.exitCode]).toEqual([
      'lindung: There are no keys in this PostgreSQL\n',
      ExitCode.FAILED,
    ]);
    await sql`create schema keys`.execute(fresh.database.kysely);
    await sql`
      create table keys.subjects as select 'p-1' as subject, 'old' as master_key_id, ${randomBytes(60)}::bytea as person,
        null::timestamptz as person_destroyed_at, null::bytea as health, now() as health_destroyed_at`.execute(
      fresh.database.kysely,
    );
    await lindungKeys('move');
    expect(out).toMatch(/^Moved the keys of 1 persons to .*, and dropped the schema keys\./);
    expect(Object.keys((await keys.store.find(['p-1'])).get('p-1') ?? {})).toEqual(['masterKeyId', 'person']);
  });
});
