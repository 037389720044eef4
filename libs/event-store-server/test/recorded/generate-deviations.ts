import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { DEVIATIONS, type Deviation } from './deviations.js';

/**
 * Prints the deviations into docs/event-store.md, between comments that mark the place. With `--check` it writes nothing
 * and fails when the page is stale. Run from the root of the repository.
 */
const PAGE = 'libs/event-store-server/docs/event-store.md';

/** @throws Error when the page has no such place */
function withList(page: string, about: Deviation['about']): string {
  const place = new RegExp(`(<!-- deviations: ${about} -->\n).*?(<!-- end -->)`, 's');
  if (!place.test(page)) throw new Error(`${PAGE} has no place for deviations about ${about}`);
  const rows = DEVIATIONS.filter((deviation) => deviation.about === about).map(rowOf);
  const table = ['| What | Here and there | Why |', '| --- | --- | --- |', ...rows].join('\n');
  return page.replace(place, (_, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
}

function rowOf({ name, difference, reason, ...shownBy }: Deviation): string {
  const cases = [...shownBy.cases, ...(shownBy.momentary ?? [])];
  const shown = cases.length === 0 ? '' : ` Recorded cases that show it: ${cases.length}.`;
  return `| ${[name, difference + shown, reason].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const present = await readFile(PAGE, 'utf8');
const printed = await format(withList(withList(present, 'streams'), 'groups'), {
  ...(await resolveConfig(PAGE)),
  parser: 'markdown',
});

if (!process.argv.includes('--check')) {
  await writeFile(PAGE, printed);
} else if (printed !== present) {
  process.stderr.write(`${PAGE} is stale: run npm run generate:deviations\n`);
  process.exitCode = 1;
}
