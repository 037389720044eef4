import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { benefitsDocument } from '../src/articles/document.js';
import { rulesDocument } from '../src/document.js';

/**
 * Writes the pages for lawyers from the rule data. With `--check` it writes nothing and fails when a page is stale.
 * Run from the root of the repository.
 */
const PAGES: Readonly<Record<string, () => string>> = {
  'docs/reference/law.md': rulesDocument,
  'docs/benefits.md': benefitsDocument,
};

const isCheck = process.argv.includes('--check');

for (const [path, written] of Object.entries(PAGES)) {
  const page = await format(written(), { ...(await resolveConfig(path)), parser: 'markdown' });
  if (!isCheck) {
    await writeFile(path, page);
  } else if ((await readFile(path, 'utf8')) !== page) {
    process.stderr.write(`${path} is stale: run npm run generate:law\n`);
    process.exitCode = 1;
  }
}
