import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { period, periodsFrom } from '#kernel';
import { readRecord } from './read-record.js';
import { recordedRun, type RunRecord, sha256Of, verifyRecord } from './record.js';

const ALONE = { threads: 0 };
const MONTHS = periodsFrom(period('2026-01'), 2);
const REFORM = { CONTRIB_JKM_PU: { '2026-02-01': '0.25' } };

let folder: string;
let genuine: RunRecord;
let members: string;
let ofFile: RunRecord;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  members = written('group,district,monthlyIncome,riskClass\nPU,Setu,5000000,2\n', 'members.csv');
  const synthetic = { kind: 'SYNTHETIC', members: 400, seed: 3 } as const;
  genuine = await recordedRun({ population: synthetic, months: MONTHS, reform: REFORM }, ALONE);
  ofFile = await recordedRun({ population: { kind: 'FILE', path: members }, months: MONTHS }, ALONE);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(text: string, name = 'record.json'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What somebody may have changed in a record. */
interface Draft {
  readonly months: string[];
  readonly rules: { sha256: string; edition?: string };
  reform: { sha256: string; readonly content: typeof REFORM } | null;
  readonly population: { seed?: number; generator?: string; sha256?: string };
  members: number;
  ignoredCells?: Record<string, number>;
  readonly results: { sha256: string; readonly report: Record<string, { before: number; gained: number }[]> };
  approved?: boolean;
}

async function verdict(change: (draft: Draft) => void, of = genuine): Promise<string[]> {
  const draft = structuredClone(of) as unknown as Draft;
  change(draft);
  return verifyRecord(await readRecord(written(JSON.stringify(draft, undefined, 1))), ALONE);
}

describe('a run record', () => {
  it('is confirmed as it was written, however it is laid out', async () => {
    expect(await verdict(() => {})).toEqual([]);
    expect(await verdict(() => {}, ofFile)).toEqual([]);
    expect(await verifyRecord(await readRecord(written(JSON.stringify(genuine))), ALONE)).toEqual([]);
  });

  it.each<[string, (draft: Draft) => void, string[]]>([
    ['other rules', (draft) => (draft.rules.sha256 = '0'.repeat(64)), ['rules']],
    [
      'another reform',
      (draft) => (draft.reform!.content.CONTRIB_JKM_PU['2026-02-01'] = '0.26'),
      ['reform', 'results'],
    ],
    [
      'another reform and its hash',
      (draft) => {
        draft.reform!.content.CONTRIB_JKM_PU['2026-02-01'] = '0.26';
        draft.reform!.sha256 = sha256Of(draft.reform!.content);
      },
      ['results'],
    ],
    ['no reform', (draft) => (draft.reform = null), ['results']],
    ['another month', (draft) => draft.months.pop(), ['results']],
    ['another seed', (draft) => (draft.population.seed = 4), ['results']],
    ['another generator', (draft) => (draft.population.generator = 'elsewhere/1'), ['population']],
    ['more members', (draft) => (draft.members = 401), ['members']],
    ['another sum', (draft) => (draft.results.report.groups![0]!.before += 1), ['results']],
    [
      'another sum and its hash',
      (draft) => {
        draft.results.report.groups![0]!.gained = 1;
        draft.results.sha256 = sha256Of(draft.results.report);
      },
      ['results'],
    ],
    ['a line less', (draft) => draft.results.report.districts!.pop(), ['results']],
    ['a table more', (draft) => (draft.results.report.regions = []), ['results']],
    ['a remark', (draft) => (draft.approved = true), ['approved']],
    ['a remark within', (draft) => (draft.rules.edition = 'mine'), ['rules']],
  ])('with %s is not', async (_, change, parts) => {
    expect(await verdict(change)).toEqual(parts);
  });

  it('says which cells of a file played no part, and what else it says of them is not confirmed', async () => {
    const path = written(
      'group,district,monthlyIncome,riskClass,programs\nPU,Setu,5000000,2,JKK+JKP\n',
      'jkp.csv',
    );
    const record = await recordedRun({ population: { kind: 'FILE', path }, months: MONTHS }, ALONE);
    expect(record.ignoredCells).toEqual({ 'PU.programs.JKP': 1 });
    expect(await verdict(() => {}, record)).toEqual([]);
    expect(await verdict((draft) => delete draft.ignoredCells, record)).toEqual(['ignoredCells']);
    expect(ofFile).not.toHaveProperty('ignoredCells');
  });

  it('of a file is confirmed where the file is now, and of no other one', async () => {
    const moved = written('group,district,monthlyIncome,riskClass\nPU,Setu,5000000,2\n', 'moved.csv');
    const at = (populationFile: string) => verifyRecord(ofFile, { ...ALONE, populationFile });
    expect(await at(moved)).toEqual([]);
    appendFileSync(moved, 'PU,Setu,5000000,2\n');
    expect(await at(moved)).toEqual(['population']);
    await expect(at(join(folder, 'nowhere.csv'))).rejects.toThrow('berkas ini tidak ada');
    expect(await verdict((draft) => (draft.population.sha256 = '0'), ofFile)).toEqual(['population']);
  });

  it.each<[string, (text: string) => string, string]>([
    [
      'cut off',
      (text) => text.slice(0, -40),
      'it may be cut off / catatan ini bukan JSON; mungkin terpotong',
    ],
    ['of another format', (text) => text.replace('simulation/2', 'simulation/1'), 'bukan catatan simulasi'],
    ['nothing', () => 'null', 'not a run record of the format lindung-simulation/2'],
    ['a list', () => '[]', 'not a run record'],
    [
      'saying something twice',
      (text) => text.replace('{', '{"members": 999,'),
      'a name stands twice in the record',
    ],
    [
      'telling a number that is rounded when it is read',
      (text) => text.replace('"members":400', '"members":400.00000000000000001'),
      'atau angka yang tidak ditulis lengkap',
    ],
    ['of no month', (text) => text.replace('["2026-01","2026-02"]', '[]'), 'months of the record must be'],
    ['of a month twice', (text) => text.replace('"2026-02"]', '"2026-01"]'), 'months of the record must be'],
    ['of too many', (text) => text.replace('"members":400,"seed"', '"members":1e12,"seed"'), 'a number'],
    [
      'of far too many',
      (text) => text.replace('"members":400,"seed"', '"members":999999999999,"seed"'),
      'population of the record must be',
    ],
    [
      'of a rule that does not exist',
      (text) => text.replaceAll('CONTRIB_JKM_PU', 'JKM'),
      'reform of the record',
    ],
  ])('%s is refused', async (_, change, message) => {
    const path = written(change(JSON.stringify(genuine)));
    await expect(readRecord(path)).rejects.toThrow(message);
  });

  it('that is not there is refused', async () => {
    await expect(readRecord(join(folder, 'nothing.json'))).rejects.toThrow('there is no such file');
  });
});
