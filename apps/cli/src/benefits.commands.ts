import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import {
  ANSWER_WORDS,
  type BenefitComponent,
  calculate,
  CALCULATOR_FIELDS,
  type Calculation,
  decisionWords,
  type MemoValue,
  underReform,
} from '#law';
import { formatRupiah, Rejection, ZERO_RUPIAH } from '#kernel';
import { parseJson } from '#law/files';
import { ExitCode, fail } from './exit.js';
import { type Language, languageOption } from './language.js';

/** One request of the form of `worked-examples.json`. */
interface Entry {
  readonly id: string;
  readonly inputs: unknown;
}

interface Answer {
  readonly id: unknown;
  readonly calculation?: Calculation;
  readonly error?: { readonly code: string; readonly detail: string };
}

interface ExplainOptions {
  readonly id: string;
  readonly lang: Language;
  readonly file?: string;
  readonly reform?: string;
}

const REFORM = 'compute as if this reform (JSON, CSV or Excel) were the law';

/** `lindung benefits …` */
export function addBenefitsCommands(benefits: Command): void {
  benefits
    .command('calculate')
    .description('read a JSON array of { id, inputs } from standard input, print the amounts as a JSON array')
    .option('--file <path>', 'read from a file instead of standard input')
    .option('--full', 'print explanations, inputs and confidence as well')
    .option('--reform <path>', REFORM)
    .action(async ({ file, full, reform }: { file?: string; full?: boolean; reform?: string }) => {
      const compute = await answering(reform);
      const entries = compute && (await readEntries(file));
      if (!entries) return;
      const answers = entries.map(compute).map(full ? inFull : inShort);
      process.stdout.write(`${JSON.stringify(answers, undefined, 2)}\n`);
    });

  benefits
    .command('explain')
    .description('explain one entry to a person')
    .requiredOption('--id <id>', 'the id of the entry')
    .addOption(languageOption())
    .option('--file <path>', 'read from a file instead of standard input')
    .option('--reform <path>', REFORM)
    .action(async ({ id, lang, file, reform }: ExplainOptions) => {
      const compute = await answering(reform, lang);
      const entries = compute && (await readEntries(file));
      const entry = entries?.find((candidate) => String(idOf(candidate)) === id);
      if (entries && !entry) fail(`There is no entry with the id ${id}`, ExitCode.FAILED);
      if (compute && entry) explain(compute(entry), lang);
    });

  benefits
    .command('list')
    .description('list the calculators and the fields they read')
    .action(() => {
      const lines = Object.entries(CALCULATOR_FIELDS).map(
        ([name, fields]) => `${name}: ${fields.join(', ')}`,
      );
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

async function readEntries(file: string | undefined): Promise<readonly unknown[] | undefined> {
  const json = file === undefined ? await text(process.stdin) : await readFile(file, 'utf8');
  try {
    const entries: unknown = parseJson(json);
    if (Array.isArray(entries)) return entries;
    fail('Expected a JSON array of { "id", "inputs" }', ExitCode.UNUSABLE_INPUT);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    fail(`The input is not JSON: ${error.message}`, ExitCode.UNUSABLE_INPUT);
  }
  return undefined;
}

const isEntry = (candidate: unknown): candidate is Entry =>
  typeof candidate === 'object' && candidate !== null && 'id' in candidate && 'inputs' in candidate;

const idOf = (candidate: unknown): unknown =>
  typeof candidate === 'object' && candidate !== null && 'id' in candidate ? candidate.id : null;

/** How entries are answered: by the law, or under a reform; nothing when the reform cannot be read, which is told. */
async function answering(
  reform: string | undefined,
  language: Language = 'en',
): Promise<((entry: unknown) => Answer) | undefined> {
  if (reform === undefined) return answer;
  const { reformIn } = await import('./use-reform.js');
  const proposed = await reformIn(reform, language);
  return proposed && ((entry) => underReform(proposed, () => answer(entry)));
}

/** An impossible entry becomes an error of its own, so that the others are still computed. */
function answer(entry: unknown): Answer {
  const id = idOf(entry);
  if (!isEntry(entry)) {
    return { id, error: { code: 'NOT_AN_ENTRY', detail: 'An entry needs "id" and "inputs"' } };
  }
  try {
    return { id, calculation: calculate(entry.inputs) };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { id, error: { code: error.code, detail: error.detail } };
  }
}

function inShort({ id, calculation, error }: Answer): object {
  if (!calculation) return { id, error };
  const { components, totalIdr, decision, memo, payees, nonJkkMedicalIdr, ignoredFields } = calculation;
  const { owedByEmployer, owedByEmployerTotalIdr, taxMemo } = calculation;
  return {
    id,
    components: components.map(line),
    totalIdr,
    decision,
    memo,
    owedByEmployer: owedByEmployer?.map((owed) => ({
      ...line(owed),
      ground: owed.ground,
      reimbursable: owed.reimbursable,
    })),
    owedByEmployerTotalIdr,
    taxMemo: taxMemo && { ...taxMemo },
    payees,
    nonJkkMedicalIdr,
    ignoredFields,
  };
}

const line = ({ code, amountIdr, law, article, arithmetic }: BenefitComponent) => ({
  code,
  amountIdr,
  law,
  article,
  arithmetic,
});

const inFull = ({ id, calculation, error }: Answer): object =>
  calculation ? { id, ...calculation } : { id, error };

const WORDS = {
  en: {
    ...ANSWER_WORDS.en,
    notJkk: 'Care that is not for JKK to bear',
    payee: 'Paid to',
    PLKK: 'the PLKK',
    RECEIPT_PAYER: 'whoever paid the receipt',
    EMPLOYER: 'the employer',
    PARTICIPANT: 'the participant',
    HEIR: 'the heir',
    CHILD: 'the child',
  },
  id: {
    ...ANSWER_WORDS.id,
    notJkk: 'Biaya perawatan yang bukan beban JKK',
    payee: 'Dibayar kepada',
    PLKK: 'PLKK',
    RECEIPT_PAYER: 'pembayar kuitansi',
    EMPLOYER: 'pemberi kerja',
    PARTICIPANT: 'peserta',
    HEIR: 'ahli waris',
    CHILD: 'anak',
  },
} as const;

function explain({ id, calculation, error }: Answer, language: Language): void {
  if (!calculation) {
    fail(`${String(id)}: ${error?.code}: ${error?.detail}`, ExitCode.FAILED);
    return;
  }
  const words = WORDS[language];
  const { components, totalIdr, decision, ruleSetVersion, memo = {}, nonJkkMedicalIdr } = calculation;
  const { ignoredFields } = calculation;
  const lines = [
    `${String(id)}  (${words.ruleSet} ${ruleSetVersion})`,
    ...components.flatMap(({ code, explanation, payee }) => [
      `- ${code}`,
      `  ${explanation[language]}`,
      ...(payee ? [`  ${words.payee}: ${words[payee]}`] : []),
    ]),
    ...(decision === undefined ? [] : [`${words.decision}: ${decision}${inWords(decision, language)}`]),
    ...Object.entries(memo).map(([name, value]) => `${name}: ${shown(value)}`),
    `${words.total}: Rp${formatRupiah(totalIdr)}`,
    ...(nonJkkMedicalIdr === undefined ? [] : [`${words.notJkk}: Rp${formatRupiah(nonJkkMedicalIdr)}`]),
    ...owedLines(calculation, language),
    ...taxLines(calculation, language),
    ...(ignoredFields ? [`${words.ignored}: ${ignoredFields.join(', ')}`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The second list; nothing where nothing is owed. */
function owedLines(
  { owedByEmployer = [], owedByEmployerTotalIdr = ZERO_RUPIAH }: Calculation,
  language: Language,
): string[] {
  if (owedByEmployer.length === 0) return [];
  return [
    `${WORDS[language].owed}: Rp${formatRupiah(owedByEmployerTotalIdr)}`,
    ...owedByEmployer.flatMap(({ code, ground, explanation, reimbursable }) => [
      `- ${code} (${ground})`,
      `  ${explanation[language]}`,
      ...(reimbursable ? [`  ${WORDS[language].reimbursable}`] : []),
    ]),
  ];
}

function taxLines({ taxMemo }: Calculation, language: Language): string[] {
  if (!taxMemo) return [];
  const { regime, taxIdr, netIdr, arithmetic, law, article, note } = taxMemo;
  const { tax, net } = WORDS[language];
  return [
    `${tax}: Rp${formatRupiah(taxIdr)} (${regime}: ${arithmetic}; ${law}, ${article}); Rp${formatRupiah(netIdr)} ${net}`,
    ...(note ? [`  ${note[language]}`] : []),
  ];
}

function inWords(decision: string, language: Language): string {
  const said = decisionWords(decision);
  return said ? ` (${said[language]})` : '';
}

function shown(value: MemoValue): string {
  if (typeof value === 'number') return formatRupiah(value);
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${shown(part)}`)
    .join(', ');
}
