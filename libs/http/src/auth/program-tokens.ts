import { createHash, timingSafeEqual } from 'node:crypto';
import { type TokenVerifier, unauthorized } from './token-verifier.js';

/**
 * Tokens of programs, not of people: each is a secret that both sides know, and tells by its name which program asks.
 * @throws Error when two programs have the same; the verifier ProblemError 401 for any other
 */
export function programTokenVerifier(tokens: Readonly<Record<string, Buffer>>): TokenVerifier {
  const different = new Set(Object.values(tokens).map((token) => token.toString('base64')));
  if (different.size < Object.keys(tokens).length)
    throw new Error(`Cannot start: the tokens of ${Object.keys(tokens).join(', ')} must be different ones`);
  const known = Object.entries(tokens).map(([id, token]) => ({
    digest: digestOf(token.toString('base64')),
    actor: { id, roles: [], office: 'program' },
  }));
  return async (token) => {
    const asked = digestOf(token);
    const found = known.find(({ digest }) => timingSafeEqual(digest, asked));
    if (!found) throw unauthorized('INVALID');
    return found.actor;
  };
}

const digestOf = (token: string) => createHash('sha256').update(token).digest();
