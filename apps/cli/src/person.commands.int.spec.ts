import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { type FreshDatabase, type FreshKeyStore, freshDatabase, freshKeyStore } from '#testing';
import { ExitCode } from './exit.js';
import { addPersonCommands } from './person.commands.js';

/** Payments are unknown here: nothing follows a log into this database. What is known of them is in `test/acceptance`. */
describe('lindung person erase', () => {
  let fresh: FreshDatabase;
  let keys: FreshKeyStore;
  let out: string;
  let err: string;

  beforeAll(async () => {
    fresh = await freshDatabase();
    keys = await freshKeyStore();
  });
  afterAll(async () => {
    await keys.drop();
    await fresh.drop();
  });

  beforeEach(() => {
    out = '';
    err = '';
    jest.replaceProperty(process, 'env', { DATABASE_URL: fresh.url, KEY_STORE_URL: keys.url });
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = ExitCode.DONE;
  });

  async function keysOf(id: string): Promise<string[]> {
    const { masterKeyId: _id, ...kept } = (await keys.store.find([id])).get(id) ?? { masterKeyId: '' };
    return Object.keys(kept);
  }

  async function somebody(): Promise<string> {
    const id = randomUUID();
    await keys.store.ensure([id], () => ({
      masterKeyId: 'spec',
      person: randomBytes(60),
      health: randomBytes(60),
    }));
    return id;
  }

  async function lindungPerson(...words: readonly string[]): Promise<void> {
    const command = new Command('person').exitOverride();
    addPersonCommands(command);
    for (const each of command.commands) each.exitOverride();
    await command.parseAsync(words, { from: 'user' });
  }

  it('destroys both keys of a participant without the master key, and says what is left to do', async () => {
    const [id, other] = [await somebody(), await somebody()];
    await lindungPerson('erase', id, '--yes', '--despite-open-payments');
    expect(await keysOf(id)).toEqual([]);
    expect(await keysOf(other)).toEqual(['person', 'health']);
    for (const said of [
      /^Destroyed: person and health\. No file of .* holds the keys any more/,
      /up to a minute/,
      /Read models hold opened copies/,
      /Older backups/,
      new RegExp(`{"subject":"${id}","section":"health","at":"`),
      /the NIK still leads to this id/,
    ])
      expect(out).toMatch(said);
  });

  it('erases nothing while nobody can tell whether payments are open, unless it is meant', async () => {
    const id = await somebody();
    await lindungPerson('erase', id, '--yes');
    expect(err).toMatch(/Nothing was erased\. Nobody can tell whether payments to this person are open/);
    expect(process.exitCode).toBe(ExitCode.FAILED);
    expect(await keysOf(id)).toEqual(['person', 'health']);
  });

  it('leaves the other section readable when only one is to go; no payment needs what is said of health', async () => {
    const id = await somebody();
    await lindungPerson('erase', id, '--only', 'health', '--yes');
    expect(await keysOf(id)).toEqual(['person']);
    expect(out).toContain('Destroyed: health.');
  });

  it('does nothing before somebody has said that it is meant', async () => {
    const id = await somebody();
    await expect(lindungPerson('erase', id)).rejects.toThrow('--yes');
    expect(await keysOf(id)).toEqual(['person', 'health']);
  });

  it('says so when nothing was ever sealed for the id', async () => {
    const id = randomUUID();
    await lindungPerson('erase', id, '--yes');
    expect(err).toContain(`There are no keys of ${id}`);
    expect(process.exitCode).toBe(ExitCode.FAILED);
  });

  it('names what is wrong with a folder that is no installation, or one of an earlier release', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lindung-nothing-'));
    const erase = () => lindungPerson('erase', 'p-1', '--yes', '--data', folder);
    await expect(erase()).rejects.toThrow('is no data folder of npm start');
    await mkdir(join(folder, 'postgres'));
    await expect(erase()).rejects.toThrow(
      'of an earlier release, which kept the keys in PostgreSQL: start it once',
    );
    await rm(folder, { recursive: true });
  });
});
