import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { findReaders } from './find-readers.js';

/** Writes which calculators read which rule. With `--check` it writes nothing and fails when the file is stale. */
const FILE = 'libs/law/src/explanation/rule-readers.ts';

const written = await format(
  `/** The calculators that read each rule, as \`npm run generate:readers\` found by asking them. */
export const READERS: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(findReaders())};
`,
  { ...(await resolveConfig(FILE)), parser: 'typescript' },
);
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, written);
} else if (readFileSync(FILE, 'utf8') !== written) {
  process.stderr.write(`${FILE} is stale: run npm run generate:readers\n`);
  process.exitCode = 1;
}
