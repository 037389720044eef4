import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEV_AUDIENCE, DEV_ISSUER, DevIssuer } from './dev-issuer.js';
import { type TokenVerifier, tokenVerifier } from './token-verifier.js';

const MINUTE = 60_000;

describe('A token that was checked', () => {
  let folder: string;
  let issuer: DevIssuer;
  let verify: TokenVerifier;
  const server = createServer((_request, response) => response.end(JSON.stringify(issuer.jwks())));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-issuer-'));
    issuer = await DevIssuer.at(folder);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
    verify = tokenVerifier({ issuer: DEV_ISSUER, audience: DEV_AUDIENCE, jwksUrl });
  });
  afterEach(() => void jest.useRealTimers());
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const later = (ms: number) => {
    jest.useFakeTimers({
      now: Date.now() + ms,
      doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'],
    });
  };

  it('is believed again, and is not once it has expired', async () => {
    const token = await issuer.sign({ role: 'registrar', expiresIn: 30 });
    const actor = await verify(token);
    expect(actor).toMatchObject({ id: 'dev-registrar', roles: ['registrar'] });
    expect(await verify(token)).toBe(actor);
    later(40_000);
    await expect(verify(token)).rejects.toMatchObject({
      status: 401,
      told: { words: { en: 'The token has expired' } },
    });
  });

  it('is looked at again after a minute', async () => {
    const token = await issuer.sign({ role: 'auditor' });
    const actor = await verify(token);
    later(MINUTE + 1);
    const again = await verify(token);
    expect(again).toEqual(actor);
    expect(again).not.toBe(actor);
  });

  it('tells how far a supervisor decides, and nothing of anybody else', async () => {
    const actorOf = async (token: Parameters<typeof issuer.sign>[0]) => verify(await issuer.sign(token));
    expect(await actorOf({ role: 'supervisor', authority: 4 })).toMatchObject({ authority: 4 });
    expect(await actorOf({ role: 'supervisor' })).not.toHaveProperty('authority');
    await expect(actorOf({ role: 'adjudicator', authority: 2 })).rejects.toMatchObject({ status: 401 });
  });

  it('lends nothing to another with the same words and another signature', async () => {
    const token = await issuer.sign({ role: 'finance' });
    await verify(token);
    const [head, body, signature = ''] = token.split('.');
    const forged = [
      head,
      body,
      signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`,
    ];
    await expect(verify(forged.join('.'))).rejects.toMatchObject({ status: 401 });
  });

  it('is forgotten when a thousand others have come since', async () => {
    const first = await issuer.sign({ role: 'registrar', subject: 'first' });
    const actor = await verify(first);
    for (let n = 0; n < 1000; n++) await verify(await issuer.sign({ role: 'registrar', subject: `s-${n}` }));
    expect(await verify(first)).not.toBe(actor);
  });
});
