import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A user of the server. The password is kept only as a salted scrypt hash. */
export interface User {
  readonly name: string;
  /** Groups, which access lists name as roles. `$admins` may do everything, `$ops` manages persistent subscriptions. */
  readonly groups: readonly string[];
  /** Only of users from before there were groups: reads every stream, whatever access lists say, and changes nothing. */
  readonly rights?: 'read-only';
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
 * Reads a users file: JSON, `{ "users": [{ "name", "groups", "password" }] }`. A user from before there were groups has
 * `rights` instead, and may do what they allowed: who was `read-write` is in `$admins`, who was `read-only` stays that.
 *
 * @throws Error when there is no such file, or it holds something else
 */
export function readUsers(file: string): User[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const entries = typeof content === 'object' && content !== null && 'users' in content && content.users;
  const users = Array.isArray(entries) ? entries.map(readUser) : [undefined];
  if (!users.every((user) => user !== undefined)) {
    throw new Error(`${file} does not hold users as { "users": [{ "name", "groups", "password" }] }`);
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

function readUser(value: unknown): User | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, groups, rights, password } = value as Record<string, unknown>;
  if (typeof name !== 'string' || typeof password !== 'string') return undefined;
  if (rights === 'read-only') return { name, groups: [], rights, password };
  if (rights === 'read-write') return { name, groups: ['$admins'], password };
  const areNames = Array.isArray(groups) && groups.every((group) => typeof group === 'string');
  return rights === undefined && areNames ? { name, groups, password } : undefined;
}
