import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { rulesDocument } from '../src/document.js';

/**
 * Writes `docs/reference/law.md` from the rule data. With `--check` it writes nothing and fails when the page is stale.
 * Run from the root of the repository.
 */
const PAGE = 'docs/reference/law.md';

const page = await format(rulesDocument(), { ...(await resolveConfig(PAGE)), parser: 'markdown' });

if (!process.argv.includes('--check')) {
  await writeFile(PAGE, page);
} else if ((await readFile(PAGE, 'utf8')) !== page) {
  process.stderr.write(`${PAGE} is stale: run npm run generate:law\n`);
  process.exitCode = 1;
}
