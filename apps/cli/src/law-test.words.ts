import { formatRupiah } from '#kernel';
import type { Difference } from '#law/cases';
import type { CaseFault, CaseInFile } from '#law/files';
import type { Language } from './language.js';

/** A case and what came out otherwise than it says. */
export interface CheckedCase {
  readonly asked: CaseInFile;
  readonly differences: readonly Difference[];
}

const WORDS = {
  en: {
    failed: 'NOT AS EXPECTED',
    expected: 'expected',
    came: 'came',
    nothing: 'nothing',
    law: 'by',
    cases: (all: number, failed: number) =>
      failed === 0
        ? `${counted(all, 'case', 'cases')}: all come out as they say.`
        : `${counted(all, 'case', 'cases')}: ${failed} ${failed === 1 ? 'comes' : 'come'} out otherwise.`,
    totalIdr: 'total',
    decision: 'decision',
    date: 'rule set of the day',
    error: 'error',
    source: 'the case rests on',
  },
  id: {
    failed: 'TIDAK SESUAI',
    expected: 'seharusnya',
    came: 'hasilnya',
    nothing: 'tidak ada',
    law: 'menurut',
    cases: (all: number, failed: number) =>
      failed === 0 ? `${all} kasus: semuanya sesuai.` : `${all} kasus: ${failed} tidak sesuai.`,
    totalIdr: 'jumlah',
    decision: 'keputusan',
    date: 'versi aturan pada tanggal itu',
    error: 'galat',
    source: 'dasar kasus',
  },
} as const;

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** `libs/law/src/jkm/cases/limited.yaml:12: …`, as editors open it. */
export const faultLine = ({ file, line, words }: CaseFault, language: Language) =>
  `${file}:${line}: ${words[language]}`;

/** What a lawyer reads of a run: each case that failed, component by component, and how many there were. */
export function told(checked: readonly CheckedCase[], language: Language): string {
  const failed = checked.filter(({ differences }) => differences.length > 0);
  return [
    ...failed.flatMap((one) => [...caseLines(one, language), '']),
    WORDS[language].cases(checked.length, failed.length),
    '',
  ].join('\n');
}

function caseLines({ asked, differences }: CheckedCase, language: Language): string[] {
  const words = WORDS[language];
  const { file, line, name, date, source } = asked;
  return [
    `${words.failed}: ${name}${date === undefined ? '' : ` (${date})`}`,
    `  ${file}:${line}; ${words.source} ${source}`,
    ...differences.map((difference) => differenceLine(difference, language)),
  ];
}

function differenceLine(
  { what, unit, expected, came, law, article, arithmetic }: Difference,
  language: Language,
): string {
  const words = WORDS[language];
  const name = nameOf(what, words);
  const sides = [
    `${words.expected} ${shown(expected, unit) ?? words.nothing}`,
    `${words.came} ${shown(came, unit) ?? words.nothing}${howCome(came, arithmetic)}`,
  ];
  return `  ${name}: ${sides.join(', ')}${law === undefined ? '' : `, ${words.law} ${law}, ${article}`}`;
}

/** The arithmetic, when it says more than the amount. */
const howCome = (came: unknown, arithmetic: string | undefined) =>
  arithmetic === undefined || (typeof came === 'number' && formatRupiah(came) === arithmetic)
    ? ''
    : ` (${arithmetic})`;

const NAMED = ['totalIdr', 'decision', 'date', 'error'] as const;

function nameOf(what: string, words: (typeof WORDS)[Language]): string {
  const named = NAMED.find((name) => name === what);
  return named === undefined ? what : words[named];
}

function shown(value: unknown, unit: Difference['unit']): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return unit === undefined ? String(value) : `${unit}${formatRupiah(value)}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
