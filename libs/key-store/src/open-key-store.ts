import { fileURLToPath } from 'node:url';
import type { KeyStore } from './key-store.js';
import { RemoteKeyStore } from './remote/remote-key-store.js';
import { SqliteKeyStore } from './sqlite/sqlite-key-store.js';

interface KeyStoreAddress {
  /** `file:///srv/lindung/keys`: a folder of this machine; `http://…` or `https://…`: a key store that runs there. */
  readonly url: string;
  /** For a key store that runs elsewhere. */
  readonly token?: string;
}

/**
 * The keys that an address names.
 * @throws Error when a folder cannot be opened, or the token is missing
 */
export function openKeyStore({ url, token }: KeyStoreAddress): KeyStore {
  if (url.startsWith('file:')) return SqliteKeyStore.open(fileURLToPath(url));
  if (token === undefined)
    throw new Error('KEY_STORE_TOKEN is missing: a key store does not answer strangers');
  return new RemoteKeyStore({ url, token });
}
