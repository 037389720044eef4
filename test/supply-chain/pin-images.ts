import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes behind each image of other makers the digest that its tag has now, so that nobody can put another image under the same
 * name: `npm run pin:images`. A digest is written only when the registry gave the manifest that has it; an image whose
 * registry does not answer stays as it is, and the script says so and fails.
 *   IMAGES_ROOT, IMAGES_REGISTRY: for specs, the folder of the files and the registry in place of Docker Hub
 */
const ROOT = process.env.IMAGES_ROOT ?? join(import.meta.dirname, '../..');
const HUB = process.env.IMAGES_REGISTRY ?? 'https://registry-1.docker.io';
const FILES = ['docker-compose.yml', 'infra/docker/Dockerfile'];

/** `image: postgres:18-alpine@sha256:…` or `FROM node:24-bookworm-slim AS build`; our own image has no tag. */
const REFERENCE = /^( *image: |FROM )([\w./-]+:[\w.-]+)(@sha256:[0-9a-f]{64})?/gm;

const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const PATIENCE_MS = 20_000;

const digests = new Map<string, string>();
for (const image of new Set(
  FILES.flatMap((file) => [...textOf(file).matchAll(REFERENCE)].map(([, , name]) => name!)),
)) {
  try {
    const digest = await digestOf(image);
    digests.set(image, digest);
    process.stdout.write(`${image}: ${digest}\n`);
  } catch (error) {
    const { message, cause } = error as Error;
    process.stdout.write(`${image}: NOT PINNED: ${cause instanceof Error ? cause.message : message}\n`);
    process.exitCode = 1;
  }
}
for (const file of FILES) {
  const text = textOf(file);
  const pinned = text.replaceAll(REFERENCE, (whole, before: string, image: string) => {
    const digest = digests.get(image);
    return digest === undefined ? whole : `${before}${image}@${digest}`;
  });
  if (pinned !== text) writeFileSync(join(ROOT, file), pinned);
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** @throws when the registry does not answer, or answers with something else than it says */
async function digestOf(image: string): Promise<string> {
  const [path = '', tag = ''] = image.split(':');
  const [host = '', ...rest] = path.split('/');
  const isElsewhere = rest.length > 0 && host.includes('.');
  const registry = isElsewhere ? `https://${host}` : HUB;
  const repository = isElsewhere ? rest.join('/') : rest.length > 0 ? path : `library/${path}`;
  const response = await ask(`${registry}/v2/${repository}/manifests/${tag}`);
  if (!response.ok) throw new Error(`the registry answered ${response.status}`);
  const digest = `sha256:${createHash('sha256')
    .update(Buffer.from(await response.arrayBuffer()))
    .digest('hex')}`;
  const said = response.headers.get('docker-content-digest');
  if (said !== null && said !== digest) throw new Error(`the registry says ${said} of what is ${digest}`);
  return digest;
}

/** Asks, and where a token is wanted for everybody, fetches one and asks again. */
async function ask(url: string, token?: string): Promise<Response> {
  const headers = { accept: MANIFESTS, ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
  const wanted = response.headers.get('www-authenticate');
  if (response.status !== 401 || token !== undefined || !wanted?.startsWith('Bearer ')) return response;
  const { realm = '', ...query } = Object.fromEntries(
    [...wanted.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
  const given = await fetch(`${realm}?${String(new URLSearchParams(query))}`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { token: fresh, access_token: other } = (await given.json()) as Record<string, string | undefined>;
  return ask(url, fresh ?? other ?? '');
}
