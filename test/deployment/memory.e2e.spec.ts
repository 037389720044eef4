import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { ROUNDS, agreedTerms, peakOf, sendFiles, sendWithoutToken } from './attacks.js';
import { type BuiltPrograms, buildPrograms } from './built-programs.js';

const onLinux = process.platform === 'linux';
if (!onLinux) process.stdout.write('Memory is not measured: that takes Linux.\n');

/** What each app by itself holds under the same attacks: processes.e2e.spec.ts. */
(onLinux ? describe : describe.skip)('npm start, under attack', () => {
  let programs: BuiltPrograms;
  let dataDir: string;
  let system: ChildProcess;
  let said = '';

  beforeAll(async () => {
    programs = await buildPrograms();
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-memory-'));
    system = programs.start('standalone', {}, ['--data', dataDir]);
    system.stdout!.on('data', (text) => (said += String(text)));
    await eventually('it runs', () => said.includes('Stop with Ctrl+C.'));
  });
  afterAll(async () => {
    system.kill('SIGTERM');
    if (system.exitCode === null) await once(system, 'exit');
    await rm(dataDir, { recursive: true });
    await programs.remove();
  });

  const urlOf = (app: string) => new RegExp(`${app} +(http://\\S+)`).exec(said)![1]!;

  async function tokenOf(role: string): Promise<string> {
    const answer = await fetch(`${urlOf('dev-issuer')}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  it('holds less than 640 MiB of memory', async () => {
    const [commandApi, token] = [urlOf('command-api'), await tokenOf('registrar')];
    const terms = await agreedTerms(async (role, path, body) =>
      fetch(`${commandApi}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await tokenOf(role)}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    for (let round = 0; round < ROUNDS; round++) {
      for (const app of ['command-api', 'query-api', 'dev-issuer']) await sendWithoutToken(urlOf(app));
      expect(await sendFiles(commandApi, token, terms)).toContain(422);
    }
    const peak = peakOf(system.pid!);
    process.stdout.write(`Most memory held by npm start: ${peak} MiB\n`);
    expect(peak).toBeLessThan(640);
    expect((await fetch(`${commandApi}/health/live`)).status).toBe(200);
  }, 600_000);
});
