import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keyFile, openKeyStore, type KeyStore } from '#key-store';
import { Group, KeyStoreConfig, loadConfig } from '#runtime';

class KeysConfig {
  @Group() readonly keyStore!: KeyStoreConfig;
}

/** Where `npm start` keeps everything unless it is told another place. */
const USUAL_FOLDER = '.data';

/**
 * Which installation is meant: the data folder of `npm start` that was named, or else that of the environment, or else the
 * usual folder where it is here.
 * @returns the folder; undefined when the environment counts
 * @throws Error when there is none
 */
export function dataFolderMeant(named: string | undefined): string | undefined {
  if (named !== undefined) return withKeys(named);
  if (process.env.KEY_STORE_URL) return undefined;
  if (existsSync(keyFile(join(USUAL_FOLDER, 'keys')))) return resolve(USUAL_FOLDER);
  throw new Error(
    `Which installation? Say --data DIR for the data folder of npm start (there is no ${USUAL_FOLDER} with keys here), or set KEY_STORE_URL, KEY_STORE_TOKEN and DATABASE_URL as they are set for command-api, the token being that of the eraser`,
  );
}

/** @throws Error when no keys were ever made there */
function withKeys(folder: string): string {
  if (existsSync(keyFile(join(folder, 'keys')))) return resolve(folder);
  const old = existsSync(join(folder, 'postgres'));
  throw new Error(
    old
      ? `${folder} is of an earlier release, which kept the keys in PostgreSQL: start it once with npm start -- --data ${folder}`
      : `${folder} is no data folder of npm start: there are no keys in it`,
  );
}

/** Works with the keys of a data folder, whether it runs or not, or with those that `KEY_STORE_URL` names. */
export async function useKeyStore<Result>(
  folder: string | undefined,
  work: (keys: KeyStore) => Promise<Result>,
): Promise<Result> {
  const keys = openKeyStore(folder === undefined ? addressOfEnvironment() : addressOf(folder));
  try {
    return await work(keys);
  } finally {
    await keys.close();
  }
}

const addressOf = (folder: string) => ({ url: pathToFileURL(join(folder, 'keys')).href });

function addressOfEnvironment() {
  const { url, token } = loadConfig(KeysConfig).keyStore;
  return { url, token: token?.toString('base64') };
}
