import 'reflect-metadata';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { startStandalone } from '../src/start-standalone.js';

/**
 * Writes the OpenAPI documents of the public APIs, as the running system serves them. With `--check` it writes nothing
 * and fails when one is stale. Run from the root of the repository.
 */
const FOLDER = 'docs/reference/openapi';

const dataDir = await mkdtemp(join(tmpdir(), 'lindung-openapi-'));
const system = await startStandalone({ dataDir, freePorts: true, durable: false, logLevel: 'silent' });
try {
  await mkdir(FOLDER, { recursive: true });
  await writeOrCheck('command-api', system.commandApiUrl);
  await writeOrCheck('query-api', system.queryApiUrl);
  await writeOrCheck('event-relay', system.feedUrl);
  await writeOrCheck('reporting', system.reportingUrl);
} finally {
  await system.stop();
  await rm(dataDir, { recursive: true });
}

async function writeOrCheck(name: string, url: string): Promise<void> {
  const file = `${FOLDER}/${name}.json`;
  const served = await (await fetch(`${url}/openapi.json`)).text();
  const document = await format(served, { ...(await resolveConfig(file)), parser: 'json' });
  if (!process.argv.includes('--check')) {
    await writeFile(file, document);
  } else if ((await readFile(file, 'utf8')) !== document) {
    process.stderr.write(`${file} is stale: run npm run generate:openapi\n`);
    process.exitCode = 1;
  }
}
