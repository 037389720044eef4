import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';

const HOOKS = fileURLToPath(new URL('../../../libs/testing/typescript-in-node.js', import.meta.url));
const path = (app: string) => fileURLToPath(new URL(`../../${app}/src/main.ts`, import.meta.url));

/** Runs an app as people do and keeps what it says. */
function run(app: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--conditions=source', '--import', HOOKS, path(app), ...args],
    { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr?.on('data', (chunk) => (said.err += String(chunk)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, said, ended };
}

describe('npm start', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-main-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('says what runs where and how to sign in, and stops cleanly when it is told to', async () => {
    const { child, said, ended } = run('standalone', ['--data', dataDir]);
    await eventually('it runs', () => said.out.includes('Stop with Ctrl+C.'));
    expect(said.out).toMatch(/command-api +http:\/\/127\.0\.0\.1:\d+ /);
    const tree = /transparency-log +(http:\S+) /.exec(said.out)?.[1];
    await eventually('there is a tree', async () => (await fetch(`${tree}/log/checkpoint`)).ok);
    const tokenRequest = /curl -s (\S+) .* -d '(.*"supervisor".*)'/.exec(said.out);
    const response = await fetch(tokenRequest?.[1] ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: tokenRequest?.[2],
    });
    expect(response.status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said.out).toContain('Stopped.');
  });

  it('does not start in production, and touches nothing there', async () => {
    const { said, ended } = run('standalone', ['--data', dataDir, '--fresh'], { NODE_ENV: 'production' });
    expect(await ended).toBe(1);
    expect(said.err).toContain('NODE_ENV: has a value that is for development');
    expect(said.err).toContain('npm start and the issuer that gives tokens to anyone are for development');
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('names an option that does not exist and shows those that do', async () => {
    const { said, ended } = run('standalone', ['--colour']);
    expect(await ended).toBe(2);
    expect(said.err).toContain("Unknown option '--colour'");
    expect(said.err).toContain('--data DIR');
  });
});

describe('A process of its own', () => {
  it('does not start without its settings, and names each of them', async () => {
    const { said, ended } = run('claim-projection', [], { DATABASE_URL: 'postgres://127.0.0.1:1/x' });
    expect(await ended).toBe(1);
    expect(said.err).toContain('EVENTSTORE_URL: is missing');
    expect(said.err).toContain('LINDUNG_MASTER_KEY: is missing');
    expect(said.err).not.toContain('DATABASE_URL:');
  });

  it('does not start without a database, and says which server is missing', async () => {
    const key = Buffer.alloc(32).toString('base64');
    const { said, ended } = run('claim-projection', [], {
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: 'postgres://127.0.0.1:1/x',
      EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false',
      KEY_STORE_URL: 'http://127.0.0.1:1',
      KEY_STORE_TOKEN: key,
      LINDUNG_MASTER_KEY: key,
      LINDUNG_ID_SECRET: key,
    });
    expect(await ended).toBe(1);
    expect(said.err).toContain('a server it needs cannot be reached');
    expect(said.err).toContain('127.0.0.1:1');
  });
});
