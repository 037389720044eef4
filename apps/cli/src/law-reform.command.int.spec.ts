import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ended, runCommand } from '../test/run-command.js';
import { ExitCode } from './exit.js';
import { type EffectOfReform, reformCommand } from './law-reform.command.js';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lindung-reform-'));
  file = join(directory, 'reform.json');
});

afterEach(() => rm(directory, { recursive: true }));

async function check(reform: object, ...words: readonly string[]): Promise<Ended> {
  await writeFile(file, JSON.stringify(reform));
  return runCommand(reformCommand, 'check', file, ...words);
}

describe('lindung law reform check', () => {
  it('tells a lawyer what changes: rule, both values, days, source, calculators', async () => {
    const { code, stdout } = await check({
      JKM_FUNERAL: { '2019-12-02': 12_000_000, '2020-01-01': null },
    });
    expect(code).toBe(ExitCode.DONE);
    const [first] = stdout.split('\n\n');
    expect(first!.split('\n')).toEqual([
      'JKM_FUNERAL: Funeral benefit (Rp)',
      '  from 2019-12-02, until 2019-12-31',
      '  reform: 12,000,000',
      '  law: 10,000,000, from 2019-12-02 until 2019-12-31 (PP 44/2015 jo. PP 82/2019, Art. 34; seen in S04, S05, S06)',
      '  read by JKM',
    ]);
    expect(stdout).toContain('  reform: as the law says');
  });

  it('tells which cases come out otherwise', async () => {
    const { stdout } = await check({
      JKM_FUNERAL: { '2019-12-02': 12_000_000, '2019-12-03': null },
    });
    expect(stdout).toMatch(/Of \d+ cases \d+ come out otherwise:/);
    expect(stdout).toContain(
      'WE-08 wage earner dies on the first day of PP 82/2019: Rp42,000,000 → Rp44,000,000',
    );
  });

  it('speaks Indonesian, and shows of a value with parts those that change', async () => {
    const reform = { JKM_PERIODIC: { '2099-01-01': { months: 24, monthly: 600_000 } } };
    const { stdout } = await check(reform, '--lang', 'id');
    expect(stdout).toContain(
      '  sejak 2099-01-01, sampai diubah\n  reformasi: bagian monthly: 500,000 → 600,000\n',
    );
    expect(stdout).toMatch(/Dari \d+ kasus, 0 hasilnya berbeda\./);
  });

  it('prints the same as JSON', async () => {
    const { stdout } = await check({ JKM_FUNERAL: { '2099-01-01': 12_000_000 } }, '--json');
    const { changes, cases } = JSON.parse(stdout) as EffectOfReform;
    expect(changes).toMatchObject([
      {
        rule: 'JKM_FUNERAL',
        from: '2099-01-01',
        proposed: 12_000_000,
        law: [{ value: 10_000_000 }],
        calculators: ['JKM'],
      },
    ]);
    expect(cases).toEqual({ compared: expect.any(Number), otherwise: [] });
  });

  it('refuses what cannot be applied, with each fault in a line', async () => {
    const { code, stdout, stderr } = await check({ JKM_DEAD: {}, JKM_FUNERAL: { '2027-13-01': 1 } });
    expect(code).toBe(ExitCode.UNUSABLE_INPUT);
    expect(stderr.split('\n')).toEqual([
      `lindung: ${file}: JKM_DEAD: there is no such rule; did you mean JKM_DEATH?`,
      `lindung: ${file}: JKM_FUNERAL 2027-13-01: 2027-13-01 is no day; write it as 2027-01-01`,
      '',
    ]);
    expect(stdout).toBe('');
  });
});
