import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Bilingual } from '#law';
import { type CaseFault, type CaseInFile, readCases } from './read-cases.js';

/** A file is written by a person: a megabyte is many thousand lines. */
const MOST_BYTES = 1_048_576;

/** Cases of several files, with whatever is wrong in them. */
export interface FoundCases {
  readonly cases: readonly CaseInFile[];
  readonly faults: readonly CaseFault[];
}

/** Every file of cases that stands beside the chapters of the law, where the sources are; none where only the build is. */
export async function filesOfCases(): Promise<readonly string[]> {
  const law = join(rootAbove(import.meta.dirname), 'libs/law/src');
  if (!existsSync(law)) return [];
  const entries = await readdir(law, { recursive: true });
  return entries
    .filter((path) => /^[^/\\]+[/\\]cases[/\\][^/\\]+\.ya?ml$/.test(path))
    .sort()
    .map((path) => relative(process.cwd(), join(law, path)));
}

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder
    ? folder
    : rootAbove(dirname(folder));
}

/** Reads all files; that two cases have one name is a fault of the second. */
export async function readFilesOfCases(files: readonly string[]): Promise<FoundCases> {
  const read = await Promise.all(files.map(readOne));
  const cases = read.flatMap((found) => found.cases);
  return { cases, faults: [...read.flatMap(({ faults }) => faults), ...namedTwice(cases)] };
}

async function readOne(file: string): Promise<FoundCases> {
  const size = await sizeOf(file);
  if (size === undefined) {
    return unreadable(file, { en: 'there is no such file', id: 'berkas ini tidak ada' });
  }
  if (size > MOST_BYTES) {
    return unreadable(file, {
      en: 'a file of cases has at most 1 MiB: make several of it',
      id: 'berkas kasus paling besar 1 MiB: pecahlah menjadi beberapa',
    });
  }
  return readCases(file, await readFile(file, 'utf8'));
}

/** Nothing when it is no file. */
async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const about = await stat(file);
    return about.isFile() ? about.size : undefined;
  } catch {
    return undefined;
  }
}

const unreadable = (file: string, words: Bilingual): FoundCases => ({
  cases: [],
  faults: [{ file, line: 1, words }],
});

function namedTwice(cases: readonly CaseInFile[]): CaseFault[] {
  const first = new Map<string, CaseInFile>();
  return cases.flatMap((one) => {
    const other = first.get(one.name);
    if (other === undefined) {
      first.set(one.name, one);
      return [];
    }
    const { file, line, name } = one;
    return [
      {
        file,
        line,
        words: {
          en: `the name "${name}" stands in ${other.file}:${other.line} already`,
          id: `nama "${name}" sudah ada di ${other.file}:${other.line}`,
        },
      },
    ];
  });
}
