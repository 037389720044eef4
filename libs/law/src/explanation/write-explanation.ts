import { formatRupiah } from '#kernel';
import type { Bilingual } from '../kernel/provision.js';
import { cited } from '../kernel/citation.js';
import type { Explanation, PolicyReason } from './explain.js';
import { ANSWER_WORDS } from './answer-words.js';
import type { ComponentReasons, ParameterReason, Reason } from './reasons.js';

type Language = keyof Bilingual;

const WORDS = {
  en: {
    ...ANSWER_WORDS.en,
    reform: 'Computed under a reform: this is not the law.',
    policies: 'Conditions, in the order they were asked',
    objected: 'OBJECTS',
    passed: 'no objection',
    alsoRead: 'Also read',
    since: 'from',
    until: 'until',
    notGiven: 'not stated',
    confidence: 'confidence',
    convention: 'convention',
    facts: 'facts',
    nowhere: 'without a source',
  },
  id: {
    ...ANSWER_WORDS.id,
    reform: 'Dihitung menurut usulan perubahan: ini bukan peraturan yang berlaku.',
    policies: 'Syarat, menurut urutan ditanyakan',
    objected: 'KEBERATAN',
    passed: 'tidak ada keberatan',
    alsoRead: 'Juga dibaca',
    since: 'sejak',
    until: 'sampai',
    notGiven: 'tidak disebut',
    confidence: 'keyakinan',
    convention: 'konvensi',
    facts: 'keadaan',
    nowhere: 'tanpa sumber',
  },
} as const;

/** An explanation as a tree of text, two blanks deeper for each step down. */
export function writeExplanation(explanation: Explanation, language: Language): string {
  const { ruleSetVersion, totalIdr, decision, decisionWords, components, policies, alsoRead } = explanation;
  const { underReform, memo = {}, ignoredFields } = explanation;
  const words = WORDS[language];
  const said = decisionWords ? ` (${decisionWords[language]})` : '';
  return [
    `${explanation.calculator}  (${words.ruleSet} ${ruleSetVersion})`,
    ...(underReform ? [words.reform] : []),
    `${words.total}: Rp${formatRupiah(totalIdr)}`,
    ...(decision === undefined ? [] : [`${words.decision}: ${decision}${said}`]),
    ...components.flatMap((component) => componentLines(component, language)),
    ...owedLines(explanation, language),
    ...taxLines(explanation, language),
    ...section(
      words.policies,
      policies.flatMap((policy) => policyLines(policy, language)),
    ),
    ...section(
      words.alsoRead,
      alsoRead.map((parameter) => parameterLine(parameter, language)),
    ),
    ...Object.entries(memo).map(([name, value]) => `${name}: ${shown(value)}`),
    ...(ignoredFields ? [`${words.ignored}: ${ignoredFields.join(', ')}`] : []),
  ].join('\n');
}

function owedLines(
  { owedByEmployer = [], owedByEmployerTotalIdr = 0 }: Explanation,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  return section(
    `${words.owed}: Rp${formatRupiah(owedByEmployerTotalIdr)}`,
    owedByEmployer.flatMap((owed) => [
      ...componentLines(owed, language),
      ...(owed.reimbursable ? [`  ${words.reimbursable}`] : []),
    ]),
  );
}

function taxLines({ taxMemo }: Explanation, language: Language): readonly string[] {
  if (!taxMemo) return [];
  const { regime, taxIdr, netIdr, arithmetic, note } = taxMemo;
  const words = WORDS[language];
  return section(`${words.tax}: Rp${formatRupiah(taxIdr)}`, [
    `${regime}: ${arithmetic}; ${cited(taxMemo)[language]}`,
    `Rp${formatRupiah(netIdr)} ${words.net}`,
    ...(note ? [note[language]] : []),
  ]);
}

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${title}:`, ...deeper(lines)];

const deeper = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

function componentLines(component: ComponentReasons, language: Language): string[] {
  const { code, amountIdr, explanation, because } = component;
  return [
    `${code}: Rp${formatRupiah(amountIdr)}`,
    ...deeper([
      explanation[language],
      ...(because ? reasonLines(because, language) : factLines(component, language)),
    ]),
  ];
}

function factLines({ facts }: ComponentReasons, language: Language): string[] {
  const stated = Object.entries(facts).map(([name, value]) => `${name} = ${shown(value)}`);
  return stated.length === 0 ? [] : [`${WORDS[language].facts}: ${stated.join(', ')}`];
}

function reasonLines(reason: Reason, language: Language): string[] {
  if (reason.kind !== 'OPERATION') return [leafLine(reason, language)];
  const { text, exact, title, of } = reason;
  const value =
    exact === text.replaceAll(',', '') || exact.includes('/') ? text : `${text} = ${grouped(exact)}`;
  return [`${value}  (${title[language]})`, ...deeper(of.flatMap((part) => reasonLines(part, language)))];
}

type Leaf = Exclude<Reason, { kind: 'OPERATION' }>;

type LeafLines = {
  readonly [Kind in Leaf['kind']]: (leaf: Extract<Leaf, { kind: Kind }>, language: Language) => string;
};

const LEAVES: LeafLines = {
  PARAMETER: (parameter, language) => parameterLine(parameter, language),
  INPUT: ({ field, title, value, text, given }, language) => {
    const absent = given ? '' : `, ${WORDS[language].notGiven}`;
    return `${text ?? shown(value)}  ${title[language]} [${field}${absent}]`;
  },
  CONVENTION: ({ text, id, question, answer }, language) =>
    `${text}  ${WORDS[language].convention} ${id}: ${question[language]} ${answer[language]}`,
  NUMBER: ({ text }, language) => `${text}  (${WORDS[language].nowhere})`,
};

function leafLine<Kind extends Leaf['kind']>(
  leaf: Extract<Leaf, { kind: Kind }>,
  language: Language,
): string {
  const write: (leaf: Extract<Leaf, { kind: Kind }>, language: Language) => string = LEAVES[leaf.kind];
  return write(leaf, language);
}

function parameterLine(parameter: ParameterReason, language: Language): string {
  const { text, value, title, rule, part, from, until, confidence } = parameter;
  const words = WORDS[language];
  const named = part === undefined ? rule : `${rule}.${part}`;
  const time = until ? `${words.since} ${from} ${words.until} ${until}` : `${words.since} ${from}`;
  return `${text ?? shown(value)}  ${title[language]} [${named}] ${time}: ${cited(parameter)[language]} (${words.confidence} ${confidence})`;
}

function policyLines(policy: PolicyReason, language: Language): string[] {
  const { objected, facts, rules, law, article, words: said } = policy;
  const words = WORDS[language];
  const why = said ? `: ${said[language]}` : '';
  const where = law === undefined || article === undefined ? '' : ` (${cited({ law, article })[language]})`;
  return [
    `${policy.policy}: ${objected ? words.objected : words.passed}${why}${where}`,
    ...deeper([
      ...facts.map(({ name, title, value }) => `${shown(value)}  ${title[language]} [${name}]`),
      ...rules.map((rule) => parameterLine(rule, language)),
    ]),
  ];
}

const grouped = (digits: string) => formatRupiah(Number(digits));

function shown(value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'number') return formatRupiah(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
