import { readFile } from 'node:fs/promises';
import { askForJson } from '#audit';
import { ExitCode, fail } from './exit.js';
import type { Language } from './language.js';
import { denseTable } from './tables.js';
import { inApi } from './use-api.js';

/** A threshold that is tried: `sharedAccount.persons`. */
interface Threshold {
  readonly name: string;
  readonly value: unknown;
}

interface Case {
  readonly findingId: string;
  readonly foundOn: string;
  readonly reason: Readonly<Record<Language, string>>;
  readonly state: string | null;
}

/** What a rule finds by other thresholds. */
export interface Tried {
  readonly rule: string;
  readonly now: number;
  readonly tried: number;
  readonly opened: number;
  readonly gone: number;
  readonly goneConfirmed: number;
  readonly opens: readonly Case[];
  readonly goes: readonly Case[];
}

/** Two years of nights are asked one after the other. */
const WITHIN_MS = 1_800_000;

/** The thresholds of a file: `{"sharedAccount.persons": 4}`. Undefined where it cannot be read so, which is told. */
export async function thresholdsIn(file: string): Promise<readonly Threshold[] | undefined> {
  const read: unknown = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  if (typeof read === 'object' && read !== null && !Array.isArray(read) && Object.keys(read).length > 0)
    return Object.entries(read).map(([name, value]) => ({ name, value: value as unknown }));
  fail(
    `${file} is no JSON object of thresholds / bukan objek JSON berisi ambang: {"sharedAccount.persons": 4}`,
    ExitCode.UNUSABLE_INPUT,
  );
  return undefined;
}

/**
 * Asks of each rule what it would find by other thresholds; rules that do not look at them are left out.
 * @throws ApiRefused also where there is no such threshold
 */
export async function tryThresholds(
  { api, token, rules }: { readonly api: string; readonly token: string; readonly rules: readonly string[] },
  thresholds: readonly Threshold[],
): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (const rule of rules) {
    const body = JSON.stringify({ rule, thresholds });
    const url = inApi(api, '/findings/replay');
    tried.push(await askForJson<Tried>(url, { token, body, withinMs: WITHIN_MS }));
  }
  return tried.filter((one) => one.now > 0 || one.tried > 0);
}

const HEADS = {
  en: {
    rules: ['rule', 'now', 'then', 'would open', 'would go', 'of these confirmed'],
    opens: 'would open',
    goes: 'would go',
    none: 'By neither is anything found.\n',
  },
  id: {
    rules: ['aturan', 'sekarang', 'nanti', 'akan terbuka', 'akan hilang', 'di antaranya terbukti'],
    opens: 'akan terbuka',
    goes: 'akan hilang',
    none: 'Tidak ada temuan menurut keduanya.\n',
  },
} as const;

/** Counts in a table, and each difference in a line. */
export function triedInWords(tried: readonly Tried[], lang: Language): string {
  const words = HEADS[lang];
  if (tried.length === 0) return words.none;
  const table = denseTable({ head: [...words.rules] });
  for (const { rule, now, tried: by, opened, gone, goneConfirmed } of tried)
    table.push([rule, now, by, opened, gone, goneConfirmed]);
  const line = (rule: string, what: string) => (one: Case) =>
    `${rule} ${what}: ${one.foundOn} ${one.reason[lang]}${one.state === null ? '' : ` (${one.state})`} ${one.findingId}\n`;
  const lines = tried.flatMap(({ rule, opens, goes }) => [
    ...opens.map(line(rule, words.opens)),
    ...goes.map(line(rule, words.goes)),
  ]);
  return `${table.toString()}\n${lines.join('')}`;
}
