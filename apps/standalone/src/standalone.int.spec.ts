import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTEXTS } from '#contexts';
import { schemaOf } from '#followers';
import { WORKER as SOMEBODY } from '#contexts/journey.examples';
import { EventCodec, EventStore } from '#event-store';
import { eventually, freeze, inMemoryKeyRing } from '#testing';
import { type Standalone, type StandaloneOptions, startStandalone } from './start-standalone.js';

const WORKER = { ...SOMEBODY, person: { ...SOMEBODY.person, nik: '0000055205900001' } };
const SPONSOR = { kind: 'VILLAGE', name: 'Desa Sukamaju', district: '321601' };

/** The event store answers health on the port of its events. */
const httpOf = (eventStoreUrl: string) => eventStoreUrl.replace(/^esdb:/, 'http:').replace(/\?.*$/, '');

const READ_MODELS = CONTEXTS.flatMap(({ readModels = [] }) => readModels);
const canBeAnother = process.getuid?.() === 0 && process.platform === 'linux';
if (!canBeAnother) process.stdout.write('Another user is not tried: that takes root, and Linux.\n');

const schemaNamed = (wanted: string) => schemaOf(READ_MODELS.find(({ name }) => name === wanted)!);
const CLAIMS = schemaNamed('claim');

describe('Everything on one machine', () => {
  let dataDir: string;
  let standalone: Standalone;

  const start = (options: Partial<StandaloneOptions> = {}) =>
    startStandalone({ dataDir, freePorts: true, durable: false, logLevel: 'silent', ...options });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lindung-standalone-'));
    standalone = await start();
  });

  afterAll(async () => {
    await standalone.stop();
    await rm(dataDir, { recursive: true });
  });

  const answerOf = async (response: Response) => ({
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
  });

  const bearer = async () => `Bearer ${await standalone.tokenFor('registrar')}`;

  const command = async (path: string, body: object) =>
    answerOf(
      await fetch(standalone.commandApiUrl + path, {
        method: 'POST',
        headers: { authorization: await bearer(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );

  const query = async (path: string) =>
    answerOf(await fetch(standalone.queryApiUrl + path, { headers: { authorization: await bearer() } }));

  it('has every app ready, each with an address of its own', async () => {
    expect(standalone.apps.map(({ name }) => name)).toEqual([
      'dev-issuer',
      'worker',
      'event-relay',
      'reporting',
      'command-api',
      'query-api',
    ]);
    expect(new Set(standalone.apps.map(({ url }) => url)).size).toBe(6);
    for (const { url } of standalone.apps) {
      expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: 'ready' });
    }
  });

  it('records a command and keeps it over a restart, secrets and all', async () => {
    const first = await command('/sponsors', SPONSOR);
    expect(first.status).toBe(201);
    await standalone.stop();
    standalone = await start();
    const agreement = await command(`/sponsors/${String(first.body.id)}/agreements`, {
      reference: 'SK-1/2026',
      governmentPaid: true,
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    });
    expect(agreement).toMatchObject({ status: 200, body: { revision: '1' } });
  });

  const postmaster = async () => {
    const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    return Number((await readFile(file, 'utf8')).split('\n')[0]);
  };

  it('starts PostgreSQL again when it was killed; when it dies again, says why nothing works any more', async () => {
    await standalone.stop();
    const said: string[] = [];
    standalone = await start({ say: (line) => void said.push(line) });
    process.kill(await postmaster(), 'SIGKILL');
    await eventually('it runs again', () => said.includes('PostgreSQL runs again.'));
    await eventually('commands are recorded and read', async () => {
      const { status, body } = await command('/sponsors', SPONSOR);
      if (status !== 201) return false;
      const { apps } = standalone;
      const ready = await Promise.all(apps.map(async ({ url }) => (await fetch(`${url}/health/ready`)).ok));
      return body.revision === '0' && ready.every(Boolean);
    });
    process.kill(await postmaster(), 'SIGKILL');
    expect(await standalone.lost).toMatch(/^PostgreSQL has died again \(SIGKILL/);
    await standalone.stop();
    standalone = await start();
  });

  it('stops although PostgreSQL was frozen', async () => {
    await standalone.stop();
    standalone = await start({ shutdownTimeoutMs: 1_000 });
    const pid = await postmaster();
    const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean);
    await freeze([pid, ...children.map(Number)]);
    const { status } = await command('/sponsors', SPONSOR);
    expect([201, 503]).toContain(status);
    await standalone.stop();
    await expect(postmaster()).resolves.toBe(pid);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    standalone = await start();
  });

  const checksOfWorker = async () => {
    const { url } = standalone.apps.find(({ name }) => name === 'worker')!;
    const { checks } = (await (await fetch(`${url}/health/ready`)).json()) as {
      checks: { name: string; ok: boolean; detail?: string }[];
    };
    return checks;
  };

  it('starts although one read model cannot go on, says so, and serves everybody else', async () => {
    const raw = EventStore.at(standalone.eventStoreUrl, new EventCodec(inMemoryKeyRing()));
    const [type, id, contentType] = ['ClaimSubmitted', randomUUID(), 'application/json' as const];
    // As nobody writes it: without metadata.
    await raw['calls'].append(
      'claim-unreadable',
      [{ type, id, contentType, data: {} } as never],
      null,
      5_000,
    );
    await raw.close();
    await eventually('it fails', async () =>
      (await checksOfWorker()).some(({ detail }) => detail === 'failing'),
    );
    await standalone.stop();
    const said: string[] = [];
    standalone = await start({ say: (line) => void said.push(line) });

    expect(said).toContain(`projection ${CLAIMS} fails and is tried again: see the log of worker.`);
    expect(said.join()).not.toContain('participant');
    const { status, body } = await command('/participants', WORKER);
    expect(status).toBe(201);
    expect((await query(`/participants/${String(body.id)}?after=${String(body.position)}`)).status).toBe(200);
    const checks = await checksOfWorker();
    expect(checks).toContainEqual({ name: `projection ${CLAIMS}`, ok: false, detail: 'failing' });
    expect(checks).toContainEqual({
      name: `projection ${schemaNamed('participant')}`,
      ok: true,
      detail: 'active',
    });
  });

  it('answers nothing but the law that may be kept on the way, on any route of its documents', async () => {
    const methods = ['get', 'post', 'put', 'patch', 'delete'];
    const tokens = { authorization: await bearer(), 'content-type': 'application/json' };
    const kept: string[] = [];
    const statuses = new Set<number>();
    const urls = [standalone.commandApiUrl, standalone.queryApiUrl, standalone.issuerUrl];
    for (const url of urls) {
      const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
        paths: Record<string, Record<string, unknown>>;
      };
      const routes = Object.entries(paths).flatMap(([path, route]) =>
        methods.filter((method) => method in route).map((method) => [path, method.toUpperCase()] as const),
      );
      expect(routes.length).toBeGreaterThan(0);
      for (const [path, method] of routes) {
        const body = method === 'GET' ? {} : { body: '{"role":"finance"}' };
        for (const headers of [tokens, { 'content-type': 'application/json' }]) {
          const answer = await fetch(url + path.replaceAll(/\{\w+\}/g, randomUUID()), {
            method,
            headers,
            ...body,
          });
          expect(await answer.text()).not.toContain('ROUTE_NOT_FOUND');
          statuses.add(answer.status);
          if (answer.headers.get('cache-control') !== 'no-store') kept.push(`${method} ${path}`);
        }
      }
    }
    expect(kept).toEqual(['GET /law/rules']);
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 403]));
  });

  it('keeps everything readable by its owner only, also in a folder that was open before', async () => {
    await standalone.stop();
    await chmod(join(dataDir, 'event-store'), 0o755);
    process.umask(0o022);
    standalone = await start();
    await command('/sponsors', SPONSOR);
    const own = ['secrets.json', 'event-store', 'issuer', 'keys', 'postgres'];
    const within = await Promise.all(
      ['event-store', 'issuer', 'keys'].map(async (folder) =>
        (await readdir(join(dataDir, folder))).map((name) => join(folder, name)),
      ),
    );
    const all = [...own, ...within.flat()];
    expect(all.filter((name) => name.includes('sqlite')).length).toBeGreaterThan(1);
    const open = [];
    for (const name of all) if ((await stat(join(dataDir, name))).mode & 0o077) open.push(name);
    expect(open).toEqual([]);
  });

  (canBeAnother ? describe : describe.skip)('and another user of the machine', () => {
    it('comes neither to the log nor to the issuer', async () => {
      const asked = [`${standalone.issuerUrl}/jwks.json`, `${httpOf(standalone.eventStoreUrl)}/health/live`];
      for (const url of asked) expect((await fetch(url)).ok).toBe(true);
      const script = `process.seteuid(65534);
        for (const url of ${JSON.stringify(asked)}) await fetch(url).then(() => console.log('let in'), () => console.log('refused'));`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (text) => (said += String(text)));
      await once(child, 'exit');
      expect(said).toBe('refused\nrefused\n');
      expect(standalone.isClosedToOthers).toBe(true);
    });
  });

  it('starts with nothing when told so, and leaves the files of others alone', async () => {
    await standalone.stop();
    await writeFile(join(dataDir, 'notes.txt'), 'mine');
    standalone = await start({ fresh: true });
    expect(await readdir(dataDir)).toContain('notes.txt');
    const { body } = await query('/participants');
    expect(body).toMatchObject({ items: [] });
  });
});
