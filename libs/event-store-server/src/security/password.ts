import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const HASH_BYTES = 32;
const SALT_BYTES = 16;
const scryptHash = promisify<string, Buffer, number, Buffer>(scrypt);

/** Hashes a password for a users file: `scrypt$<salt>$<hash>`, both in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await scryptHash(password, salt, HASH_BYTES);
  return `scrypt$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** True when this is the password that was hashed. */
export async function isPassword(hashed: string, password: string): Promise<boolean> {
  const [kind, salt, hash] = hashed.split('$');
  if (kind !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const expected = Buffer.from(hash, 'base64');
  const actual = await scryptHash(password, Buffer.from(salt, 'base64'), HASH_BYTES);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
