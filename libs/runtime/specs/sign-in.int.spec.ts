import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, generateKeyPair } from 'jose';
import type { Role } from '#kernel';
import { DEV_AUDIENCE, DEV_ISSUER } from '#http';
import { answerOn, openRequest } from './raw-request.js';
import { type Things, startThings } from './things-app.js';

describe('Signing in', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  const me = (authorization?: string) =>
    things.ask('/things/me', { headers: authorization ? { authorization } : {} });

  it('tells the controller who asks, from the claims of the token', async () => {
    const { status, body } = await things.get('/things/me', {
      role: 'auditor',
      subject: 'a-17',
      office: 'CIKARANG',
    });
    expect(status).toBe(200);
    expect(body).toEqual({ id: 'a-17', roles: ['auditor'], office: 'CIKARANG' });
  });

  it('challenges a request without a token, with no error code (RFC 6750 section 3.1)', async () => {
    const { status, headers, body } = await me();
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="lindung"');
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'UNAUTHORIZED', allowed: ['Authorization: Bearer <token>'] });
  });

  it.each([
    ['something that is no bearer token', 'Basic dXNlcjpwYXNz'],
    ['a bearer token that is no JWT', 'Bearer abc'],
    ['an unsigned token', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZXMiOlsiYXVkaXRvciJdfQ.'],
  ])('refuses %s', async (_what, authorization) => {
    const { status, headers } = await me(authorization);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('refuses a token that has expired', async () => {
    const { status, body } = await things.get('/things/me', { role: 'auditor', expiresIn: -60 });
    expect(status).toBe(401);
    expect(body.detail).toBe('The token has expired');
  });

  it('says so in Indonesian, but in a header that takes ASCII only in English', async () => {
    const asked = { 'accept-language': 'id' };
    const { headers, body } = await things.get('/things/me', { role: 'auditor', expiresIn: -60 }, asked);
    expect(body.detail).toBe('Token sudah kedaluwarsa');
    expect(headers.get('www-authenticate')).toContain('error_description="The token has expired"');
  });

  it('does not believe that somebody is the process manager, whoever signed it', async () => {
    const { status, body } = await things.get('/things/me', { role: 'system' as Role });
    expect(status).toBe(403);
    expect(body.detail).toBe('The token names no role of Lindung');
  });

  it('says who acts for which facility, and refuses a PLKK that names none', async () => {
    const facility = '7d3c1c10-0000-4000-8000-000000000001';
    const named = await things.get('/things/me', { role: 'plkk', facility });
    expect(named).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    for (const none of [undefined, 'RS Contoh', '']) {
      const { status, body } = await things.get('/things/me', { role: 'plkk', facility: none });
      expect({ status, detail: body.detail }).toEqual({
        status: 401,
        detail: 'The token is for a PLKK and names no facility: its claim `facility` must be the id of one',
      });
    }
  });

  it.each<[Role, Role]>([
    ['registrar', 'adjudicator'],
    ['adjudicator', 'finance'],
    ['auditor', 'registrar'],
    ['plkk', 'reporting'],
  ])('refuses somebody who is %s and %s at once, and says why', async (role, other) => {
    const { status, body } = await things.get('/things/me', { role, also: [other] });
    expect(status).toBe(403);
    expect(body.detail).toContain(`Nobody may hold `);
    expect(body.allowed).toHaveLength(2);
  });

  const foreign = async (change: (jwt: SignJWT) => SignJWT) => {
    const { privateKey } = await generateKeyPair('ES256');
    const kid = (things.issuer.jwks().keys[0] ?? {}).kid;
    const jwt = new SignJWT({ roles: ['auditor'], office: 'X' })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(DEV_ISSUER)
      .setAudience(DEV_AUDIENCE)
      .setSubject('x')
      .setExpirationTime('1h');
    return `Bearer ${await change(jwt).sign(privateKey)}`;
  };

  it('refuses a token signed with another key under the same key id', async () => {
    expect((await me(await foreign((jwt) => jwt))).status).toBe(401);
  });

  it('names the roles that may, to someone with another role', async () => {
    const { status, headers, body } = await things.get('/things/me', { role: 'registrar' });
    expect(status).toBe(403);
    expect(headers.get('www-authenticate')).toContain('insufficient_scope');
    expect(body).toMatchObject({ code: 'FORBIDDEN', allowed: ['adjudicator', 'auditor'] });
  });

  it('lets everyone use what is public', async () => {
    expect((await things.ask('/health/live')).status).toBe(200);
  });
});

describe('When the issuer cannot be reached', () => {
  it('answers 503 and when to try again, instead of blaming the token', async () => {
    const things = await startThings({ AUTH_JWKS_URL: 'http://127.0.0.1:9/jwks.json' });
    try {
      const { status, headers, body } = await things.get('/things/me', { role: 'auditor' });
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('5');
      expect(body.code).toBe('ISSUER_UNREACHABLE');
    } finally {
      await things.stop();
    }
  });
});

describe('When the token is for someone else', () => {
  it.each([
    ['another audience', { AUTH_AUDIENCE: 'another-system' }],
    ['another issuer', { AUTH_ISSUER: 'https://issuer.example' }],
  ])('refuses a token of %s', async (_what, environment) => {
    const things = await startThings(environment);
    try {
      expect((await things.get('/things/me', { role: 'auditor' })).status).toBe(401);
    } finally {
      await things.stop();
    }
  });
});

describe('The development issuer', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  const request = async (body: object) => {
    const response = await fetch(`${things.issuerUrl}/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  it('gives a token for a role that the other apps believe', async () => {
    const { status, body } = await request({ role: 'auditor', subject: 'a-1', expiresIn: 60 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 60 });
    const answer = await things.ask('/things/me', {
      headers: { authorization: `Bearer ${String(body.access_token)}` },
    });
    expect(answer.body).toEqual({ id: 'a-1', roles: ['auditor'], office: 'BEKASI' });
  });

  it('says which roles there are to someone who asks for another', async () => {
    const { status, body } = await request({ role: 'king' });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      expect.objectContaining({ field: 'role', allowed: expect.arrayContaining(['registrar', 'reporting']) }),
    ]);
  });

  it.each([
    ['localhost', 200],
    ['LOCALHOST:3002', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:3002', 200],
    ['attacker.example', 421],
    ['attacker.example:3002', 421],
    ['127.0.0.1.attacker.example', 421],
    ['localhost.attacker.example', 421],
    ['0.0.0.0', 421],
    ['2130706433', 421],
    ['localhost@attacker.example', 421],
    ['', 421],
  ])('gives its token under names of this machine only: Host %s', async (host, status) => {
    for (const [method, path, body] of [
      ['POST', '/token', '{"role":"auditor"}'],
      ['GET', '/jwks.json', ''],
    ] as const) {
      const socket = await openRequest(things.issuerUrl, [
        `${method} ${path} HTTP/1.1`,
        `Host: ${host}`,
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
      ]);
      socket.write(body);
      const answer = await answerOn(socket);
      expect(answer.status).toBe(status);
      if (status !== 200) expect(answer.body).toContain('HOST_NOT_LOCAL');
      socket.destroy();
    }
  });

  it('never publishes the private half of its key', () => {
    expect(Object.keys(things.issuer.jwks().keys[0] ?? {}).sort()).toEqual([
      'alg',
      'crv',
      'kid',
      'kty',
      'use',
      'x',
      'y',
    ]);
  });
});
