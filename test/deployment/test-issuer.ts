import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { Role } from '#kernel';

/** An identity provider as an installation has one: whom it is asked for it knows. */
export interface TestIssuer {
  /** What apps read of it. */
  readonly settings: Readonly<Record<'AUTH_ISSUER' | 'AUTH_AUDIENCE' | 'AUTH_JWKS_URL', string>>;
  /** @param subject who it is, where it matters that it is somebody else */
  tokenFor(role: Role, subject?: string): Promise<string>;
  stop(): Promise<void>;
}

/** An issuer that apps believe in production as well, where the one for development is refused. */
export async function startTestIssuer(): Promise<TestIssuer> {
  const alg = 'ES256';
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [{ ...jwk, kid, alg, use: 'sig' }] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const [issuer, audience] = ['https://login.lindung.test', 'lindung'];
  return {
    settings: {
      AUTH_ISSUER: issuer,
      AUTH_AUDIENCE: audience,
      AUTH_JWKS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`,
    },
    tokenFor: (role, subject = `spec-${role}`) =>
      new SignJWT({ roles: [role], office: 'BEKASI' })
        .setProtectedHeader({ alg, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(privateKey),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
