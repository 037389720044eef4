import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SqliteKeyStore } from '#key-store';
import { filesHolding, startProgram } from '#testing';

interface Told {
  readonly made?: string;
  readonly keys?: readonly string[];
  readonly destroyed?: string;
}

const ROUNDS = 4;

describe('a key store that is killed again and again in the middle of its work', () => {
  let directory: string;
  const made = new Map<string, readonly string[]>();
  const destroyed = new Set<string>();

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lindung-killed-keys-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  async function killAfter(answers: number): Promise<void> {
    const program = startProgram(new URL('./make-and-destroy.main.ts', import.meta.url), { KEYS: directory });
    let told = 0;
    program.on('message', ({ made: subject, keys = [], destroyed: gone }: Told) => {
      if (subject) made.set(subject, keys);
      if (gone) destroyed.add(gone);
      if (++told === answers) program.kill('SIGKILL');
    });
    await once(program, 'exit');
  }

  it('has every key that it answered with, and no file has one that it said is destroyed', async () => {
    for (let round = 1; round <= ROUNDS; round++) await killAfter(40 + 13 * round);
    const goneKeys = [...destroyed].flatMap((subject) => made.get(subject) ?? []);
    expect(goneKeys.length).toBeGreaterThan(0);
    const bytes = goneKeys.map((key) => Buffer.from(key, 'base64'));
    expect(new Set(await filesHolding(directory, bytes))).toEqual(new Set([0]));

    const store = SqliteKeyStore.open(directory);
    const found = await store.find([...made.keys()]);
    const listed = new Set((await store.destroyed()).map(({ subject }) => subject));
    await store.close();
    for (const subject of destroyed) expect(listed).toContain(subject);
    for (const [subject, keys] of made) {
      const { person, health } = found.get(subject) ?? {};
      // Destroying was begun for some that nobody was answered about: then it was ended when the store was opened.
      const wanted = listed.has(subject) ? [undefined, undefined] : keys;
      expect([person?.toString('base64'), health?.toString('base64')]).toEqual(wanted);
    }
  });
});
