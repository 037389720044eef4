import type { Command } from 'commander';
import { askForJson } from '#audit';
import { wholeIn } from './arguments.js';
import { thresholdsIn, triedInWords, tryThresholds } from './audit-findings-try.js';
import { type Language, languageOption } from './language.js';
import { denseTable } from './tables.js';
import { inApi, useApi } from './use-api.js';

interface Options {
  readonly api: string;
  readonly rule?: string;
  readonly state?: string;
  readonly subject?: string;
  readonly rules?: true;
  readonly try?: string;
  readonly limit: number;
  readonly json?: true;
  readonly lang: Language;
}

type Both = Readonly<Record<Language, string>>;

interface Finding {
  readonly findingId: string;
  readonly rule: string;
  readonly title: Both;
  readonly reason: Both;
  readonly state: string;
  readonly openedOn: string;
  readonly lookBy: string;
}

interface Rule {
  readonly rule: string;
  readonly title: Both;
  readonly standing: string;
  readonly waitsFor: Both | null;
  readonly hits: number;
  readonly open: number;
  readonly confirmed: number;
  readonly explained: number;
  readonly medianDaysToClose: number | null;
  readonly toBeReviewed: boolean;
}

/** So many at a time. */
const PAGE = 100;

/** `lindung audit findings` */
export function findingsCommand(command: Command): void {
  command
    .requiredOption('--api <url>', 'where queries are answered: http://127.0.0.1:3001')
    .option('--rule <rule>', 'of this rule: FD-01')
    .option('--state <state>', 'OPEN, TAKEN_UP, EXPLAINED or CONFIRMED')
    .option(
      '--subject <id>',
      'about this person, claim, accident, facility, payment, right, sponsor or officer',
    )
    .option('--rules', 'the rules themselves: whether each is looked for, what came of it, what it waits for')
    .option(
      '--try <file>',
      'what other thresholds would find over all that is recorded: {"sharedAccount.persons": 4}; nothing is recorded',
    )
    .option('--limit <findings>', 'so many at most', wholeIn(1, 999_999), 200)
    .option('--json', 'print a JSON list')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nAsks as whoever LINDUNG_TOKEN is of: an auditor or a supervisor. The oldest come first.',
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { api, json, lang, rules, rule } = options;
  const print = <Item>(
    list: readonly Item[],
    inWords: (list: readonly Item[], lang: Language) => string,
  ): void => {
    process.stdout.write(json ? `${JSON.stringify(list)}\n` : inWords(list, lang));
  };
  const thresholds = options.try === undefined ? undefined : await thresholdsIn(options.try);
  if (options.try !== undefined && !thresholds) return;
  await useApi(async (token) => {
    const ask: Asker = (path) => askForJson(inApi(api, path), { token });
    if (thresholds) {
      const known = await ask<readonly Rule[]>('/findings/rules');
      const asked = known.filter((one) => one.standing !== 'WAITING' && (!rule || one.rule === rule));
      const of = { api, token, rules: asked.map((one) => one.rule) };
      return print(await tryThresholds(of, thresholds), triedInWords);
    }
    if (rules) print(await ask<readonly Rule[]>('/findings/rules'), rulesInWords);
    else print(await findingsIn(ask, options), findingsInWords);
  });
}

type Asker = <Answer>(path: string) => Promise<Answer>;

interface Page {
  readonly items: readonly Finding[];
  readonly nextCursor: string | null;
}

/** Page by page, up to the limit. */
async function findingsIn(ask: Asker, { rule, state, subject, limit }: Options): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  let cursor: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({
      limit: String(Math.min(PAGE, limit - found.length)),
      ...(rule && { rule }),
      ...(state && { state }),
      ...(subject && { subjectId: subject }),
      ...(cursor && { cursor }),
    });
    const page: Page = await ask<Page>(`/findings?${query.toString()}`);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < limit);
  return found;
}

const HEADS = {
  en: {
    findings: ['opened', 'rule', 'state', 'look by', 'reason', 'id'],
    rules: ['rule', 'what', 'standing', 'hits', 'open', 'confirmed', 'explained', 'days'],
    none: 'Nothing was found.\n',
    waits: 'waits for',
    review: 'to be reviewed',
  },
  id: {
    findings: ['dibuka', 'aturan', 'keadaan', 'batas', 'alasan', 'id'],
    rules: ['aturan', 'tentang', 'keadaan', 'temuan', 'terbuka', 'terbukti', 'dijelaskan', 'hari'],
    none: 'Tidak ada temuan.\n',
    waits: 'menunggu',
    review: 'perlu ditinjau',
  },
} as const;

function findingsInWords(findings: readonly Finding[], lang: Language): string {
  if (findings.length === 0) return HEADS[lang].none;
  const table = denseTable({ head: [...HEADS[lang].findings] });
  for (const { openedOn, rule, state, lookBy, reason, findingId } of findings)
    table.push([openedOn, rule, state, lookBy, reason[lang], findingId]);
  return `${table.toString()}\n`;
}

function rulesInWords(rules: readonly Rule[], lang: Language): string {
  const table = denseTable({ head: [...HEADS[lang].rules] });
  for (const {
    rule,
    title,
    standing,
    hits,
    open,
    confirmed,
    explained,
    medianDaysToClose: days,
    toBeReviewed,
  } of rules)
    table.push([
      rule,
      title[lang],
      toBeReviewed ? `${standing} (${HEADS[lang].review})` : standing,
      hits,
      open,
      confirmed,
      explained,
      days ?? '–',
    ]);
  const waiting = rules
    .filter(({ waitsFor }) => waitsFor !== null)
    .map(({ rule, waitsFor }) => `${rule} ${HEADS[lang].waits}: ${waitsFor?.[lang] ?? ''}\n`);
  return `${table.toString()}\n${waiting.join('')}`;
}
