import process from 'node:process';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { isLineFault, readCsvFile } from './csv-file.js';
import { asCsv } from './workbook.js';

const MIB = 1024 * 1024;

type Cell = string | number | boolean | Date | null;

const workbook = async (rows: Cell[][]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'Daftar', rows }] }));
const linesOf = async (rows: Cell[][]) => (await asCsv(await workbook(rows))).toString().split('\n');

/** A zip of these entries, deflated. */
function zipOf(entries: Readonly<Record<string, Buffer>>): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    // Says less than it holds.
    entry.writeUInt32LE(1000, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

const sheetOf = (content: Buffer | string) => zipOf({ 'xl/worksheets/sheet1.xml': Buffer.from(content) });

describe('An Excel workbook of a list', () => {
  it('is the same as the CSV of it: days, digits, text as it stands, each row at its own line', async () => {
    const born = new Date('1990-05-12T00:00:00Z');
    expect(
      await linesOf([
        ['nik', 'name', 'birth_date', 'monthly_income'],
        ['0000055205900001', 'Siti; "Aminah"', born, 900_000],
        [],
        ['0000055205900002', 'Budi', '12/05/1990', 900_000.5],
      ]),
    ).toEqual([
      'nik;name;birth_date;monthly_income',
      '0000055205900001;"Siti; ""Aminah""";1990-05-12;900000',
      '',
      '0000055205900002;Budi;12/05/1990;900000.5',
    ]);
  });

  it('says of a NIK that was typed as a number that Excel has lost its last digit', async () => {
    const csv = await asCsv(await workbook([['nik'], [3_216_055_205_900_001], ['3216055205900001']]));
    const layout = { columns: ['nik'] as const, optional: [], read: ({ nik }: { nik: string }) => ({ nik }) };
    const rows = [...readCsvFile(csv, layout).lines()].map(({ line, row }) => [
      line,
      isLineFault(row) ? row.code : row.nik,
    ]);
    expect(rows).toEqual([
      [2, 'DIGITS_LOST'],
      [3, '3216055205900001'],
    ]);
  });

  it('may have 50,000 rows', async () => {
    const rows = Array.from({ length: 50_000 }, (_, nth) => [`0000${nth}`, `Warga ${nth}`, 900_000]);
    const lines = await linesOf([['nik', 'name', 'monthly_income'], ...rows]);
    expect([lines.length, lines.at(-1)]).toEqual([50_001, '000049999;Warga 49999;900000']);
  });

  it('waits for a few others, and is given back where there are more', async () => {
    const file = await workbook([['nik'], ['1']]);
    const all = await Promise.allSettled(Array.from({ length: 9 }, () => asCsv(file)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    expect(all.at(-1)).toMatchObject({ reason: { code: 'FILES_AT_ONCE' } });
    expect((await asCsv(file)).toString()).toBe('nik\n1');
  });

  it('leaves CSV as it is', async () => {
    const csv = Buffer.from('nik\n1\n');
    expect(await asCsv(csv)).toBe(csv);
  });
});

describe('What is no list', () => {
  it.each([
    ['a zip of something else', zipOf({ 'readme.txt': Buffer.from('nothing') })],
    ['a zip that ends early', sheetOf('<worksheet/>').subarray(0, 60)],
  ])('is refused: %s', async (_what, file) => {
    await expect(asCsv(file)).rejects.toMatchObject({ code: 'FILE_NOT_A_WORKBOOK' });
  });

  it.each([
    ['more bytes than anybody types', () => sheetOf(Buffer.alloc(110 * MIB, ' ')), 'FILE_UNPACKS_TOO_LARGE'],
    [
      'tags that would each be something in memory',
      () => zipOf({ 'xl/sharedStrings.xml': Buffer.from('<a/>'.repeat(1_600_000)) }),
      'FILE_UNPACKS_TOO_LARGE',
    ],
    [
      'texts for a million people',
      () => zipOf({ 'xl/sharedStrings.xml': Buffer.from('<si/>'.repeat(600_000)) }),
      'FILE_UNPACKS_TOO_LARGE',
    ],
    [
      'a row of a million cells',
      () => sheetOf(`<sheetData><row>${'<c/>'.repeat(1_000_000)}</row></sheetData>`),
      'FILE_TOO_WIDE',
    ],
    [
      'more rows than a list has',
      () => sheetOf(`<sheetData>${'<row/>'.repeat(200_000)}</sheetData>`),
      'FILE_TOO_LONG',
    ],
    [
      'more parts than a workbook has',
      () => zipOf(Object.fromEntries(Array.from({ length: 501 }, (_, nth) => [`${nth}`, Buffer.alloc(0)]))),
      'FILE_UNPACKS_TOO_LARGE',
    ],
  ])('unpacks to %s, and takes next to no memory', async (_what, make, code) => {
    const bomb = make();
    expect(bomb.length).toBeLessThan(MIB);
    const before = process.memoryUsage.rss();
    await expect(asCsv(bomb)).rejects.toMatchObject({ code });
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * MIB);
  });
});
