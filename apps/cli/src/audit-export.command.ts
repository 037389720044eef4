import { readFile, writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, type Exported, exportQuery } from '#audit';
import { ExitCode, fail } from './exit.js';
import { inApi, useApi } from './use-api.js';

interface Options {
  readonly api: string;
  readonly as: ExportFormat;
  readonly to: string;
  readonly body?: string;
  readonly json?: true;
}

/** `lindung audit export QUERY` */
export function exportCommand(command: Command): void {
  command
    .argument('<query>', 'path of a query, with what narrows it down: "/claims?status=APPROVED"')
    .requiredOption('--api <url>', 'where queries are answered: http://127.0.0.1:3001')
    .addOption(new Option('--as <format>', 'what file').choices(EXPORT_FORMATS).default('csv'))
    .requiredOption('--to <file>', 'the file; a manifest is written beside it')
    .option('--body <file>', 'JSON that the query is asked with, where it is asked by POST')
    .option('--json', 'print the manifest')
    .addHelpText(
      'after',
      `
Asks as whoever LINDUNG_TOKEN is of: the file has what that person may see, masked as it is for them. Every page is fetched; memory does
not grow with how many there are. What somebody typed is no formula in the file. Of a past (?effectiveOn=, ?knownAt=) all pages are
told of one place in the log, which stands in the manifest; without, each page is what is known when it is asked.`,
    )
    .action(run);
}

async function run(query: string, { api, as, to, body, json }: Options): Promise<void> {
  if (!query.startsWith('/') || !URL.canParse(query, api))
    return fail(
      'A query is a path, such as "/claims?status=APPROVED" / Kueri berupa path',
      ExitCode.UNUSABLE_INPUT,
    );
  const url = new URL(inApi(api, query)).href;
  await useApi(async (token) => {
    const onWait = (why: string) => process.stderr.write(`${why}\n`);
    const asked = { url, token, onWait, ...(body !== undefined && { body: await readFile(body, 'utf8') }) };
    const exported = await exportQuery(asked, as, to);
    const manifest = { query, as, askedAt: new Date().toISOString(), ...exported };
    await writeFile(`${to}.manifest.json`, `${JSON.stringify(manifest, undefined, 2)}\n`);
    process.stdout.write(json ? `${JSON.stringify(manifest, undefined, 2)}\n` : inWords(to, exported));
  });
}

const inWords = (file: string, { rows, columns, bytes, sha256 }: Exported): string =>
  `${file}: ${rows} rows of ${columns.length} columns, ${bytes} bytes, sha256 ${sha256}\n`;
