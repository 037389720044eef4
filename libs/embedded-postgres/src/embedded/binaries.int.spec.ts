import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { trustedCopy } from './binaries.js';

describe('a copy of the programs of PostgreSQL', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-programs-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('has the licence of PostgreSQL beside them', async () => {
    const [source, target] = [join(folder, 'native'), join(folder, 'copy')];
    await mkdir(join(source, 'bin'), { recursive: true });
    await writeFile(join(source, 'bin', 'postgres'), 'a program');
    await trustedCopy(source, target);
    expect(await readFile(join(target, 'bin', 'postgres'), 'utf8')).toBe('a program');
    const license = await readFile(join(target, 'LICENSE'), 'utf8');
    expect(license).toContain('PostgreSQL Global Development Group');
    expect(license).toContain('provided that the above copyright notice');
  });
});
