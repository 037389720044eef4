import 'reflect-metadata';
import type { Words } from '#kernel';
import { writeOrCheck } from '../../event-relay/scripts/generated-files.js';
import { type RefusalTable, type ShownRefusal, refusalTables } from './refusal-tables.js';

/** Writes `docs/reference/refusals.md` from the tables of refusals. With `--check` it only fails when the page is stale. */
const PAGE = 'docs/reference/refusals.md';

const INTRODUCTION = `# Refusals

Everything that Lindung answers instead of doing what it was asked, generated from the tables of refusals
(\`npm run generate:refusals\`). The code is stable and for programs; the sentence is for people, in the language that
\`Accept-Language\` asks for: Indonesian (\`id\`) or English. ‹Names› stand for values. Every answer is
\`application/problem+json\` (RFC 9457) with the members \`code\`, \`status\`, \`detail\` and, where something else is allowed
now, \`allowed\`.
`;

await writeOrCheck(
  { [PAGE]: [INTRODUCTION, ...refusalTables().map(section)].join('\n') },
  'generate:refusals',
);

function section({ of, about, refusals }: RefusalTable): string {
  return [
    `## ${of[0]!.toUpperCase()}${of.slice(1)}\n`,
    `${about}\n`,
    '| Code | Status | English | Indonesian | Allowed instead |',
    '| --- | --- | --- | --- | --- |',
    ...refusals.map(row),
    '',
  ].join('\n');
}

function row({ code, status, sentences, allowed, article }: ShownRefusal): string {
  const cells = [
    `\`${code}\``,
    status,
    lines([...sentences.map(({ en }) => en), ...(article ? [`(${article})`] : [])]),
    lines(sentences.map(({ id }) => id)),
    lines(allowed.map(instead)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function instead({ en, id }: Words): string {
  return en === id ? en : `${en} / ${id}`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(/[|<*]/g, String.raw`\$&`)).join('<br>');
}
