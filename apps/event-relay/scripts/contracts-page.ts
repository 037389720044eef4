import type { CloudEvent, ContextContracts, Contract, JsonSchema } from '#publishing/contracts';

/** A message of a contract as it was made once. */
export type Examples = ReadonlyMap<string, CloudEvent>;

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { border-bottom: 1px solid #ddd; padding: .25rem .5rem; text-align: left; vertical-align: top; }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
pre { background: #f5f5f5; padding: .75rem; overflow: auto; }
section { border-top: 2px solid #ddd; padding-top: .5rem; }
article { margin: 1.5rem 0; }
h3 { margin-bottom: 0; overflow-wrap: anywhere; }
input { font: inherit; width: 100%; padding: .5rem; box-sizing: border-box; }
.codes { color: #555; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e8e8; background: #161616; } a { color: #8ab4ff; } pre { background: #222; }
  th, td { border-color: #444; } section { border-color: #444; } .codes { color: #aaa; }
}`;

/** Hides what does not hold the words that are looked for. The page says all it has without it. */
const SEARCH = `
const field = document.querySelector('input');
field.addEventListener('input', () => {
  const words = field.value.toLowerCase().split(/\\s+/);
  for (const one of document.querySelectorAll('article, tr.kept, li.entry')) {
    const text = one.textContent.toLowerCase();
    one.hidden = !words.every((word) => text.includes(word));
  }
});`;

/**
 * Everything that is published on one page that needs no server and no network: what asyncapi.yaml says, for people, with a message of
 * each contract, and what stays inside and why.
 */
export function contractsPage(contexts: readonly ContextContracts[], examples: Examples): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Lindung: what is published</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What Lindung publishes</h1>
<p>CloudEvents 1.0 as structured JSON, at least once: on Kafka, one topic for each context, and as the feed of the event relay. The same for
machines: <a href="asyncapi.yaml">asyncapi.yaml</a> (AsyncAPI 3). Generated from the contracts (<code>npm run generate:contracts</code>).</p>
<ul>
<li>The key is the stream: what happened in one stream comes in order. An event that comes twice has the same <code>id</code>.</li>
<li>Ignore fields that you do not know: an optional one may be added to a version. Anything else that changes is a new version, beside the
old one.</li>
<li>No identity number, name, account, document number, diagnosis or benefit code is in any message.</li>
</ul>
<p><input type="search" aria-label="Search" placeholder="Search: settled, sponsorId, dues …"></p>
${contexts.map(contents).join('\n')}
${contexts.map((context) => section(context, examples)).join('\n')}
<script>${SEARCH}</script>
</body>
</html>
`;
}

const contents = ({ context, contracts }: ContextContracts): string => `<h2>${escaped(context)}</h2>
<ul>${contracts
  .map(
    ({ type, about }) =>
      `<li class="entry"><a href="#${escaped(type)}">${escaped(type.replace(`lindung.${context}.`, ''))}</a> ${escaped(about)}</li>`,
  )
  .join('\n')}</ul>`;

function section({ context, topic, contracts, keptInside }: ContextContracts, examples: Examples): string {
  const kept = Object.entries(keptInside).map(
    ([type, reason]) =>
      `<tr class="kept"><td><code>${escaped(type)}</code></td><td>${escaped(reason)}</td></tr>`,
  );
  return `<section>
<h2 id="${escaped(context)}">${escaped(context)}</h2>
<p>Topic <code>${escaped(topic)}</code>.</p>
${contracts.map((contract) => article(contract, examples.get(contract.type))).join('\n')}
${kept.length > 0 ? `<h3>What stays inside, and why</h3>\n<table>${kept.join('\n')}</table>` : ''}
</section>`;
}

function article({ type, from, about, schema }: Contract, example: CloudEvent | undefined): string {
  return `<article>
<h3 id="${escaped(type)}">${escaped(type)}</h3>
<p>${escaped(about)} From <a href="events.md"><code>${escaped(from)}</code></a>;
<a href="contracts/${escaped(type)}.schema.json">JSON Schema</a>.</p>
${fields(schema)}
${
  example
    ? `<details><summary>A message</summary><pre>${escaped(JSON.stringify(example, undefined, 2))}</pre></details>`
    : ''
}
</article>`;
}

function fields(schema: JsonSchema): string {
  const rows = rowsOf(schema, '');
  return rows.length > 0 ? `<table>${rows.join('\n')}</table>` : '';
}

/** A row for each field, and for each field of the records of a list. */
function rowsOf({ properties = {}, required = [] }: JsonSchema, within: string): string[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const isThere = required.includes(name) ? '' : ' (may be absent)';
    const codes = field.enum ? `<br><span class="codes">${escaped(field.enum.join(', '))}</span>` : '';
    return [
      `<tr><td><code>${escaped(within + name)}</code></td><td>${escaped(kindOf(field))}${isThere}</td><td>${escaped(field.description ?? '')}${codes}</td></tr>`,
      ...(field.items ? rowsOf(field.items, `${within}${name}[].`) : []),
    ];
  });
}

function kindOf({ type, format, pattern, enum: codes }: JsonSchema): string {
  if (codes) return 'a code';
  if (type === 'array') return 'a list';
  return [type, format ?? pattern].filter(Boolean).join(' ');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
