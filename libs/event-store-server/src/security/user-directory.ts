import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Report } from '../monitoring/health.js';
import { LruMap } from '../storage/lru-map.js';
import { hashPassword, isPassword } from './password.js';
import { readUsers, type User } from './users-file.js';

/** How often the users file is looked at for changes, at most. */
const LOOK_EVERY_MS = 500;

/** Passwords that were right, remembered. */
const REMEMBERED = 1_000;

/**
 * Knows users by what a client sends with its calls. The users file is read again when it has changed, so that a user
 * can be added or removed under a running server.
 */
export class UserDirectory {
  private users: ReadonlyMap<string, User>;
  private changedMs: number;
  private lookedMs = performance.now();
  /** Hashing is slow on purpose; it is done once for each password, not for each call, and once for calls at a time. */
  private readonly verified = new LruMap<string, User>(REMEMBERED);
  private readonly underWay = new Map<string, Promise<User | undefined>>();
  /** Checked for names that do not exist, so that the time of an answer does not tell which ones do. */
  private readonly nobodysPassword = hashPassword('');

  /** @throws Error when the file cannot be read, or names nobody */
  constructor(
    private readonly file: string,
    private readonly report: Report,
  ) {
    this.changedMs = statSync(file).mtimeMs;
    this.users = byName(readUsers(file));
    if (this.users.size === 0) throw new Error(`${file} names no users`);
  }

  /** The user whose name and password an `Authorization: Basic` header carries, if they are right. */
  authenticate(header: string): Promise<User | undefined> {
    this.lookForChanges();
    const key = createHash('sha256').update(header).digest('base64');
    const known = this.verified.get(key);
    if (known !== undefined) return Promise.resolve(known);
    const running = this.underWay.get(key);
    if (running !== undefined) return running;
    const users = this.users;
    const check = this.check(header)
      .then((user) => {
        if (user !== undefined && users === this.users) this.verified.set(key, user);
        return user;
      })
      .finally(() => this.underWay.delete(key));
    this.underWay.set(key, check);
    return check;
  }

  private async check(header: string): Promise<User | undefined> {
    const credentials = credentialsIn(header);
    if (credentials === undefined) return undefined;
    const user = this.users.get(credentials.name);
    const hashed = user?.password ?? (await this.nobodysPassword);
    return (await isPassword(hashed, credentials.password)) ? user : undefined;
  }

  /** Whoever is known stays known while the file cannot be read; the operator hears of it once. */
  private lookForChanges(): void {
    if (performance.now() - this.lookedMs < LOOK_EVERY_MS) return;
    this.lookedMs = performance.now();
    const changedMs = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changedMs === this.changedMs) return;
    this.changedMs = changedMs;
    try {
      this.users = byName(readUsers(this.file));
      this.verified.clear();
      this.underWay.clear();
    } catch (error) {
      this.report('the users file cannot be read; the users known so far stay', error);
    }
  }
}

/** What an `Authorization: Basic` header holds. Whoever sends another one is, as with EventStoreDB, nobody in particular. */
export function credentialsIn(header: string): { name: string; password: string } | undefined {
  const [scheme, encoded] = header.split(' ');
  if (scheme?.toLowerCase() !== 'basic' || encoded === undefined) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 0) return undefined;
  return { name: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

function byName(users: readonly User[]): ReadonlyMap<string, User> {
  return new Map(users.map((user) => [user.name, user]));
}
