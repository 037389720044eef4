import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { Rejection } from '#kernel';
import { explain, type Explanation, type Reform, underReform, writeExplanation } from '#law';
import { parseJson } from '#law/files';
import { ExitCode, fail } from './exit.js';
import { type Language, languageOption } from './language.js';
import { reformIn } from './use-reform.js';

interface Options {
  readonly id?: string;
  readonly json?: boolean;
  readonly lang: Language;
  readonly reform?: string;
}

/** A request and what came of it. */
interface Answer {
  readonly id?: string;
  readonly explanation?: Explanation;
  readonly error?: { readonly code: string; readonly detail: string };
}

/** `lindung law explain [FILE]` */
export function explainCommand(command: Command): void {
  command
    .argument(
      '[file]',
      'a request, or a list of requests or of { "id", "inputs" }; without it standard input',
    )
    .option('--id <id>', 'only the entry with this id')
    .option('--json', 'print the trees as JSON')
    .addOption(languageOption())
    .option('--reform <path>', 'explain as it would be under a reform (JSON, CSV or Excel)')
    .action(async (file: string | undefined, options: Options) => {
      const requests = await readRequests(file);
      if (!requests) return;
      const asked = requests.filter(({ id }) => options.id === undefined || id === options.id);
      if (asked.length === 0) {
        fail(`There is no entry with the id ${options.id}`, ExitCode.FAILED);
        return;
      }
      const reform = options.reform === undefined ? undefined : await reformIn(options.reform, options.lang);
      if (options.reform !== undefined && !reform) return;
      print(
        asked.map((request) => answer(request, reform)),
        options,
      );
    });
}

interface Request {
  readonly id?: string;
  readonly inputs: unknown;
}

async function readRequests(file: string | undefined): Promise<readonly Request[] | undefined> {
  try {
    const json = file === undefined ? await text(process.stdin) : await readFile(file, 'utf8');
    const read: unknown = parseJson(json);
    return (Array.isArray(read) ? (read as readonly unknown[]) : [read]).map(asRequest);
  } catch (error) {
    if (error instanceof SyntaxError)
      fail(`The input is not JSON: ${error.message}`, ExitCode.UNUSABLE_INPUT);
    else if (error instanceof Error && 'code' in error) fail(error.message, ExitCode.UNUSABLE_INPUT);
    else throw error;
    return undefined;
  }
}

/** An entry of a file of examples, or a request by itself. */
function asRequest(entry: unknown): Request {
  if (typeof entry !== 'object' || entry === null || !('inputs' in entry)) return { inputs: entry };
  const { inputs } = entry;
  const id = 'id' in entry ? entry.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? { id: String(id), inputs } : { inputs };
}

/** An impossible request becomes an error of its own, so that the others are still explained. */
function answer({ id, inputs }: Request, reform: Reform | undefined): Answer {
  const named = id === undefined ? {} : { id };
  try {
    const explanation = reform ? underReform(reform, () => explain(inputs)) : explain(inputs);
    return { ...named, explanation };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { ...named, error: { code: error.code, detail: error.detail } };
  }
}

function print(answers: readonly Answer[], { json, lang }: Options): void {
  if (json) process.stdout.write(`${JSON.stringify(answers, undefined, 2)}\n`);
  else process.stdout.write(answers.map((one) => written(one, lang)).join('\n'));
  const [refused] = answers.flatMap(({ id, error }) => (error ? [{ id, error }] : []));
  if (!refused) return;
  const name = refused.id === undefined ? '' : `${refused.id}: `;
  fail(`${name}${refused.error.code}: ${refused.error.detail}`, ExitCode.FAILED);
}

function written({ id, explanation, error }: Answer, language: Language): string {
  const heading = id === undefined ? '' : `${id}\n`;
  return explanation
    ? `${heading}${writeExplanation(explanation, language)}\n`
    : `${heading}${error!.code}: ${error!.detail}\n`;
}
