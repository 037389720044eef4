import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');

/** The real npm, with a registry that speaks its protocol. */
describe('npm run audit', () => {
  let cache: string;
  let registry: Server | undefined;

  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'lindung-audit-'));
  });
  afterEach(() => {
    registry?.close();
    registry?.closeAllConnections();
  });
  afterAll(() => rm(cache, { recursive: true, force: true }));

  async function audit(answers: RequestListener): Promise<{ code: number | null; said: string }> {
    registry = createServer(answers).listen(0, '127.0.0.1');
    await once(registry, 'listening');
    const child = spawn(
      process.execPath,
      ['--import', './libs/testing/typescript-in-node.js', 'test/supply-chain/audit.ts'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          PATH: process.env.PATH,
          HOME: cache,
          npm_config_cache: cache,
          npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}`,
        },
      },
    );
    let said = '';
    child.stdout.on('data', (text) => (said += String(text)));
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, said };
  }

  const advisories =
    (found: object): RequestListener =>
    (request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.url?.endsWith('/advisories/bulk')) return response.end(JSON.stringify(found));
      response.statusCode = 404;
      return response.end('{}');
    };

  it('passes when nothing is known', async () => {
    const { code, said } = await audit(advisories({}));
    expect(said).toContain('audit: known vulnerabilities: nothing found');
    expect(code).toBe(0);
  });

  it('fails and names the package when something is known', async () => {
    const known = {
      id: 1,
      url: 'https://example.test/1',
      title: 'spec',
      severity: 'high',
      vulnerable_versions: '*',
    };
    const { code, said } = await audit(advisories({ fastify: [known] }));
    expect(said).toMatch(/audit: known vulnerabilities: \d+ found\n(.*\n)* {2}fastify: high\n/);
    expect(code).toBe(1);
  });

  it('says that nothing was checked when the registry does not answer, and passes', async () => {
    const { code, said } = await audit((_request, response) => {
      response.statusCode = 405;
      response.end();
    });
    expect(said).toMatch(/audit: known vulnerabilities: NOT CHECKED: 405 Method Not Allowed/);
    expect(said).toMatch(/audit: signatures of packages: NOT CHECKED: /);
    expect(code).toBe(0);
  });
});
