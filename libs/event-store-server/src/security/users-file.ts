import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a user may do: read and subscribe, or write as well. */
export type Rights = 'read-only' | 'read-write';

/** A user of the server. The password is kept only as a salted scrypt hash. */
export interface User {
  readonly name: string;
  readonly rights: Rights;
  /** Made by `hashPassword`. */
  readonly password: string;
}

/** The users file that belongs to a data directory: a server on that directory takes it without being told. */
export function usersFileOf(directory: string): string {
  return join(directory, 'users.json');
}

/** The users file of a data directory, if it has one. */
export function usersFileIn(directory: string | undefined): string | undefined {
  if (directory === undefined) return undefined;
  const file = usersFileOf(directory);
  return existsSync(file) ? file : undefined;
}

/**
 * Reads a users file: JSON, `{ "users": [{ "name", "rights", "password" }] }`.
 *
 * @throws Error when there is no such file, or it holds something else
 */
export function readUsers(file: string): User[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const users = typeof content === 'object' && content !== null && 'users' in content && content.users;
  if (!Array.isArray(users) || !users.every(isUser)) {
    throw new Error(`${file} does not hold users as { "users": [{ "name", "rights", "password" }] }`);
  }
  return users;
}

/** The users of a file that may not have been made yet. */
export function readUsersIfAny(file: string): User[] {
  return existsSync(file) ? readUsers(file) : [];
}

/** Writes a users file that only its owner may read. It is replaced as a whole, never half-written. */
export function writeUsers(file: string, users: readonly User[]): void {
  const temporary = `${file}.new`;
  writeFileSync(temporary, `${JSON.stringify({ users }, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, file);
}

function isUser(value: unknown): value is User {
  if (typeof value !== 'object' || value === null) return false;
  const { name, rights, password } = value as Partial<User>;
  const hasRights = rights === 'read-only' || rights === 'read-write';
  return typeof name === 'string' && typeof password === 'string' && hasRights;
}
