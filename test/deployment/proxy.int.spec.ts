import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { freePort } from './app-processes.js';

const CADDY = process.env.LINDUNG_TEST_CADDY ?? 'caddy';
const found = spawnSync(CADDY, ['version'], { encoding: 'utf8' }).status === 0;
if (!found) {
  process.stdout.write(
    'The proxy is not tried: there is no caddy here. Install it, or name it in LINDUNG_TEST_CADDY.\n',
  );
}

const CADDYFILE = fileURLToPath(new URL('../../infra/proxy/Caddyfile', import.meta.url));

(found ? describe : describe.skip)('the proxy of docker-compose.yml', () => {
  let data: string;
  let caddy: ChildProcess;
  let port: number;
  const upstreams: Server[] = [];

  /** Answers everything, so that what does not come back was kept from it. */
  async function upstream(name: string): Promise<string> {
    const server = createServer((asked, response) => response.end(`${name} ${asked.url}`)).listen(
      0,
      '127.0.0.1',
    );
    upstreams.push(server);
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lindung-proxy-'));
    port = await freePort();
    caddy = spawn(CADDY, ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'], {
      stdio: 'ignore',
      env: {
        PATH: process.env.PATH,
        HOME: data,
        HTTP_PORT: String(await freePort()),
        HTTPS_PORT: String(port),
        COMMANDS_HOST: 'commands.localhost',
        QUERIES_HOST: 'queries.localhost',
        FEED_HOST: 'feed.localhost',
        REPORTS_HOST: 'reports.localhost',
        COMMANDS_UPSTREAM: await upstream('commands'),
        QUERIES_UPSTREAM: await upstream('queries'),
        FEED_UPSTREAM: await upstream('feed'),
        REPORTS_UPSTREAM: await upstream('reports'),
        TLS: 'internal',
      },
    });
    await eventually(
      'the proxy answers',
      async () => (await ask('queries', '/claims').catch(() => null)) !== null,
    );
  });
  afterAll(async () => {
    caddy.kill();
    await once(caddy, 'exit');
    for (const server of upstreams) server.close();
    await rm(data, { recursive: true });
  });

  /** As it stands: `fetch` would tidy the path up. */
  function ask(api: 'commands' | 'queries' | 'feed' | 'reports', path: string) {
    const host = `${api}.localhost`;
    return new Promise<{ status?: number; body: string; headers: object }>((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port,
        servername: host,
        headers: { host },
        rejectUnauthorized: false,
      };
      request({ ...options, path }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text) => (body += text));
        response.on('end', () => resolve({ status: response.statusCode, body, headers: response.headers }));
      })
        .once('error', reject)
        .end();
    });
  }

  it('leads each name to its API, over TLS, and asks browsers to stay with it', async () => {
    expect(await ask('commands', '/participants')).toMatchObject({
      status: 200,
      body: 'commands /participants',
      headers: { 'strict-transport-security': 'max-age=31536000' },
    });
    expect(await ask('queries', '/claims?limit=1')).toMatchObject({
      status: 200,
      body: 'queries /claims?limit=1',
    });
    expect(await ask('feed', '/feed')).toMatchObject({ status: 200, body: 'feed /feed' });
    expect(await ask('reports', '/reports')).toMatchObject({ status: 200, body: 'reports /reports' });
  });

  it.each([
    '/health',
    '/health/live',
    '/health/ready?x=1',
    '/metrics',
    '/metrics/',
    '/METRICS',
    '//metrics',
    '/%6detrics',
    '/claims/../metrics',
    '/health%2Fready',
  ])('keeps %s inside', async (path) => {
    expect(await ask('queries', path)).toMatchObject({ status: 404, body: '' });
    expect(await ask('commands', path)).toMatchObject({ status: 404, body: '' });
    expect(await ask('feed', path)).toMatchObject({ status: 404, body: '' });
  });
});
