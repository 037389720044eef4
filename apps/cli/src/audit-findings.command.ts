import type { Command } from 'commander';
import { ExitCode, fail } from './exit.js';
import { type Language, languageOption } from './language.js';
import { denseTable } from './tables.js';

interface Options {
  readonly api: string;
  readonly rule?: string;
  readonly state?: string;
  readonly subject?: string;
  readonly rules?: true;
  readonly limit: string;
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

/** How long an answer may take. */
const WITHIN_MS = 30_000;

/** So many at a time. */
const PAGE = 100;

/** `lindung audit findings` */
export function findingsCommand(command: Command): void {
  command
    .requiredOption('--api <url>', 'where queries are answered: http://127.0.0.1:3002')
    .option('--rule <rule>', 'of this rule: FD-01')
    .option('--state <state>', 'OPEN, TAKEN_UP, EXPLAINED or CONFIRMED')
    .option(
      '--subject <id>',
      'about this person, claim, accident, facility, payment, right, sponsor or officer',
    )
    .option('--rules', 'the rules themselves: whether each is looked for, what came of it, what it waits for')
    .option('--limit <findings>', 'so many at most', '200')
    .option('--json', 'print a JSON list')
    .addOption(languageOption())
    .addHelpText(
      'after',
      '\nAsks as whoever LINDUNG_TOKEN is of: an auditor or a supervisor. The oldest come first.',
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { limit, json, lang, rules } = options;
  const { LINDUNG_TOKEN: token } = process.env;
  if (!token)
    return fail(
      'LINDUNG_TOKEN is needed: the token of whoever asks / token penanya',
      ExitCode.UNUSABLE_INPUT,
    );
  if (!/^[1-9]\d{0,5}$/.test(limit))
    return fail('--limit must be a whole number / harus bilangan bulat', ExitCode.UNUSABLE_INPUT);
  const asking = askerOf(options.api, token);
  const told = rules ? await asking<readonly Rule[]>('/findings/rules') : await findingsIn(asking, options);
  if ('refused' in told) return fail(told.refused, ExitCode.FAILED);
  if (json) process.stdout.write(`${JSON.stringify(told)}\n`);
  else if (rules) process.stdout.write(rulesInWords(told as readonly Rule[], lang));
  else process.stdout.write(findingsInWords(told as readonly Finding[], lang));
}

interface Refused {
  readonly refused: string;
}

type Asker = <Answer>(path: string) => Promise<Answer | Refused>;

function askerOf(api: string, token: string): Asker {
  return async <Answer>(path: string) => {
    const response = await fetch(`${api.replace(/\/$/, '')}${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as Answer;
    const { title, detail } = JSON.parse(text || '{}') as { title?: string; detail?: string };
    return { refused: `${response.status}: ${detail ?? title ?? ''}` };
  };
}

interface Page {
  readonly items: readonly Finding[];
  readonly nextCursor: string | null;
}

/** Page by page, up to the limit. */
async function findingsIn(
  ask: Asker,
  { rule, state, subject, limit }: Options,
): Promise<readonly Finding[] | Refused> {
  const found: Finding[] = [];
  let cursor: string | null = null;
  do {
    const left = Number(limit) - found.length;
    const query: URLSearchParams = new URLSearchParams({
      limit: String(Math.min(PAGE, left)),
      ...(rule && { rule }),
      ...(state && { state }),
      ...(subject && { subjectId: subject }),
      ...(cursor && { cursor }),
    });
    const page: Page | Refused = await ask<Page>(`/findings?${query.toString()}`);
    if ('refused' in page) return page;
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < Number(limit));
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
