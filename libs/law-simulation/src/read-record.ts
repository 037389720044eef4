import { readFile, stat } from 'node:fs/promises';
import { isPeriod, periodsFrom } from '#kernel';
import { checkReform } from '#law/reforms';
import { RECORD_FORMAT, type RunRecord, sha256Of } from './record.js';
import { MOST_MEMBERS, MOST_MONTHS } from './run.js';

/** What is wrong with a file that is to be a run record, in both languages. */
export class UnreadableRecord extends Error {
  constructor(en: string, id: string) {
    super(`${en} / ${id}`);
  }
}

/** A record with sixty-five thousand districts has a quarter of it. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * Reads a record that somebody else wrote. It has to say what it says once and exactly, so that what a person reads in it is what
 * is confirmed.
 * @throws UnreadableRecord
 */
export async function readRecord(path: string): Promise<RunRecord> {
  const record = parsed(await textOf(path));
  if (!isObject(record) || record.format !== RECORD_FORMAT) {
    throw new UnreadableRecord(
      `not a run record of the format ${RECORD_FORMAT}`,
      `bukan catatan simulasi berformat ${RECORD_FORMAT}`,
    );
  }
  const faulty = (Object.keys(PARTS) as Part[]).find((part) => !PARTS[part].holds(record[part]));
  if (faulty) {
    const { en, id } = PARTS[faulty];
    throw new UnreadableRecord(`${faulty} of the record must be ${en}`, `${faulty} pada catatan harus ${id}`);
  }
  return record as unknown as RunRecord;
}

async function textOf(path: string): Promise<string> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) {
    throw new UnreadableRecord(`${path}: there is no such file`, `${path}: berkas ini tidak ada`);
  }
  if (about.size > MOST_BYTES) {
    throw new UnreadableRecord('a record has at most 128 MiB', 'catatan paling besar 128 MiB');
  }
  return readFile(path, 'utf8');
}

function parsed(text: string): unknown {
  const record = json(text);
  // A name that stands twice, or a number that JSON rounds, would be read as something else than is written.
  if (JSON.stringify(record) !== withoutSpace(text)) {
    throw new UnreadableRecord(
      'a name stands twice in the record, or a number is not written in full',
      'ada nama yang tertulis dua kali dalam catatan, atau angka yang tidak ditulis lengkap',
    );
  }
  return record;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableRecord(
      'the record is no JSON; it may be cut off',
      'catatan ini bukan JSON; mungkin terpotong',
    );
  }
}

const withoutSpace = (text: string) => text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');

type Part = 'months' | 'rules' | 'reform' | 'population' | 'members' | 'ignoredCells' | 'results';

/** What each part of a record must be for the run to be made again; whether it is true is found out by doing so. */
const PARTS: Readonly<
  Record<Part, { readonly holds: (part: unknown) => boolean; readonly en: string; readonly id: string }>
> = {
  months: {
    holds: isMonths,
    en: `months one after the other, at most ${MOST_MONTHS}`,
    id: `bulan yang berurutan, paling banyak ${MOST_MONTHS}`,
  },
  rules: { holds: isObject, en: 'the hash of the rules', id: 'hash aturan' },
  reform: {
    holds: (reform) => reform === null || (isObject(reform) && isReform(reform.content)),
    en: 'null or a reform that can be applied',
    id: 'null atau reformasi yang dapat diterapkan',
  },
  population: {
    holds: isPopulation,
    en: `a file by its path and hash, or a generator, a seed and 1 to ${MOST_MEMBERS} members`,
    id: `berkas dengan lokasi dan hash, atau generator, seed dan 1 sampai ${MOST_MEMBERS} anggota`,
  },
  members: { holds: Number.isSafeInteger, en: 'a whole number', id: 'bilangan bulat' },
  ignoredCells: {
    holds: (cells) => cells === undefined || isObject(cells),
    en: 'left out, or for each cell in how many lines it played no part',
    id: 'tidak ada, atau untuk setiap sel pada berapa baris sel itu tidak berperan',
  },
  results: {
    holds: (results) => isObject(results) && isObject(results.report),
    en: 'a report with its hash',
    id: 'laporan dengan hash',
  },
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMonths(months: unknown): boolean {
  if (!Array.isArray(months) || months.length > MOST_MONTHS || !isPeriod(months[0])) return false;
  return periodsFrom(months[0], months.length).every((month, at) => month === months[at]);
}

/** One that is written as the law writes its values. */
function isReform(content: unknown): boolean {
  const checked = checkReform(content);
  return 'reform' in checked && sha256Of(checked.reform) === sha256Of(content);
}

function isPopulation(population: unknown): boolean {
  if (!isObject(population)) return false;
  const { kind, path, sha256, generator, members, seed } = population;
  if (kind === 'FILE') return typeof path === 'string' && typeof sha256 === 'string';
  if (kind !== 'SYNTHETIC' || typeof generator !== 'string') return false;
  return isWhole(members, 1, MOST_MEMBERS) && isWhole(seed, 0, Number.MAX_SAFE_INTEGER);
}

const isWhole = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
