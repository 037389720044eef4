import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { PostgresKeyRing } from '#key-ring';
import { type FreshDatabase, freshDatabase } from '#testing';
import { ExitCode } from './exit.js';
import { addPersonCommands } from './person.commands.js';

describe('lindung person erase', () => {
  const masterKey = randomBytes(32);
  let fresh: FreshDatabase;
  let out: string;
  let err: string;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  beforeEach(() => {
    out = '';
    err = '';
    jest.replaceProperty(process, 'env', {
      DATABASE_URL: fresh.url,
      LINDUNG_MASTER_KEY: masterKey.toString('base64'),
    });
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = ExitCode.DONE;
  });

  const openRing = () => PostgresKeyRing.open({ database: fresh.database, masterKey });
  const keysOf = async (id: string) => Object.keys((await (await openRing()).find([id])).get(id) ?? {});

  async function somebody(): Promise<string> {
    const id = randomUUID();
    await (await openRing()).ensure([id]);
    return id;
  }

  async function lindungPerson(...words: readonly string[]): Promise<void> {
    const command = new Command('person').exitOverride();
    addPersonCommands(command);
    for (const each of command.commands) each.exitOverride();
    await command.parseAsync(words, { from: 'user' });
  }

  it('destroys both keys of a participant and says what is left to do', async () => {
    const [id, other] = [await somebody(), await somebody()];
    await lindungPerson('erase', id, '--yes');
    expect(await keysOf(id)).toEqual([]);
    expect(await keysOf(other)).toEqual(['person', 'health']);
    expect(out).toMatch(/Destroyed: person and health.*read models/);
  });

  it('does not take the master key of an example in production', async () => {
    const id = await somebody();
    process.env.NODE_ENV = 'production';
    process.env.LINDUNG_MASTER_KEY = Buffer.alloc(32).toString('base64');
    await expect(lindungPerson('erase', id, '--yes')).rejects.toThrow(
      /LINDUNG_MASTER_KEY: has a value that is for development/,
    );
    expect(await keysOf(id)).toEqual(['person', 'health']);
  });

  it('leaves the other section readable when only one is to go', async () => {
    const id = await somebody();
    await lindungPerson('erase', id, '--only', 'health', '--yes');
    expect(await keysOf(id)).toEqual(['person']);
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
});
