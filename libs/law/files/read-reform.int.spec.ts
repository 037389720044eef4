import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { readReform, UnreadableReform } from './read-reform.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lindung-reform-'));
});

afterEach(async () => rm(directory, { recursive: true }));

async function read(name: string, content: string | Uint8Array) {
  const path = join(directory, name);
  await writeFile(path, content);
  return readReform(path);
}

type Cell = string | number | Date | null;

const workbook = async (rows: Cell[][]) => writeXlsx({ sheets: [{ name: 'Reform', rows }] });

/** The faults of a file, without its path. */
async function faultsOf(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  try {
    await read(name, content);
  } catch (error) {
    if (error instanceof UnreadableReform)
      return error.in('en').map((line) => line.slice(directory.length + 1));
    throw error;
  }
  return [];
}

const REFORM = {
  CONTRIB_JHT_WORKER: { '2027-01-01': '2.5' },
  JKM_PERIODIC: { '2027-01-01': { months: 24, monthly: 600_000 }, '2028-01-01': null },
};

describe('a reform in a file', () => {
  it('is JSON', async () => {
    expect(await read('reform.json', JSON.stringify(REFORM))).toEqual(REFORM);
  });

  it('is a CSV file, a part of a value in each row where it has parts', async () => {
    const csv = `rule,part,from,value,note
CONTRIB_JHT_WORKER,,2027-01-01,2.5,as proposed in May
JKM_PERIODIC,monthly,2027-01-01,600000,
JKM_PERIODIC,,2028-01-01,law,
`;
    expect(await read('reform.csv', csv)).toEqual(REFORM);
  });

  it('is a CSV file as Excel writes it in Indonesia', async () => {
    const csv =
      '\uFEFFAturan;Bagian;Berlaku;Nilai\r\nCONTRIB_JHT_WORKER;;2027-01-01;2,5\r\nJKM_PERIODIC;monthly;2027-01-01;600000\r\nJKM_PERIODIC;;2028-01-01;hukum\r\n';
    expect(await read('reform.csv', csv)).toEqual(REFORM);
  });

  it('is an Excel workbook', async () => {
    const xlsx = await workbook([
      ['rule', 'from', 'part', 'value'],
      ['CONTRIB_JHT_WORKER', new Date(Date.UTC(2027, 0, 1)), null, 2.5],
      ['JKM_PERIODIC', '2027-01-01', 'monthly', 600_000],
      ['JKM_PERIODIC', '2028-01-01', null, 'law'],
    ]);
    expect(await read('reform.xlsx', xlsx)).toEqual(REFORM);
  });

  it('changes several parts of a value from one day, and later one more', async () => {
    const csv = `rule,part,from,value
JKM_PERIODIC,monthly,2027-01-01,600000
JKM_PERIODIC,months,2027-01-01,30
JKM_PERIODIC,months,2028-01-01,36
JKM_PERIODIC,,2029-01-01,law
JKM_PERIODIC,months,2030-01-01,12
`;
    expect(await read('reform.csv', csv)).toEqual({
      JKM_PERIODIC: {
        '2027-01-01': { months: 30, monthly: 600_000 },
        '2028-01-01': { months: 36, monthly: 600_000 },
        '2029-01-01': null,
        '2030-01-01': { months: 12, monthly: 500_000 },
      },
    });
  });

  it('may give a list or an object as JSON in a cell', async () => {
    const csv = 'rule,from,value\nJKM_PERIODIC,2027-01-01,"{""months"":24,""monthly"":600000}"\n';
    expect(await read('reform.csv', csv)).toEqual({
      JKM_PERIODIC: { '2027-01-01': REFORM.JKM_PERIODIC['2027-01-01'] },
    });
  });
});

describe('a reform that cannot be read', () => {
  it('names every fault with its row or rule', async () => {
    const csv = `rule,part,from,value
JKM_DEAD,,2027-01-01,1
JKM_PERIODIC,month,2027-01-01,1
JKM_DEATH,,2027-1-1,1
JKM_FUNERAL,,2027-01-01,1
JKM_FUNERAL,,2027-01-01,2
JKM_PERIODIC,,2028-01-01,{months
`;
    expect(await faultsOf('bad.csv', csv)).toEqual([
      'bad.csv: row 3: JKM_PERIODIC has no part month on that day; docs/how-to/try-a-reform.md shows how parts are named',
      'bad.csv: row 6: this has a value from this day in an earlier row',
      'bad.csv: row 7: the value begins like a list or an object and is no JSON',
      'bad.csv: JKM_DEAD: there is no such rule; did you mean JKM_DEATH?',
      'bad.csv: JKM_DEATH 2027-1-1: 2027-1-1 is no day; did you mean 2027-01-01?',
    ]);
  });

  it('takes a name that every object has for what it is: no rule, and no day', async () => {
    const csv = 'rule,from,value\n__proto__,2027-01-01,1\nJKM_DEATH,__proto__,1\nJKM_DEATH,2027-01-01,1\n';
    expect(await faultsOf('bad.csv', csv)).toEqual([
      'bad.csv: __proto__: there is no such rule; docs/reference/law.md lists them',
      'bad.csv: JKM_DEATH __proto__: __proto__ is no day; write it as 2027-01-01',
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    [
      'rule,from,vallue\n',
      [
        'row 1: the first row names the columns; value/nilai is missing',
        'column vallue: did you mean value?',
      ],
    ],
    [
      'rule,from,value,colour\n',
      [
        'column colour: no such column; there are rule, aturan, part, bagian, from, berlaku, value, nilai, note, catatan',
      ],
    ],
    ['', ['row 1: the first row names the columns; rule/aturan, from/berlaku, value/nilai is missing']],
    [
      'rule,from,value\n',
      [
        'a reform names rules, and from which days they hold what value: { "JKM_DEATH": { "2027-01-01": 25000000 } }',
      ],
    ],
  ])('is a sheet %j', async (csv, faults) => {
    const named = (await faultsOf('bad.csv', csv)).map((line) => line.replace('bad.csv: ', ''));
    expect([...named].sort()).toEqual([...faults].sort());
  });

  it.each([
    ['bad.json', '{', 'this is no JSON'],
    ['twice.json', '{ "JKM_DEATH": {}, "JKM_DEATH": {} }', '"JKM_DEATH" stands twice in one object'],
    [
      'twice.csv',
      'rule,part,from,value\nJKM_PERIODIC,monthly,2027-01-01,1\nJKM_PERIODIC,monthly,2027-01-01,2',
      'row 3: this has a value from this day in an earlier row',
    ],
    ['bad.xlsx', 'rule,from,value', 'this is no Excel workbook (.xlsx)'],
    ['bad.csv', 'rule,from,value\n"JKM_DEATH,2027-01-01,1', 'this is no CSV'],
    [
      'long.csv',
      `rule,from,value\n${'x,2027-01-01,1\n'.repeat(10_001)}`,
      'the sheet is too large: at most 10000 rows',
    ],
    ['large.xlsx', 'x'.repeat(262_145), 'the sheet is too large'],
    ['large.json', ' '.repeat(1_048_577), 'a reform has at most 1 MiB'],
  ])('is %s', async (name, content, words) => {
    expect(await faultsOf(name, content)).toEqual([expect.stringContaining(words)]);
  });

  it('is no file', async () => {
    await expect(readReform(join(directory, 'none.json'))).rejects.toThrow(
      'there is no such file / berkas ini tidak ada',
    );
  });
});
