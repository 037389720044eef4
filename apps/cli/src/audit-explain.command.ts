import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { askApi, askForJson } from '#audit';
import { type Rupiah, formatRupiah } from '#kernel';
import { uuidIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';
import { type Language, languageOption } from './language.js';
import { denseTable } from './tables.js';
import { inApi, useApi } from './use-api.js';

const FORMATS = ['json', 'html', 'pdf'] as const;

interface Options {
  readonly api: string;
  readonly as?: (typeof FORMATS)[number];
  readonly to?: string;
  readonly json?: true;
  readonly lang: Language;
}

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

async function run(payoutId: string, { api, as, to, json, lang }: Options): Promise<void> {
  if ((as === undefined) !== (to === undefined))
    return fail('--as and --to go together / --as dan --to dipakai bersama', ExitCode.UNUSABLE_INPUT);
  const suffix = as === 'html' || as === 'pdf' ? `.${as}?lang=${lang}` : '';
  const url = inApi(api, `/payouts/${payoutId}/explanation${suffix}`);
  await useApi(async (token) => {
    if (to === undefined) {
      const told = await askForJson<Told>(url, { token });
      process.stdout.write(json ? `${JSON.stringify(told)}\n` : inTables(told));
      return;
    }
    const bytes = Buffer.from(await (await askApi(url, { token })).arrayBuffer());
    await writeFile(to, bytes, { mode: 0o600 });
    process.stdout.write(`${to}: ${bytes.length} bytes\n`);
  });
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
