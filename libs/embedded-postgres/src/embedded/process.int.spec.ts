import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { runInBackground } from './process.js';

describe('a program in the background', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lindung-program-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('tells what it said before anybody listened: a server may be ready sooner than its starter', async () => {
    const program = join(directory, 'hasty');
    await writeFile(program, '#!/bin/sh\necho starting >&2\necho ready >&2\n');
    await chmod(program, 0o755);
    const { words } = await runInBackground({ program, account: undefined, clusterDir: directory }, []);
    await eventually('it has said both lines', () => words.lines.length === 2);
    const heard: string[] = [];
    words.onLine((line) => heard.push(line));
    expect(heard).toEqual(['starting', 'ready']);
  });
});
