import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { ExitCode } from './exit.js';
import { type EffectOfReform, reformCommand } from './law-reform.command.js';

let directory: string;
let file: string;
let out: string;
let err: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lindung-reform-'));
  file = join(directory, 'reform.json');
  out = '';
  err = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.exitCode = ExitCode.DONE;
  await rm(directory, { recursive: true });
});

async function check(reform: object, ...words: readonly string[]): Promise<unknown> {
  await writeFile(file, JSON.stringify(reform));
  const command = new Command('reform');
  reformCommand(command);
  await command.parseAsync(['check', file, ...words], { from: 'user' });
  return process.exitCode ?? ExitCode.DONE;
}

describe('lindung law reform check', () => {
  it('tells a lawyer what changes: rule, both values, days, source, calculators', async () => {
    expect(await check({ JKM_FUNERAL: { '2019-12-02': 12_000_000, '2020-01-01': null } })).toBe(
      ExitCode.DONE,
    );
    const [first] = out.split('\n\n');
    expect(first!.split('\n')).toEqual([
      'JKM_FUNERAL: Funeral benefit (Rp)',
      '  from 2019-12-02, until 2019-12-31',
      '  reform: 12,000,000',
      '  law: 10,000,000, from 2019-12-02 until 2019-12-31 (PP 44/2015 jo. PP 82/2019, Art. 34; seen in S04, S05, S06)',
      '  read by JKM',
    ]);
    expect(out).toContain('  reform: as the law says');
  });

  it('tells which cases come out otherwise', async () => {
    await check({ JKM_FUNERAL: { '2019-12-02': 12_000_000, '2019-12-03': null } });
    expect(out).toMatch(/Of \d+ cases \d+ come out otherwise:/);
    expect(out).toContain(
      'WE-08 wage earner dies on the first day of PP 82/2019: Rp42,000,000 → Rp44,000,000',
    );
  });

  it('speaks Indonesian, and shows of a value with parts those that change', async () => {
    await check({ JKM_PERIODIC: { '2099-01-01': { months: 24, monthly: 600_000 } } }, '--lang', 'id');
    expect(out).toContain(
      '  sejak 2099-01-01, sampai diubah\n  reformasi: bagian monthly: 500,000 → 600,000\n',
    );
    expect(out).toMatch(/Dari \d+ kasus, 0 hasilnya berbeda\./);
  });

  it('prints the same as JSON', async () => {
    await check({ JKM_FUNERAL: { '2099-01-01': 12_000_000 } }, '--json');
    const { changes, cases } = JSON.parse(out) as EffectOfReform;
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
    expect(await check({ JKM_DEAD: {}, JKM_FUNERAL: { '2027-13-01': 1 } })).toBe(ExitCode.UNUSABLE_INPUT);
    expect(err.split('\n')).toEqual([
      `lindung: ${file}: JKM_DEAD: there is no such rule; did you mean JKM_DEATH?`,
      `lindung: ${file}: JKM_FUNERAL 2027-13-01: 2027-13-01 is no day; write it as 2027-01-01`,
      '',
    ]);
    expect(out).toBe('');
  });
});
