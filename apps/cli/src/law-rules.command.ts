import { type Command, Option } from 'commander';
import { formatRupiah, isLocalDate, type LocalDate } from '#kernel';
import { listRules, RULE_CHAPTERS, ruleHistory, type RuleHistory, type RuleSummary } from '#law';
import { ExitCode, fail } from './exit.js';
import { type Language, languageOption } from './language.js';

interface Options {
  readonly on?: string;
  readonly chapter?: string;
  readonly search?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** `lindung law rules [ID]` */
export function rulesCommand(rules: Command): void {
  rules
    .argument('[id]', 'the id of a rule, for its whole history; without it the list')
    .option('--on <day>', 'what holds on a day, YYYY-MM-DD; the newest versions unless given')
    .addOption(new Option('--chapter <folder>', 'only rules of one chapter').choices([...RULE_CHAPTERS]))
    .option('--search <words>', 'only rules with these words in id, title, law or article')
    .option('--json', 'print JSON')
    .addOption(languageOption())
    .action((id: string | undefined, options: Options) => {
      const { on, json, lang } = options;
      if (on !== undefined && !isLocalDate(on)) {
        fail(`--on needs a day, YYYY-MM-DD, not ${on}`, ExitCode.UNUSABLE_INPUT);
      } else if (id === undefined) {
        const found = listRules({ ...options, on });
        if (found.length === 0) fail('No rule is like that', ExitCode.FAILED);
        else write(json, found, () => found.map((rule) => summaryLine(rule, lang)));
      } else {
        showHistory(id, on, options);
      }
    });
}

function showHistory(id: string, on: LocalDate | undefined, { json, lang }: Options): void {
  const found = ruleHistory(id);
  if (!found) {
    fail(`No rule has the id ${id}; \`lindung law rules\` lists them`, ExitCode.FAILED);
    return;
  }
  const onDay = on === undefined ? undefined : listRules({ on }).find((rule) => rule.id === id)?.inForce;
  const versions = found.versions.filter(({ from }) => on === undefined || from === onDay?.from);
  const asked = { ...found, versions };
  write(json, asked, () => historyLines(asked, lang));
}

function write(json: boolean | undefined, data: object, lines: () => readonly string[]): void {
  process.stdout.write(`${json ? JSON.stringify(data, undefined, 2) : lines().join('\n')}\n`);
}

function summaryLine({ id, title, inForce }: RuleSummary, language: Language): string {
  const holds = inForce
    ? `${shown(inForce.value)}  (${inForce.law}, ${inForce.article}, ${inForce.from})`
    : '–';
  return `${id}: ${title[language]}: ${holds}`;
}

const WORDS = {
  en: {
    unit: 'Unit',
    chapter: 'Chapter',
    readBy: 'Read by',
    nobody: 'no calculator',
    confidence: 'confidence',
  },
  id: {
    unit: 'Satuan',
    chapter: 'Bab',
    readBy: 'Dibaca oleh',
    nobody: 'tidak ada penghitung',
    confidence: 'keyakinan',
  },
} as const;

function historyLines(
  { id, title, unit, chapter, versions, readBy }: RuleHistory,
  language: Language,
): string[] {
  const words = WORDS[language];
  return [
    `${id}: ${title[language]}`,
    `${words.unit}: ${unit}`,
    `${words.chapter}: ${chapter}`,
    ...versions.flatMap(({ from, until, value, law, article, confidence, links, sources }) => [
      `${from} – ${until ?? ''}`.trimEnd(),
      `  ${shown(value)}`,
      `  ${law}, ${article} (${words.confidence} ${confidence})`,
      ...links.map(({ name, address }) => `  ${name}: ${address}`),
      ...sources.map((source) => `  ${source.id}: ${source.what}: ${source.where}`),
    ]),
    `${words.readBy}: ${readBy.length > 0 ? readBy.join(', ') : words.nobody}`,
  ];
}

function shown(value: unknown): string {
  if (typeof value === 'number') return formatRupiah(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
