import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { type StreamOfContext, commandFiles, withHandler } from './command-files.js';
import { contextFiles, goldenStream } from './context-files.js';
import { namesOf, singularOf } from './names.js';

/** Writes the few lines that a new context or command must have, so that the shape keeps itself. */
const CONTEXTS = 'libs/contexts';
const LIST = join(CONTEXTS, 'index.ts');

function write(files: Readonly<Record<string, string>>, folder: string): void {
  const paths = Object.keys(files).map((path) => join(folder, path));
  const taken = paths.find((path) => existsSync(path));
  if (taken) throw new RangeError(`${taken} exists already`);
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  format(paths);
}

function format(paths: readonly string[]): void {
  execFileSync('node_modules/.bin/prettier', ['--write', '--log-level', 'warn', ...paths], {
    stdio: 'inherit',
  });
  process.stdout.write(paths.map((path) => `${path}\n`).join(''));
}

function newContext(name: string, { above }: { readonly above?: string }): void {
  const [many, one] = [namesOf(name), namesOf(singularOf(name))];
  const list = readFileSync(LIST, 'utf8');
  const listed = list
    .replace(
      /(import type \{ Context \}[^\n]*\n)/,
      `$1import { ${many.camel} } from './${name}/context.js';\n`,
    )
    .replace(/(CONTEXTS: readonly Context\[\] = \[)([^\]]*)\]/, (_match, start: string, body: string) => {
      const names = body
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean);
      const floor = above === undefined ? names.length : names.indexOf(namesOf(above).camel) + 1;
      if (above !== undefined && floor === 0)
        throw new RangeError(`There is no context ${above}: ${names.join(', ')}`);
      return `${start}${[...names.slice(0, floor), many.camel, ...names.slice(floor)].join(', ')}]`;
    });
  write(contextFiles(many, one), join(CONTEXTS, name));
  write(goldenStream(one), 'test/compatibility/streams');
  writeFileSync(LIST, listed);
  format([LIST]);
}

function newCommand(context: string, name: string, { records }: { readonly records: string }): void {
  const command = namesOf(name);
  const folder = join(CONTEXTS, context);
  if (!existsSync(folder)) throw new RangeError(`There is no context ${context} in ${CONTEXTS}`);
  const stream = streamWith(folder, records);
  const controller = readdirSync(join(folder, 'commands')).find((file) => file.endsWith('.controller.ts'));
  if (!controller) throw new RangeError(`${folder}/commands has no controller`);
  const path = join(folder, 'commands', controller);
  const listed = withHandler(readFileSync(path, 'utf8'), command);
  write(commandFiles(command, records, stream), folder);
  writeFileSync(path, listed);
  format([path]);
}

/** The stream whose events have this type. Those of a subject of their own are of the stream that joins them. */
function streamWith(folder: string, type: string): StreamOfContext {
  const domain = join(folder, 'domain');
  const files = readdirSync(domain).filter((file) => file.endsWith('.events.ts'));
  const holding = (text: string) =>
    files.filter((file) => readFileSync(join(domain, file), 'utf8').includes(text));
  const [told] = holding(`'${type}'`);
  if (!told) throw new RangeError(`No events of ${folder} have the type ${type}`);
  const joined = holding(`'./${told.replace('.ts', '.js')}'`);
  const streams = [told, ...joined].flatMap((events) => streamIn(domain, events.replace('.events.ts', '')));
  if (!streams[0]) throw new RangeError(`No stream of ${folder} has the events of ${told}`);
  return streams[0];
}

function streamIn(domain: string, file: string): StreamOfContext[] {
  const path = join(domain, `${file}.ts`);
  const declared = existsSync(path)
    ? /export const (\w+) = stream<(\w+), (\w+)>/.exec(readFileSync(path, 'utf8'))
    : null;
  const [, value, state, event] = declared ?? [];
  return value && state && event ? [{ value, file, state, event, id: `${namesOf(file).camel}Id` }] : [];
}

const program = new Command('new').description('Writes the files that a new context or command must have');
program
  .command('context')
  .argument('<name>', 'its folder: a plural, lower-case with dashes')
  .option('--above <context>', 'the floor it stands on; the highest unless said otherwise')
  .action(newContext);
program
  .command('command')
  .argument('<context>', 'its folder')
  .argument('<name>', 'what is decided: sign-agreement')
  .requiredOption('--records <event>', 'type of the event that it records')
  .action(newCommand);

try {
  program.parse();
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
