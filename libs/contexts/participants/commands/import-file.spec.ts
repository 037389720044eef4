import { describe, expect, it } from '@jest/globals';
import { Rejection } from '#kernel';
import { readCsvFile, refuseFaultyFile } from '#csv-files';
import { WORKERS } from './import-layout.js';

const HEADER = 'nik,name,birth_date,sex,phone,occupation,workplace,district,monthly_income';
const SITI = '0000055205900001,Siti,1990-05-12,P,,kuli,Pasar Cikarang,321605,900000';
const BUDI = '0000051205900002,Budi,1990-05-12,L,,petani,Sukamaju,321605,900000';

const readWorkers = (file: Buffer) => readCsvFile(file, WORKERS);

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

function read(file: Buffer) {
  const { rows, lines } = readWorkers(file);
  const all = [...lines()];
  expect(all).toHaveLength(rows);
  return all.map(({ line, row }) => [line, 'code' in row ? row.code : row.name]);
}

function refusal(file: Buffer): Rejection {
  try {
    readWorkers(file);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
  throw new Error('The file was accepted');
}

describe('A file of workers', () => {
  it('has one worker a line, counted with the header', () => {
    expect(read(bytes(`${HEADER}\n${SITI}\n${BUDI}\n`))).toEqual([
      [2, 'Siti'],
      [3, 'Budi'],
    ]);
  });

  it.each([
    ['without a last line feed', bytes(`${HEADER}\n${SITI}`)],
    ['with the mark of UTF-8', bytes([0xef, 0xbb, 0xbf], `${HEADER}\n${SITI}\n`)],
    ['with the line ends of Windows', bytes(`${HEADER}\r\n${SITI}\r\n`)],
    ['with tabs', bytes(`${HEADER}\n${SITI}\n`.replaceAll(',', '\t'))],
    ['with semicolons', bytes(`${HEADER}\n${SITI}\n`.replaceAll(',', ';'))],
    ['with quotes', bytes(`${HEADER.replace('name', '"name"')}\n${SITI.replace('Siti', '"Siti"')}\n`)],
    [
      'with a header in capitals and blanks',
      bytes(`${HEADER.toUpperCase().replaceAll(',', ' , ')}\n${SITI}\n`),
    ],
  ])('can come %s', (_how, file) => {
    expect(read(file)).toEqual([[2, 'Siti']]);
  });

  it('can come with the line that Excel puts above the header', () => {
    expect(read(bytes('sep=;\r\n', `${HEADER}\r\n${SITI}\r\n`.replaceAll(',', ';')))).toEqual([[3, 'Siti']]);
  });

  it('may have its columns in another order, more of them, and no phone', () => {
    const file = bytes(
      'no,name,nik,sex,birth_date,district,occupation,workplace,monthly_income\n',
      '1,Siti,0000055205900001,P,12/05/1990,321605,kuli,Pasar,900000\n',
    );
    expect(read(file)).toEqual([[2, 'Siti']]);
  });

  it('passes over lines that say nothing, and counts them', () => {
    expect(read(bytes(`${HEADER}\n\n   \r\n${SITI}\n\n${BUDI}\n\n`))).toEqual([
      [4, 'Siti'],
      [6, 'Budi'],
    ]);
  });

  it('keeps a comma inside quotes', () => {
    expect(read(bytes(`${HEADER}\n${SITI.replace('Siti', '"Siti, S.Pd."')}\n`))).toEqual([
      [2, 'Siti, S.Pd.'],
    ]);
  });

  it.each([
    [
      'Latin-1 bytes',
      bytes('0000055205900001,Ren', [0xe9], ',1990-05-12,P,,kuli,Pasar,321605,900000'),
      'ENCODING_NOT_UTF8',
    ],
    ['an open quote', bytes(SITI.replace('Siti', '"Siti')), 'LINE_BROKEN'],
    ['a quote inside a cell', bytes(SITI.replace('Siti', 'Siti "Ani" R')), 'LINE_BROKEN'],
    ['missing cells', bytes('0000055205900001,Siti,1990-05-12'), 'LINE_BROKEN'],
    ['too many cells', bytes(`${SITI},1`), 'LINE_BROKEN'],
  ])('loses no other line to one with %s', (_what, broken, code) => {
    expect(read(bytes(`${HEADER}\n`, [...broken], `\n${BUDI}\n`))).toEqual([
      [2, code],
      [3, 'Budi'],
    ]);
  });

  it('says of a broken line how many cells it has, and nothing of what stands in them', () => {
    const [{ row }] = [...readWorkers(bytes(`${HEADER}\n0000055205900001,Siti\n`)).lines()] as [never];
    expect(row).toEqual({ code: 'LINE_BROKEN', detail: 'The line has 2 cells instead of 9' });
  });

  it('is refused as a whole when it is empty, UTF-16, or lacks a column', () => {
    expect(refusal(bytes('')).code).toBe('FILE_EMPTY');
    expect(refusal(bytes('\n\n')).code).toBe('FILE_EMPTY');
    expect(refusal(bytes(`${HEADER}\n\n`)).code).toBe('FILE_WITHOUT_ROWS');
    expect(refusal(Buffer.from(`\ufeff${HEADER}`, 'utf16le')).code).toBe('FILE_ENCODING');
    expect(refusal(Buffer.from(HEADER, 'utf16le')).code).toBe('FILE_ENCODING');
    expect(refusal(bytes('PK', [3, 4, 0, 0])).code).toBe('FILE_NOT_CSV');
    expect(refusal(bytes(`${HEADER},nik\n${SITI},1\n`)).code).toBe('FILE_COLUMNS_TWICE');
    const { refusal: told, detail, details } = refusal(bytes(`${HEADER.replace('nik,', '')}\n${SITI}\n`));
    expect([told.kind, told.code, detail]).toEqual([
      'UNPROCESSABLE',
      'FILE_COLUMNS_MISSING',
      'The header lacks nik',
    ]);
    expect(details.allowed).toContain('birth_date');
  });

  it('is refused without repeating anything of it when the header was forgotten', () => {
    const { code, message, detail } = refusal(bytes(`${SITI}\n`));
    expect(code).toBe('FILE_COLUMNS_MISSING');
    expect(detail).toContain('a header is needed');
    expect(message).not.toContain('Siti');
  });
});

describe('What is too much for one file', () => {
  const lines = (many: number, line: string) => bytes(`${HEADER}\n${`${line}\n`.repeat(many)}`);

  it('is one worker more than 50,000', () => {
    expect(readWorkers(lines(50_000, SITI)).rows).toBe(50_000);
    expect(refusal(lines(50_001, SITI))).toMatchObject({ code: 'FILE_TOO_LONG' });
  });

  it('is found in files of the largest size as well', () => {
    expect(refusal(lines(4_000_000, 'a,b'))).toMatchObject({ code: 'FILE_TOO_LONG' });
    expect(refusal(lines(19_000_000, ''))).toMatchObject({ code: 'FILE_TOO_LONG' });
    expect(refusal(bytes('x,'.repeat(9_000_000)))).toMatchObject({ code: 'FILE_TOO_WIDE' });
  });

  it('is a header of more than 100 columns', () => {
    const wide = (more: number) => bytes(`${HEADER}${',x'.repeat(more)}\n${SITI}${','.repeat(more)}\n`);
    expect(read(wide(91))).toEqual([[2, 'Siti']]);
    expect(refusal(wide(92))).toMatchObject({ code: 'FILE_TOO_WIDE' });
  });

  it('is a line of more than 8,192 bytes, which spoils no other', () => {
    const long = `${SITI.slice(0, 17)}${'S'.repeat(8192)}`;
    expect(read(bytes(`${HEADER}\n${long}\n${BUDI}\n`))).toEqual([
      [2, 'LINE_TOO_LONG'],
      [3, 'Budi'],
    ]);
  });

  it('are more than 1,000 lines that cannot be read', async () => {
    const file = (faults: number) => readWorkers(bytes(`${HEADER}\n${SITI}\n${'a,b\n'.repeat(faults)}`));
    await expect(refuseFaultyFile(file(1000))).resolves.toBeUndefined();
    await expect(refuseFaultyFile(file(1001))).rejects.toMatchObject({
      code: 'FILE_TOO_MANY_FAULTS',
      refusal: { facts: { line: 3, fault: 'LINE_BROKEN' } },
    });
  });
});
