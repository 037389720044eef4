import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const COPIED = [
  'apps',
  'infra',
  'libs',
  'test',
  'jest.config.js',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  '.prettierrc.json',
];

/** Whatever knows a context: what is written is type-checked with it, and the rest of the sources every day. */
const WITH_THE_CONTEXT = {
  extends: './tsconfig.json',
  compilerOptions: { incremental: false },
  include: ['libs/contexts/letters', 'libs/contexts/index.ts', 'test/compatibility'],
};

/** A copy of the sources is compiled. */
const LONG = 120_000;

describe('npm run new:context and new:command', () => {
  let copy: string;
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'lindung-scaffold-'));
    for (const path of COPIED) await cp(join(ROOT, path), join(copy, path), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    await npm('new:context', '--', 'letters', '--above', 'accidents');
    await npm('new:command', '--', 'letters', 'send-letter', '--records', 'LetterRegistered');
  }, LONG);
  afterAll(() => rm(copy, { recursive: true }));

  const npm = (script: string, ...rest: readonly string[]) =>
    run('npm', ['run', '--silent', script, ...rest], { cwd: copy });

  it(
    'write what the compiler takes as it is',
    async () => {
      await writeFile(join(copy, 'tsconfig.letters.json'), JSON.stringify(WITH_THE_CONTEXT));
      const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.letters.json'];
      await run(process.execPath, tsc, { cwd: copy });
      expect(await readFile(join(copy, 'libs/contexts/index.ts'), 'utf8')).toMatch(/accidents,\s+letters,/);
    },
    LONG,
  );

  it(
    'write a decision whose spec passes, and a golden stream that means what it says',
    async () => {
      const { stderr } = await run(
        process.execPath,
        [
          'node_modules/jest/bin/jest.js',
          'libs/contexts/letters',
          'test/compatibility/golden-streams',
          '--selectProjects',
          'unit',
        ],
        { cwd: copy },
      );
      expect(stderr).toMatch(/Test Suites: 2 passed/);
    },
    LONG,
  );

  it('refuse names that cannot be', async () => {
    await expect(npm('new:context', '--', 'Letter')).rejects.toMatchObject({
      stderr: expect.stringContaining('must be lower-case words with dashes'),
    });
    await expect(npm('new:context', '--', 'claims')).rejects.toMatchObject({
      stderr: expect.stringContaining('exists already'),
    });
    await expect(npm('new:command', '--', 'letters', 'x', '--records', 'Nothing')).rejects.toMatchObject({
      stderr: expect.stringContaining('have the type Nothing'),
    });
  });
});
