import { once } from 'node:events';
import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type JWK, SignJWT, exportJWK, generateKeyPair } from 'jose';
import { eventually } from '#testing';
import type { IssuerKeysLimits } from './issuer-keys.js';
import { type TokenVerifier, tokenVerifier } from './token-verifier.js';

const [ISSUER, AUDIENCE] = ['https://issuer.example', 'lindung'];
const NO_COOLDOWN = { cooldownMs: 0 };

/** A key pair of an issuer. */
async function keyPair(kid?: string, alg = 'ES256') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), ...(kid && { kid }) };
  let signed = 0;
  const sign = (claims: Record<string, unknown> = {}) =>
    new SignJWT({
      roles: ['registrar'],
      iss: ISSUER,
      aud: AUDIENCE,
      sub: `s-${signed++}`,
      ...inAnHour(),
      ...claims,
    })
      .setProtectedHeader({ alg, ...(kid && { kid }) })
      .sign(privateKey);
  return { jwk, sign };
}

const seconds = () => Math.floor(Date.now() / 1000);
const inAnHour = () => ({ exp: seconds() + 3600 });

describe('The keys of an issuer', () => {
  let server: Server;
  let answer: (response: ServerResponse) => unknown;
  let fetches: number;

  beforeEach(async () => {
    fetches = 0;
    server = createServer((_request, response) => {
      fetches++;
      answer(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  const publishes = (...keys: unknown[]) => {
    answer = (response) => response.end(JSON.stringify({ keys }));
  };
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
  const verifier = (limits: IssuerKeysLimits = {}): TokenVerifier =>
    tokenVerifier({ issuer: ISSUER, audience: AUDIENCE, jwksUrl: url() }, { timeoutMs: 200, ...limits });
  const statusOf = (verified: Promise<unknown>) =>
    verified.then(
      () => 200,
      ({ status }: { status: number }) => status,
    );

  /** What an issuer may do in place of answering with its keys. */
  const AWAY: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
    'an error': (response) => response.writeHead(500).end('{}'),
    'a redirection': (response) => response.writeHead(302, { location: '/elsewhere' }).end(),
    'no keys': (response) => response.end('{"keys":[]}'),
    'keys that do not sign': (response) =>
      response.end(
        JSON.stringify({ keys: [{ kty: 'oct', k: 'AAAA' }, { kty: 'EC', crv: 'P-256', x: '!' }, null] }),
      ),
    'something else': (response) => response.end('<html>'),
    'something without keys': (response) => response.end('{}'),
    'no end': (response) => {
      const more = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(more));
    },
    'far too much': (response) => response.end(`"${'x'.repeat(2 * 1024 * 1024)}"`),
    'nothing at all': () => {},
    'a broken connection': (response) => response.destroy(),
  };

  it.each(Object.entries(AWAY))('stay in use while the issuer answers with %s', async (_what, bad) => {
    const known = await keyPair('k-1');
    publishes(known.jwk);
    const verify = verifier({ freshForMs: 0, patienceMs: 20, ...NO_COOLDOWN });
    await verify(await known.sign());
    answer = bad;
    expect(await statusOf(verify(await known.sign()))).toBe(200);
    await eventually('the issuer was asked', () => fetches > 1);
    expect(await statusOf(verify(await known.sign()))).toBe(200);
    // Whether this key is one of the issuer's, nobody can tell now.
    expect(await statusOf(verify(await (await keyPair('k-2')).sign()))).toBe(503);
  });

  it.each(Object.entries(AWAY))(
    'are not known when the first answer is %s: 503, until they are',
    async (_what, bad) => {
      const known = await keyPair('k-1');
      answer = bad;
      const verify = verifier(NO_COOLDOWN);
      expect(await statusOf(verify(await known.sign()))).toBe(503);
      publishes(known.jwk);
      expect(await statusOf(verify(await known.sign()))).toBe(200);
    },
  );

  it('are replaced by newer ones: a key that was taken back is believed no more', async () => {
    const [old, fresh] = [await keyPair('k-1'), await keyPair('k-2')];
    publishes(old.jwk);
    const verify = verifier({ freshForMs: 0, ...NO_COOLDOWN });
    expect(await statusOf(verify(await old.sign()))).toBe(200);
    publishes(fresh.jwk);
    expect(await statusOf(verify(await fresh.sign()))).toBe(200);
    expect(await statusOf(verify(await old.sign()))).toBe(401);
  });

  it('are fetched again for a key that nobody knows, once in a while however many ask', async () => {
    const [old, fresh] = [await keyPair('k-1'), await keyPair('k-2')];
    publishes(old.jwk);
    const verify = verifier({ cooldownMs: 60_000 });
    await verify(await old.sign());
    publishes(old.jwk, fresh.jwk);
    const strangers = await Promise.all(Array.from({ length: 20 }, (_, n) => keyPair(`x-${n}`)));
    const refused = await Promise.all(strangers.map(async ({ sign }) => statusOf(verify(await sign()))));
    expect(new Set(refused)).toEqual(new Set([401]));
    expect(fetches).toBe(1);
  });

  it('that came since the last fetch are found at once', async () => {
    const [old, fresh] = [await keyPair('k-1'), await keyPair('k-2')];
    publishes(old.jwk);
    const verify = verifier(NO_COOLDOWN);
    await verify(await old.sign());
    publishes(old.jwk, fresh.jwk);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => fresh.sign()));
    expect(await Promise.all(tokens.map((token) => statusOf(verify(token))))).toEqual(tokens.map(() => 200));
    expect(fetches).toBeLessThan(5);
  });

  it('are all tried for a token that does not name its key', async () => {
    const nameless = [await keyPair(), await keyPair(), await keyPair(undefined, 'RS256'), await keyPair()];
    publishes(...nameless.map(({ jwk }, n) => ({ ...jwk, kid: `k-${n}` })));
    const verify = verifier(NO_COOLDOWN);
    for (const { sign } of nameless) expect(await statusOf(verify(await sign()))).toBe(200);
    expect(await statusOf(verify(await (await keyPair()).sign()))).toBe(401);
    const late = await keyPair();
    publishes(...nameless.map(({ jwk }) => jwk), late.jwk);
    expect(await statusOf(verify(await late.sign()))).toBe(200);
  });

  it('that are one among others which cannot be used are used', async () => {
    const known = await keyPair('k-1');
    publishes({ kty: 'EC', crv: 'P-256', kid: 'broken', x: 'x', y: 'y' }, 'nonsense', known.jwk);
    expect(await statusOf(verifier()(await known.sign()))).toBe(200);
  });

  describe('do not make up for claims without bounds', () => {
    const DAY = 24 * 60 * 60;

    it.each<[string, () => Record<string, unknown>, number]>([
      ['an end in a month', () => ({ exp: seconds() + 31 * DAY }), 200],
      ['an end after more than a month', () => ({ exp: seconds() + 32 * DAY }), 401],
      ['an end beyond all time', () => ({ exp: 1e300 }), 401],
      ['an end that is no number', () => ({ exp: '2030' }), 401],
      ['a beginning now', () => ({ iat: seconds() }), 200],
      ['a beginning in the future', () => ({ iat: seconds() + 60 }), 401],
      ['a beginning before all time', () => ({ iat: -1e300 }), 401],
      ['a beginning that is no number', () => ({ iat: 'now' }), 401],
      ['no subject', () => ({ sub: '' }), 401],
      ['a subject of blanks', () => ({ sub: '   ' }), 401],
      ['a subject with blanks around it', () => ({ sub: ' a' }), 401],
      ['a subject with a control character', () => ({ sub: 'a\u0007' }), 401],
      ['the subject of a process', () => ({ sub: 'Process:claim-payment' }), 401],
      ['a subject of two lines', () => ({ sub: 'a\nb' }), 401],
      ['a subject with something that nobody sees', () => ({ sub: 'a\u200bb' }), 401],
      ['a subject that turns the text around', () => ({ sub: 'a\u202eb' }), 401],
      ['a subject written in another form', () => ({ sub: 'e\u0301' }), 401],
      ['half a character', () => ({ sub: 'a\ud800' }), 401],
      ['a subject as long as a letter', () => ({ sub: 'a'.repeat(201) }), 401],
      ['a subject that is no text', () => ({ sub: 7 }), 401],
      ['a subject as identity providers give it', () => ({ sub: 'auth0|a.b@example' }), 200],
      ['an office with a control character', () => ({ office: 'a\u0000' }), 401],
      ['an office that nobody sees', () => ({ office: '\u200b' }), 401],
    ])('%s', async (_what, claims, status) => {
      const known = await keyPair('k-1');
      publishes(known.jwk);
      expect(await statusOf(verifier()(await known.sign(claims())))).toBe(status);
    });
  });
});
