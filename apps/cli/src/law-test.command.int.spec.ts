import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ended, runCommand } from '../test/run-command.js';
import { ExitCode } from './exit.js';
import { testCommand } from './law-test.command.js';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lindung-cases-'));
  file = join(directory, 'jkm.yaml');
});

afterEach(() => rm(directory, { recursive: true }));

const lawTest = (...words: readonly string[]): Promise<Ended> => runCommand(testCommand, ...words);

const death = (name: string, day: string, amount: string, keyword: string) => `
- name: ${name}
  date: ${day}
  input:
    calculator: JKM
    segment: PU
    deathDate: ${day}
    consecutivePaidMonths: 24
    totalPaidMonths: 24
    eligibleChildren: []
  output:
    components:
      - JKM_DEATH: ${amount}
      - JKM_PERIODIC: 12_000_000
      - JKM_FUNERAL: 10_000_000
  source: PP 82/2019 Art. 34
  keywords: [JKM, ${keyword}]
`;

const RIGHT = death('first day', '2019-12-02', '20_000_000', 'boundary');
const WRONG = death('a later day', '2025-03-10', '16_200_000', 'later');

describe('lindung law test', () => {
  it('says how many cases there were when all of them come out as they say', async () => {
    await writeFile(file, RIGHT);
    expect(await lawTest(file)).toEqual({
      code: ExitCode.DONE,
      stdout: '1 case: all come out as they say.\n',
      stderr: '',
    });
  });

  it('tells a lawyer which case came out otherwise: component, both amounts, law and source', async () => {
    await writeFile(file, RIGHT + WRONG);
    const { code, stdout } = await lawTest(file);
    expect(code).toBe(ExitCode.FAILED);
    expect(stdout.split('\n')).toEqual([
      'NOT AS EXPECTED: a later day (2025-03-10)',
      `  ${file}:19; the case rests on PP 82/2019 Art. 34`,
      '  JKM_DEATH: expected Rp16,200,000, came Rp20,000,000, by PP 44/2015 jo. PP 82/2019 jo. PP 49/2023, Art. 34',
      '',
      '2 cases: 1 comes out otherwise.',
      '',
    ]);
  });

  it('speaks Indonesian', async () => {
    await writeFile(file, WRONG);
    const { stdout } = await lawTest(file, '--lang', 'id');
    expect(stdout).toContain('JKM_DEATH: seharusnya Rp16,200,000, hasilnya Rp20,000,000, menurut PP 44/2015');
    expect(stdout).toContain('1 kasus: 1 tidak sesuai.');
  });

  it('takes only the cases that have each keyword', async () => {
    await writeFile(file, RIGHT + WRONG);
    expect(await lawTest(file, '--keyword', 'jkm', 'boundary')).toMatchObject({
      code: ExitCode.DONE,
      stdout: '1 case: all come out as they say.\n',
    });
    expect(await lawTest(file, '--keyword', 'boundary', 'later')).toMatchObject({
      code: ExitCode.FAILED,
      stderr: expect.stringContaining('No case has the keyword boundary and later'),
    });
  });

  it('prints each case as JSON', async () => {
    await writeFile(file, RIGHT + WRONG);
    const { code, stdout } = await lawTest(file, '--json');
    expect(code).toBe(ExitCode.FAILED);
    expect(JSON.parse(stdout)).toMatchObject({
      cases: 2,
      passed: 1,
      failed: 1,
      results: [
        { name: 'first day', line: 2, keywords: ['JKM', 'boundary'], passed: true, differences: [] },
        { name: 'a later day', passed: false, differences: [{ what: 'JKM_DEATH', came: 20_000_000 }] },
      ],
    });
  });

  it('computes nothing of files in which something is wrong, and says what and where', async () => {
    await writeFile(file, RIGHT.replace('12_000_000', '12.000.000') + RIGHT);
    const missing = join(directory, 'none.yaml');
    const { stderr, ...answer } = await lawTest(file, missing);
    expect(answer).toEqual({ code: ExitCode.UNUSABLE_INPUT, stdout: '' });
    expect(stderr.split('\n')).toEqual([
      `lindung: ${file}:14: JKM_PERIODIC: 12.000.000 is no whole number of rupiah; write 12_000_000`,
      `lindung: ${missing}:1: there is no such file`,
      '',
    ]);
  });

  it('does not read a file that no person wrote', async () => {
    await writeFile(file, '#'.repeat(1_048_577));
    const { code, stderr } = await lawTest(file);
    expect(code).toBe(ExitCode.UNUSABLE_INPUT);
    expect(stderr).toContain('at most 1 MiB');
  });

  it('wants each name once', async () => {
    const other = join(directory, 'other.yaml');
    await writeFile(file, RIGHT);
    await writeFile(other, RIGHT);
    const { code, stderr } = await lawTest(file, other);
    expect(code).toBe(ExitCode.UNUSABLE_INPUT);
    expect(stderr).toContain(`${other}:2: the name "first day" stands in ${file}:2 already`);
  });

  it('computes all cases beside the chapters when no file is named', async () => {
    const { code, stdout } = await lawTest('--json');
    expect(code).toBe(ExitCode.DONE);
    expect((JSON.parse(stdout) as { cases: number }).cases).toBeGreaterThanOrEqual(43);
  });
});
