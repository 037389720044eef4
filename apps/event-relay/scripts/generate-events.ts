import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { CONTEXTS } from '#contexts';
import { publishedContracts } from '../src/published-contracts.js';
import { type DescribedEvent, type DescribedField, eventsIn } from './event-sources.js';
import { writeOrCheck } from './generated-files.js';

/** Writes the page from the doc comments of the events. With `--check` it only fails when the page is stale. */
const PAGE = 'docs/reference/events.md';

const SEALED = new Set(['person', 'health']);

const INTRODUCTION = `# Events

What Lindung records, context by context, generated from the doc comments of \`libs/contexts/*/domain/*.events.ts\`
(\`npm run generate:events\`). Every event also has metadata: the command and the actor behind it, when it was issued, and
the version of its shape (\`libs/event-store/src/recorded-event.ts\`).

🔒 marks sections that are sealed in the log with a key of the person they are about: \`person\` and \`health\`. Destroying
the key erases them. **Published** names the contract that leaves through Kafka and the feed; see [the page](contracts.html) and
[asyncapi.yaml](asyncapi.yaml). What **stays inside** has its reason.
`;

const sections = CONTEXTS.map(({ name: context }) => {
  const files = globSync(`libs/contexts/${context}/domain/*.events.ts`).sort();
  if (files.length === 0) throw new Error(`No events in libs/contexts/${context}/domain`);
  return `## ${context[0]!.toUpperCase()}${context.slice(1)}\n\n${files.map(fileSection).join('\n')}`;
});

await writeOrCheck({ [PAGE]: [INTRODUCTION, ...sections].join('\n') }, 'generate:events');

function fileSection(path: string): string {
  const source = `Source: [${basename(path)}](../../${path})\n`;
  return [source, ...eventsIn(path).map(eventSection)].join('\n');
}

function eventSection({ type, about, fields }: DescribedEvent): string {
  const published = publishedContracts
    .flatMap(({ contracts }) => contracts)
    .filter(({ from }) => from === type)
    .map((contract) => `\`${contract.type}\``);
  const reason = CONTEXTS.map((context) => context.published?.keptInside[type]).find(Boolean);
  return [
    `### ${type}\n`,
    `${about}\n`,
    ...(published.length > 0 ? [`Published: ${published.join(', ')}\n`] : [`Stays inside: ${reason}.\n`]),
    '| Field | Type | |',
    '| --- | --- | --- |',
    ...fields.map(fieldRow),
    '',
  ].join('\n');
}

function fieldRow({ name, optional, type, about }: DescribedField): string {
  const cells = [
    `\`${name}${optional ? '?' : ''}\`${SEALED.has(name) ? ' 🔒' : ''}`,
    `\`${type.replaceAll('|', '\\|')}\``,
    about.replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}
