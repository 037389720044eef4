import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type Rupiah, formatRupiah } from '#kernel';
import { uuidIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';
import { type Language, languageOption } from './language.js';
import { denseTable } from './tables.js';

const FORMATS = ['json', 'html', 'pdf'] as const;

interface Options {
  readonly api: string;
  readonly as?: (typeof FORMATS)[number];
  readonly to?: string;
  readonly json?: true;
  readonly lang: Language;
}

/** How long an explanation may take. */
const WITHIN_MS = 30_000;

/** `lindung audit explain PAYOUT` */
export function explainCommand(command: Command): void {
  command
    .argument('<payout>', 'the id of a payment', uuidIn)
    .requiredOption('--api <url>', 'where queries are answered: http://127.0.0.1:3001')
    .addOption(new Option('--as <format>', 'as a file of this kind; needs --to').choices(FORMATS))
    .option('--to <file>', 'where to write it')
    .option('--json', 'print JSON')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Asks as whoever LINDUNG_TOKEN is of, and tells what that person may see: from the payment over the decision to its components, their
clauses, what the law was asked, the papers, and who decided.`,
    )
    .action(run);
}

async function run(payoutId: string, options: Options): Promise<void> {
  const { api, as, to, json, lang } = options;
  const { LINDUNG_TOKEN: token } = process.env;
  if (!token)
    return fail(
      'LINDUNG_TOKEN is needed: the token of whoever asks / token penanya',
      ExitCode.UNUSABLE_INPUT,
    );
  if ((as === undefined) !== (to === undefined))
    return fail('--as and --to go together / --as dan --to dipakai bersama', ExitCode.UNUSABLE_INPUT);
  const suffix = as === 'html' || as === 'pdf' ? `.${as}?lang=${lang}` : '';
  const response = await fetch(`${api.replace(/\/$/, '')}/payouts/${payoutId}/explanation${suffix}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) {
    const { title, detail } = JSON.parse(bytes.toString() || '{}') as { title?: string; detail?: string };
    return fail(`${response.status}: ${detail ?? title ?? ''}`, ExitCode.FAILED);
  }
  if (to !== undefined) {
    await writeFile(to, bytes, { mode: 0o600 });
    process.stdout.write(`${to}: ${bytes.length} bytes\n`);
  } else
    process.stdout.write(json ? `${bytes.toString()}\n` : inTables(JSON.parse(bytes.toString()) as Told));
}

interface Told {
  readonly payoutId: string;
  readonly payee: string;
  readonly amountIdr: Rupiah;
  readonly calculation: {
    readonly ruleSetVersion: string | null;
    readonly agrees: boolean | null;
    readonly components: readonly {
      readonly code: string;
      readonly amountIdr: Rupiah;
      readonly law: string;
      readonly article: string;
      readonly arithmetic: string | null;
      readonly isPaidHere: boolean;
    }[];
  } | null;
  readonly steps: readonly {
    readonly event: string;
    readonly type: string;
    readonly on: string;
    readonly by: string;
    readonly office: string;
  }[];
}

function inTables({ payoutId, payee, amountIdr, calculation, steps }: Told): string {
  const components = denseTable({ head: ['component', 'Rp', 'law', 'arithmetic', 'paid here'] });
  for (const { code, amountIdr: idr, law, article, arithmetic, isPaidHere } of calculation?.components ?? [])
    components.push([
      code,
      formatRupiah(idr),
      `${law}, ${article}`,
      arithmetic ?? '–',
      isPaidHere ? 'yes' : 'no',
    ]);
  const story = denseTable({ head: ['day', 'event', 'where', 'by'] });
  for (const { on, type, event, by, office } of steps) story.push([on, type, event, `${by} (${office})`]);
  const again = {
    true: 'the law gives the same today',
    false: 'the law gives something else today',
    null: '',
  };
  return [
    `Payment ${payoutId}: Rp ${formatRupiah(amountIdr)} to ${payee}`,
    `Rule set ${calculation?.ruleSetVersion ?? '–'} ${again[String(calculation?.agrees ?? null) as keyof typeof again]}`.trimEnd(),
    components.toString(),
    story.toString(),
    '',
  ].join('\n');
}
