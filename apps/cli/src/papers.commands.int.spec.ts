import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PaperStore } from '#paper-store';
import { type FreshDatabase, freshDatabase } from '#testing';
import { runCommand } from '../test/run-command.js';
import { ExitCode } from './exit.js';
import { addPapersCommands } from './papers.commands.js';

describe('lindung papers', () => {
  let fresh: FreshDatabase;
  let scratch: string;
  beforeAll(async () => {
    fresh = await freshDatabase();
    scratch = await mkdtemp(join(tmpdir(), 'lindung-papers-command-'));
    jest.replaceProperty(process, 'env', { DATABASE_URL: fresh.url });
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await fresh.drop();
    await rm(scratch, { recursive: true });
  });

  it('backs up what there is, and names by its id what is not what was sealed', async () => {
    const run = (...words: string[]) => runCommand(addPapersCommands, ...words);
    const backup = ['backup', '--to', join(scratch, 'backup')];
    expect(await run(...backup)).toMatchObject({
      code: ExitCode.DONE,
      stdout: expect.stringMatching(/: 0 papers copied/),
    });
    const store = new PaperStore(fresh.database);
    const fileId = randomUUID();
    await store.begin(fileId, randomUUID());
    await store.add(fileId, 0, Buffer.from('noise'));
    await store.complete({ fileId, pieces: 1, sealedSha256: 'another' });
    for (const words of [['check'], backup]) {
      const { code, stderr } = await run(...words);
      expect([code, stderr]).toEqual([ExitCode.FAILED, expect.stringContaining(fileId)]);
    }
    const restored = await run('restore', '--from', scratch).catch((error: Error) => error.message);
    expect(restored).toBe(`${scratch} holds no papers`);
  });
});
