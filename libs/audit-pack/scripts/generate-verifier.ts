import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { builtVerifier } from './build-verifier.js';

/** Writes the page that checks packs in a browser. With `--check` it writes nothing and fails when the page is stale. */
const PATH = 'libs/audit-pack/src/verifier-page.ts';

const page = await builtVerifier();
const written = await format(
  `/** Made by \`npm run generate:verifier\`: one page of HTML that checks packs offline. */\nexport const VERIFIER_PAGE = ${JSON.stringify(page)};\n`,
  { ...(await resolveConfig(PATH)), parser: 'typescript' },
);
if (!process.argv.includes('--check')) await writeFile(PATH, written);
else if ((await readFile(PATH, 'utf8').catch(() => '')) !== written) {
  process.stderr.write(`${PATH} is stale: run npm run generate:verifier\n`);
  process.exitCode = 1;
}
