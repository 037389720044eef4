import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');

/** Two files hold the same: whichever comes second sees what the first one left. */
const LEAVES_THINGS = `
import { afterAll, expect, it, jest } from '@jest/globals';
import { kept } from './kept.js';

jest.setTimeout(200);
interface Dated { readonly on: Date }

afterAll(() => { kept.files++; });
it('passes, and is told what a module keeps', () => { process.stdout.write(\`files before: \${kept.files}\\n\`); });
it('leaves things behind', () => {
  expect([process.env.LEFT, console.log === kept.log, Date.now() > 1_000_000]).toEqual([undefined, false, true]);
  kept.log = console.log;
  process.env.LEFT = 'behind';
  jest.useFakeTimers({ now: 1 });
});
it.each([1, 2])('fails for %d', (day) => {
  const one: Dated = { on: new Date(0) };
  expect(one).toMatchObject({ on: new Date(day) });
});
it('takes too long', () => new Promise<void>(() => {}));
it('counts what it expects', () => { expect.assertions(1); });
it('leaves a rejection alone', async () => {
  void Promise.reject(new Error('nobody looks'));
  await new Promise((resolve) => { process.nextTick(resolve); });
});
`;

const FILES = {
  'package.json': '{ "type": "module" }',
  'kept.ts': 'export const kept: { files: number; log?: unknown } = { files: 0 };',
  'one.spec.ts': LEAVES_THINGS,
  'other.spec.ts': LEAVES_THINGS,
  'unreadable.spec.ts': 'it(;',
  'unlinked.spec.ts': "import { other } from './kept.js';\nother();",
};

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { title: string; status: string; failureMessages: string[] }[];
  }[];
}

describe('what runs specs in Node itself', () => {
  let directory: string;
  let report: Report;
  let said: string;
  beforeAll(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'lindung-jest-')));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(directory, name), text);
    const config = {
      rootDir: directory,
      testMatch: ['<rootDir>/*.spec.ts'],
      testEnvironment: join(ROOT, 'libs/testing/jest-environment.js'),
      testRunner: join(ROOT, 'libs/testing/jest-runner.js'),
      transform: {},
      injectGlobals: false,
    };
    const jest = [join(ROOT, 'node_modules/jest/bin/jest.js'), `--config=${JSON.stringify(config)}`];
    const { stdout } = spawnSync(process.execPath, [...jest, '--runInBand', '--json'], { encoding: 'utf8' });
    said = stdout;
    report = JSON.parse(stdout.slice(stdout.indexOf('{"num'))) as Report;
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const fileOf = (name: string) => report.testResults.find((file) => file.name.endsWith(`/${name}`))!;

  it.each(['one.spec.ts', 'other.spec.ts'])('sees what passes and what fails in %s', (name) => {
    const outcomes = fileOf(name).assertionResults.map(({ title, status }) => `${title}: ${status}`);
    expect(outcomes).toEqual([
      'passes, and is told what a module keeps: passed',
      'leaves things behind: passed',
      'fails for 1: failed',
      'fails for 2: failed',
      'takes too long: failed',
      'counts what it expects: failed',
      'leaves a rejection alone: failed',
    ]);
  });

  it('says where, in the lines that were written', () => {
    const [, , failure] = fileOf('one.spec.ts').assertionResults;
    expect(failure!.failureMessages.join('\n')).toContain('one.spec.ts:18:15');
  });

  it('keeps modules from one file to the next', () => {
    expect(said.match(/files before: \d/g)).toEqual(['files before: 0', 'files before: 1']);
  });

  it('tells of files that cannot be read or linked', () => {
    expect(fileOf('unreadable.spec.ts').message).toContain('Syntax Error');
    expect(fileOf('unlinked.spec.ts').message).toContain("does not provide an export named 'other'");
  });
});
