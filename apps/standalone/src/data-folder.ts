import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where everything is kept. */
export interface DataFolder {
  readonly root: string;
  readonly eventStore: string;
  readonly postgres: string;
  /** The keys of persons, wrapped. */
  readonly keys: string;
  /** The tree over the log. */
  readonly tree: string;
  /** Holds the key pair of the development issuer. */
  readonly issuer: string;
}

export function dataFolder(directory: string): DataFolder {
  const root = resolve(directory);
  return {
    root,
    eventStore: join(root, 'event-store'),
    postgres: join(root, 'postgres'),
    keys: join(root, 'keys'),
    tree: join(root, 'tree'),
    issuer: join(root, 'issuer'),
  };
}

const secretsFile = ({ root }: DataFolder) => join(root, 'secrets.json');

/**
 * Makes the folders, for their owner alone, and closes those that an earlier release left open. From now on this process makes
 * no file that others may read: the event store opens new ones for as long as it runs.
 */
export async function closeToOthers({ root, eventStore, keys, tree, issuer }: DataFolder): Promise<void> {
  process.umask(0o077);
  for (const path of [root, eventStore, keys, tree, issuer]) await mkdir(path, { recursive: true });
  // PostgreSQL looks after its own folder. The root may hold what is not ours.
  for (const path of [eventStore, keys, tree, issuer]) await chmod(path, 0o700);
}

/** Deletes what Lindung keeps there, and nothing else that may lie in the same folder. */
export async function emptyDataFolder(folder: DataFolder): Promise<void> {
  const { eventStore, postgres, keys, tree, issuer } = folder;
  for (const path of [eventStore, postgres, keys, tree, issuer, secretsFile(folder)]) {
    await rm(path, { recursive: true, force: true });
  }
}

/** Settings that must stay the same for as long as the data lives. */
export interface Secrets {
  readonly LINDUNG_MASTER_KEY: string;
  readonly LINDUNG_ID_SECRET: string;
  readonly TRANSPARENCY_SECRET: string;
}

/** Reads the secrets of this folder; makes them on first use, readable by the owner only. */
export async function secretsIn(folder: DataFolder): Promise<Secrets> {
  const made: Secrets = {
    LINDUNG_MASTER_KEY: newSecret(),
    LINDUNG_ID_SECRET: newSecret(),
    TRANSPARENCY_SECRET: newSecret(),
  };
  const file = secretsFile(folder);
  try {
    await writeSecrets(file, made);
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = JSON.parse(await readFile(file, 'utf8')) as Partial<Secrets>;
  const all = { ...made, ...kept };
  if (Object.keys(made).every((name) => name in kept)) return all;
  // A folder of an earlier release lacks what has been added since.
  await rm(`${file}.new`, { force: true });
  await writeSecrets(`${file}.new`, all);
  await rename(`${file}.new`, file);
  return all;
}

const writeSecrets = (file: string, secrets: Secrets): Promise<void> =>
  writeFile(file, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });

function newSecret(): string {
  return randomBytes(32).toString('base64');
}
