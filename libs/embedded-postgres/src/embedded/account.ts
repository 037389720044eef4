import { readFile, stat } from 'node:fs/promises';
import { errorCode } from './error-code.js';

/** The account PostgreSQL runs under; undefined where it runs as whoever runs Lindung. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** In this order. PostgreSQL refuses to run as root, and nearly every Linux has one of the two. */
const UNPRIVILEGED = ['postgres', 'nobody'];

/**
 * PostgreSQL never runs as root. For root, the owner of the existing data is chosen, or else `postgres` or `nobody`;
 * no account is made. On a machine that other services share, run Lindung as an ordinary user instead.
 * @throws when root has no such account, or when an ordinary user meets the data of somebody else
 */
export async function accountFor(clusterDir: string): Promise<Account | undefined> {
  const me = process.getuid?.();
  const owner = await ownerOf(clusterDir);
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new Error(
        `${clusterDir} belongs to user id ${owner.uid}: start Lindung as that user (or as root), or choose another directory`,
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return owner;
  const account = unprivilegedIn(await readFile('/etc/passwd', 'utf8'));
  if (account) return account;
  throw new Error(
    `PostgreSQL does not run as root and there is no account named ${UNPRIVILEGED.join(' or ')}: run Lindung as an ordinary user`,
  );
}

async function ownerOf(path: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @internal */
export function unprivilegedIn(passwd: string): Account | undefined {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  for (const name of UNPRIVILEGED) {
    const [, , uid, gid] = lines.find(([account]) => account === name) ?? [];
    if (uid && gid && uid !== '0') return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}
