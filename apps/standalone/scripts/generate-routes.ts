import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CONTEXTS } from '#contexts';
import { writeOrCheck } from '../../event-relay/scripts/generated-files.js';
import { type Route, routesIn } from './routes-in.js';

/**
 * Writes the table of routes, roles and events between the marks of each context's README, from the sources. A README without
 * marks is left as it is. With `--check` it only fails when a table is stale.
 */
const BEGIN = '<!-- routes -->';
const END = '<!-- /routes -->';

const HEAD = [
  '| Asked (HTTP) | Who may | For what | Command or query | Decision | Events |',
  '| --- | --- | --- | --- | --- | --- |',
];

await writeOrCheck(Object.fromEntries(CONTEXTS.flatMap(readme)), 'generate:routes');

function readme({ name, processCommands = {} }: (typeof CONTEXTS)[number]): [string, string][] {
  const folder = `libs/contexts/${name}`;
  const path = `${folder}/README.md`;
  const text = readFileSync(path, 'utf8');
  const [before, rest] = halves(text, BEGIN);
  const [, after] = halves(rest, END);
  if (rest === '') return [];
  if (!rest.includes(END)) throw new Error(`${path}: ${BEGIN} has no ${END}`);
  const table = [...HEAD, ...routesIn(folder, Object.keys(processCommands)).map(row)].join('\n');
  return [[path, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`]];
}

function halves(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

function row({ address, processes, roles, summary, sends, recorded: { decisions, events } }: Route): string {
  const cells = [
    address ? code([address]) : `process ${code(processes)}`,
    roles.join(', '),
    summary,
    code(sends),
    code(decisions.map((file) => basename(file))),
    code(events),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`) || '–').join(' | ')} |`;
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
