import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const MANIFEST = JSON.stringify({ schemaVersion: 2, manifests: [] });
const DIGEST = `sha256:${createHash('sha256').update(MANIFEST).digest('hex')}`;

/** The script, with a registry that speaks the protocol of registries. */
describe('npm run pin:images', () => {
  let folder: string;
  let registry: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-images-'));
    await mkdir(join(folder, 'infra/docker'), { recursive: true });
    for (const file of ['docker-compose.yml', 'infra/docker/Dockerfile']) {
      await cp(join(ROOT, file), join(folder, file));
    }
  });
  afterEach(async () => {
    registry?.closeAllConnections();
    registry?.close();
    await rm(folder, { recursive: true });
  });

  async function pin(
    answers: RequestListener,
  ): Promise<{ code: number | null; said: string; files: string[] }> {
    registry = createServer(answers).listen(0, '127.0.0.1');
    await once(registry, 'listening');
    const url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
    const child = spawn(
      process.execPath,
      ['--import', './libs/testing/typescript-in-node.js', 'test/supply-chain/pin-images.ts'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH, IMAGES_ROOT: folder, IMAGES_REGISTRY: url },
      },
    );
    let said = '';
    child.stdout.on('data', (text) => (said += String(text)));
    const [code] = (await once(child, 'exit')) as [number | null];
    const files = ['docker-compose.yml', 'infra/docker/Dockerfile'].map((file) =>
      readFile(join(folder, file), 'utf8'),
    );
    return { code, said, files: await Promise.all(files) };
  }

  const asked: string[] = [];
  /** Gives manifests to whoever has fetched a token before, as Docker Hub does. */
  const giving =
    (digest = DIGEST): RequestListener =>
    (request, response) => {
      const url = new URL(request.url ?? '', `http://${request.headers.host}`);
      if (url.pathname === '/token') {
        response.end(JSON.stringify({ token: `for ${url.searchParams.get('scope')}` }));
      } else if (request.headers.authorization?.startsWith('Bearer for repository:') !== true) {
        const scope = `repository:${url.pathname.split('/').slice(2, -2).join('/')}:pull`;
        response.writeHead(401, {
          'www-authenticate': `Bearer realm="http://${request.headers.host}/token",service="spec",scope="${scope}"`,
        });
        response.end();
      } else {
        asked.push(url.pathname);
        response.writeHead(200, { 'docker-content-digest': digest });
        response.end(MANIFEST);
      }
    };

  it('writes the digest behind each image of others, once, however often it is run', async () => {
    const { code, said, files } = await pin(giving());
    const [compose, dockerfile] = files;
    expect(code).toBe(0);
    expect(asked).toContain('/v2/library/postgres/manifests/18-alpine');
    expect(asked).toContain('/v2/eventstore/eventstore/manifests/24.10');
    expect(compose).toContain(`image: postgres:18-alpine@${DIGEST}\n`);
    expect(dockerfile).toContain(`FROM node:24-bookworm-slim@${DIGEST} AS build`);
    expect(compose).toContain('image: lindung\n');
    expect(compose!.match(/^ *image: .*/gm)!.filter((line) => !line.includes(DIGEST))).toEqual([
      '  image: lindung',
    ]);
    expect(said).toContain(`postgres:18-alpine: ${DIGEST}`);
    registry!.close();
    expect((await pin(giving())).files).toEqual(files);
  });

  it('pins nothing that the registry did not give', async () => {
    const before = await Promise.all(
      ['docker-compose.yml', 'infra/docker/Dockerfile'].map((file) => readFile(join(folder, file), 'utf8')),
    );
    for (const answers of [
      giving(`sha256:${'0'.repeat(64)}`),
      ((_request, response) => response.writeHead(503).end()) as RequestListener,
      ((request) => void request.socket.destroy()) as RequestListener,
    ]) {
      const { code, said, files } = await pin(answers);
      expect(code).toBe(1);
      expect(said).toMatch(/postgres:18-alpine: NOT PINNED: /);
      expect(files).toEqual(before);
      registry!.closeAllConnections();
      registry!.close();
    }
  });
});
