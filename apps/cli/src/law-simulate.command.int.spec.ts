import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lindung } from '../../../libs/event-store-server/test/operations/program.js';
import { ExitCode } from './exit.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'law-simulate-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (name: string, text = ''): string => {
  const path = join(folder, name);
  if (text) writeFileSync(path, text);
  return path;
};
const simulate = (...words: readonly string[]) => lindung(['law', 'simulate', ...words]);
const half2026 = ['--months', '2026-01..2026-06'];

describe('lindung law simulate', () => {
  it('says who gains and who loses by a reform, and another run of the record gives the same', async () => {
    const reform = file('reform.json', '{ "CONTRIB_JKM_PU": { "2026-04-01": "0.25" } }');
    const record = file('record.json');
    const asked = [
      '--synthetic',
      '70_000',
      '--seed',
      '5',
      ...half2026,
      '--reform',
      reform,
      '--record',
      record,
    ];
    const { code, stdout } = await simulate(...asked);
    expect(code).toBe(ExitCode.DONE);
    expect(stdout).toContain('70,000 members, 2026-01 to 2026-06');
    expect(stdout).toMatch(/NON_ASN .* contribution .* 0 .* 0 /);

    const confirmed = await simulate('verify', record);
    expect(confirmed.stdout).toContain('Confirmed: 70,000 members');
    const other = await simulate('verify', record, '--reform', reform);
    expect(other.stderr).toContain('--reform bukan untuk verify');
    expect(other.code).toBe(ExitCode.UNUSABLE_INPUT);

    const changed = readFileSync(record, 'utf8').replace('"seed": 5', '"seed": 6');
    const denied = await simulate('verify', file('changed.json', changed), '--json');
    expect(JSON.parse(denied.stdout)).toMatchObject({ confirmed: false, differences: ['results'] });
    expect(denied.code).toBe(ExitCode.FAILED);
    expect(denied.stderr).toContain('hasil berbeda:\n  results: the tables or their hash');
    expect(denied.stderr).not.toContain('population');
  });

  it('reads members from a file and gives the same whatever their order', async () => {
    const header = 'group,district,monthlyIncome,riskClass,programs,governmentPaid';
    const rows = [
      'PU,Setu,6000000,3,JKK+JKM+JHT,',
      'BPU,Setu,1000000,,,no',
      'NON_ASN,Babelan,2500000,1,,yes',
    ];
    const sums = await Promise.all(
      [rows, rows.toReversed()].map(async (ordered, at) => {
        const path = file(`members-${at}.csv`, [header, ...ordered].join('\n'));
        const { stdout } = await simulate('--population', path, '--months', '2026-01', '--json');
        return (JSON.parse(stdout) as { results: { report: { groups: unknown } } }).results.report.groups;
      }),
    );
    // 53,400 + 18,000 + 222,000 + 120,000; 10,000 + 6,800; 6,000 + 7,500
    expect(sums[0]).toMatchObject([
      { name: 'PU', before: 413_400 },
      { name: 'NON_ASN', before: 13_500 },
      { name: 'BPU', before: 16_800 },
    ]);
    expect(sums[1]).toEqual(sums[0]);
  });

  it('says which cells of the file played no part', async () => {
    const path = file(
      'jkp.csv',
      'group,district,monthlyIncome,riskClass,programs\nPU,Setu,6000000,3,JKK+JKP',
    );
    const { stdout } = await simulate('--population', path, '--months', '2026-01');
    expect(stdout).toContain('Played no part / tidak berperan: PU.programs.JKP (1)\n');
  });

  it.each([
    [
      'group,district\nPNS,Setu',
      'line 2 of the population: group must be one of PU, NON_ASN, BPU, JAKON, PMI',
    ],
    ['group,district,riskClass\nBPU,,', 'line 2 of the population: district must be named'],
    ['group,district,monthlyIncome,riskClass\nPU,Setu,1.5,1', 'monthlyIncome harus bilangan bulat'],
    ['group,district\nBPU,Setu,x', 'baris 2 data penduduk: tidak terbaca sebagai CSV: Invalid Record Length'],
    ['group,district\n"BPU,Setu', 'line 2 of the population: not readable as CSV: Quote Not Closed'],
    ['group,district\n', 'baris 1 data penduduk: tidak ada anggota di dalamnya'],
    [
      'group,district,group\nBPU,Setu,PU',
      'the column group stands twice / baris 1 data penduduk: kolom group ada dua',
    ],
    ['group,district,name\nBPU,Setu,x', 'line 1 of the population: name is not one of group, district'],
  ])('refuses members that it cannot read: %j', async (text, message) => {
    const { code, stderr } = await simulate('--population', file('bad.csv', text), ...half2026);
    expect(stderr).toContain(message);
    expect(code).toBe(ExitCode.UNUSABLE_INPUT);
  });

  it('does not read on for ever where nobody closes a quotation mark', async () => {
    const path = file('open.csv', `group,district\n"${'x\n'.repeat(10_000)}`);
    const { code, stderr } = await simulate('--population', path, ...half2026);
    expect(stderr).toContain('not readable as CSV: Max Record Size');
    expect(code).toBe(ExitCode.UNUSABLE_INPUT);
  });

  it.each([
    [['--synthetic', '10', '--months', '2010-01'], 'No law for', 'peraturan pertama yang dikenal di sini'],
    [['--population', 'nowhere.csv', '--months', '2026-01'], 'there is no such file', 'berkas ini tidak ada'],
    [
      ['--synthetic', '10', '--months', '2026-01', '--record', '/nowhere/record.json'],
      '/nowhere/record.json cannot be written',
      'tidak dapat ditulis',
    ],
    [['--synthetic', '10', '--months', '2026-13'], 'A month or first..last', 'satu bulan atau awal..akhir'],
    [['--months', '2026-01'], 'Give --months and either', 'berikan --months'],
  ])('refuses %j in both languages', async (words, en, id) => {
    const { code, stderr } = await simulate(...words);
    expect(stderr).toContain(en);
    expect(stderr).toContain(id);
    expect(code).not.toBe(ExitCode.DONE);
  });

  it('refuses a contract that is not sold, in both languages', async () => {
    const path = file(
      'contract.csv',
      'group,district,contractMonths,monthlyIncome,paidInMonth\nPMI,Setu,7,0,0',
    );
    const { code, stderr } = await simulate('--population', path, ...half2026);
    expect(stderr).toContain('No contract of 7 months is sold; 6, 12, 24 are / Tidak ada kontrak 7 bulan');
    expect(code).toBe(ExitCode.UNUSABLE_INPUT);
  });

  it('refuses a reform of a rule that does not exist', async () => {
    const reform = file('unknown.json', '{ "CONTRIB_JKM": { "2026-04-01": "0.25" } }');
    const { code, stderr } = await simulate('--synthetic', '10', ...half2026, '--reform', reform);
    expect(stderr).toContain('did you mean CONTRIB_JKM_BPU, CONTRIB_JKM_PU? / tidak ada aturan ini');
    expect(code).toBe(ExitCode.UNUSABLE_INPUT);
  });
});
