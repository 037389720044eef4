import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** What a user may do: read and subscribe, or write as well. */
export type Rights = 'read-only' | 'read-write';

/** A user of the server. The password is kept only as a salted scrypt hash. */
export interface User {
  readonly name: string;
  readonly rights: Rights;
  /** `scrypt$<salt>$<hash>`, both in base64. */
  readonly password: string;
}

const HASH_BYTES = 32;
const scryptHash = promisify<string, Buffer, number, Buffer>(scrypt);

/** Hashes a password for a users file. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
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

/**
 * Reads a users file: JSON, `{ "users": [{ "name", "rights", "password" }] }`.
 *
 * @throws Error when the file is not such a file
 */
export function readUsers(file: string): User[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const users = (content as { users?: unknown }).users;
  if (!Array.isArray(users) || !users.every(isUser)) {
    throw new Error(`${file} does not hold users as { "users": [{ "name", "rights", "password" }] }`);
  }
  return users;
}

/** Writes a users file that only its owner may read. It is replaced as a whole, never half-written. */
export function writeUsers(file: string, users: readonly User[]): void {
  const temporary = `${file}.new`;
  writeFileSync(temporary, `${JSON.stringify({ users }, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, file);
}

function isUser(value: unknown): value is User {
  const { name, rights, password } = value as Partial<User>;
  const hasRights = rights === 'read-only' || rights === 'read-write';
  return typeof name === 'string' && typeof password === 'string' && hasRights;
}

/** Looks up users by what a client sends; a password that was right once is not hashed again for every call. */
export class UserDirectory {
  private readonly users: ReadonlyMap<string, User>;
  private readonly verified = new Map<string, User>();

  constructor(users: readonly User[]) {
    this.users = new Map(users.map((user) => [user.name, user]));
  }

  /** The user whose name and password an `Authorization: Basic` header carries, if they are right. */
  async authenticate(header: string): Promise<User | undefined> {
    const key = createHash('sha256').update(header).digest('base64');
    const known = this.verified.get(key);
    if (known !== undefined) return known;
    const [scheme, encoded] = header.split(' ');
    if (scheme?.toLowerCase() !== 'basic' || encoded === undefined) return undefined;
    const decoded = Buffer.from(encoded, 'base64').toString('utf8');
    const colon = decoded.indexOf(':');
    const user = this.users.get(decoded.slice(0, colon));
    if (user === undefined || !(await isPassword(user.password, decoded.slice(colon + 1)))) return undefined;
    this.verified.set(key, user);
    return user;
  }
}
