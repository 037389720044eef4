import { addDays, formatRupiah } from '#kernel';
import { CATALOGUE, CONVENTIONS } from './catalogue.js';
import type { Convention } from './kernel/convention.js';
import { DOCUMENTS, documentsOf, type LawDocument, partOf } from './kernel/documents.js';
import { INPUT_ERRORS } from './kernel/input-error.js';
import { LAWS, RULES_EDITION } from './kernel/laws.js';
import type { Bilingual, Provision } from './kernel/provision.js';
import type { Rule, Version } from './kernel/rule.js';
import { SOURCES } from './kernel/sources.js';

/** `docs/reference/law.md`: every rule with its dates, source and confidence, for people who check the law, not the code. */
export function rulesDocument(): string {
  return [
    '# The law as this system applies it',
    'Generated from the rule data by `npm run generate:law`; do not edit. To change a rule, change it in its chapter, a folder of `libs/law/src/` (see `libs/law/README.md`).',
    `Edition of the tables: ${RULES_EDITION}. The version of a rule is chosen by the date of the event in the world, never by today.`,
    'Confidence: **V** seen on a page, **H** from memory and well known, **M** a reading of pages, **L** from memory and doubtful, **D** design convention. A person has to confirm H, M, L and D against the official texts. "From memory" and "article not seen" speak of the article number alone.',
    '## Laws',
    table(
      ['Law', 'In force from', 'Sets', 'Sources', 'Confidence'],
      LAWS.map(({ name, from, sets, sources, confidence }) => [
        linked(name),
        from,
        sets,
        list(sources),
        confidence,
      ]),
    ),
    '## Documents / Peraturan',
    'The texts that rules cite. Without an address the number finds them. Addresses at peraturan.bpk.go.id and jdih.kemnaker.go.id are official and were not opened yet; the others are mirrors.',
    table(['Document', 'Name', 'Pages of their own'], DOCUMENTS.map(documentRow)),
    ...CATALOGUE.flatMap(({ rules }) => rules).flatMap(({ title, rules }) => [
      `## ${title.en} / ${title.id}`,
      rulesTable(rules),
    ]),
    '## Conventions / Konvensi',
    'Choices made where no text of law was found. R and Q are ids of the domain reference, E are choices of this engine. Each is one named constant in a file `*.conventions.ts`: where it has a value, changing that line changes what is computed; the others follow another one or say how the engine is built.',
    table(['Id', 'Question', 'Answer', 'Value', 'Confidence'], CONVENTIONS.map(conventionRow)),
    '## Errors of impossible requests',
    table(
      ['Code', 'Meaning'],
      Object.entries(INPUT_ERRORS).map(([code, { en }]) => [code, en]),
    ),
    '## Sources',
    table(
      ['Id', 'What', 'Where'],
      Object.entries(SOURCES).map(([id, { what, where }]) => [id, what, where]),
    ),
    DEFINITIONS,
  ].join('\n\n');
}

const HEADINGS = [
  'Rule',
  'What',
  'From',
  'Until',
  'Value',
  'Unit',
  'Law',
  'Article',
  'Sources',
  'Confidence',
];

const rulesTable = (rules: readonly Rule<unknown>[]) => table(HEADINGS, rules.flatMap(versionRows));

function versionRows({ id, title, unit, versions }: Rule<unknown>): string[][] {
  return versions.map((version, index) => [
    `\`${id}\``,
    `${title.en} / ${title.id}`,
    version.from,
    lastDayOf(version, versions[index + 1]),
    shown(version.value),
    unit,
    linked(version.law),
    article(version),
    list(version.sources),
    version.confidence,
  ]);
}

const documentRow = ({ number, name, parts = {} }: LawDocument) => [
  linked(number),
  name,
  Object.keys(parts)
    .map((part) => `[${part}][${number} ${part}]`)
    .join(', '),
];

/** A citation with a link to each of its documents that has an address; the definitions stand at the end of the page. */
function linked(law: string): string {
  const withAddress = documentsOf({ law }).filter(({ address }) => address !== undefined);
  return withAddress.reduce((cited, { number }) => cited.replace(number, `[${number}]`), law);
}

function article(provision: Provision): string {
  const found = partOf(provision);
  return found ? `[${provision.article}][${found.document.number} ${found.part}]` : provision.article;
}

const DEFINITIONS = DOCUMENTS.flatMap(({ number, address, parts = {} }) => [
  ...(address === undefined ? [] : [`[${number}]: ${address}`]),
  ...Object.entries(parts).map(([part, page]) => `[${number} ${part}]: ${page}`),
]).join('\n');

function lastDayOf(version: Version<unknown>, next: Version<unknown> | undefined): string {
  if (version.until) return version.until;
  // A version with an end interrupts the one before it, which then goes on.
  return next && !next.until ? addDays(next.from, -1) : '';
}

const conventionRow = ({ id, question, answer, value, confidence }: Convention<unknown>) => [
  id,
  inBoth(question),
  inBoth(answer),
  value === undefined ? '' : shown(value),
  confidence,
];

/** A text in one table cell: English above, Indonesian below it. */
const inBoth = ({ id, en }: Bilingual) => `${en}<br>_${id}_`;

/** A value of a rule in one table cell: lists one below the other, fields by name. */
function shown(value: unknown): string {
  if (typeof value === 'number') return formatRupiah(value);
  if (Array.isArray(value)) return value.map(shown).join('<br>');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${isCodes(part) ? part.join('/') : shown(part)}`)
    .join(', ');
}

const isCodes = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const list = (sources: readonly string[]) => sources.join(', ');

const table = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
  [headings, headings.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');

const cell = (text: string) => text.replaceAll('|', '\\|');
