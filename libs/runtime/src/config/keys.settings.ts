import { matching } from '#kernel';
import { MADE_BY_CHANCE, PATH, bytes } from './setting-rules.js';
import { FromEnvironment } from './setting.decorator.js';

const KEY_STORE_ADDRESS = matching({
  name: 'keyStoreAddress',
  words: {
    en: 'file:///… for a folder of this machine, or http(s)://… of a key store',
    id: 'file:///… untuk folder di mesin ini, atau http(s)://… dari key store',
  },
  pattern: /^(file:\/\/\/|https?:\/\/)\S+$/,
});

/** Shared by two programs. */
const PROGRAM_TOKEN = { holds: bytes(32, 64), inProduction: MADE_BY_CHANCE, secret: true };

/** What opens the keys of persons; where they are kept nobody has it. Losing it loses every personal field in the log. */
export class KeyRingConfig {
  @FromEnvironment('LINDUNG_MASTER_KEY', {
    description: 'Encrypts the keys of persons; make one with `openssl rand -base64 32`',
    holds: bytes(32, 32),
    inProduction: MADE_BY_CHANCE,
    secret: true,
  })
  readonly masterKey!: Buffer;
}

/** Where the keys of persons are kept. */
export class KeyStoreConfig {
  @FromEnvironment('KEY_STORE_URL', {
    description: 'Where the keys of persons are',
    holds: KEY_STORE_ADDRESS,
  })
  readonly url!: string;

  @FromEnvironment('KEY_STORE_TOKEN', {
    description:
      'Tells the key store which program asks; needed unless the keys are in a folder of this machine',
    ...PROGRAM_TOKEN,
    optional: true,
  })
  readonly token?: Buffer;
}

/** What the key store itself reads. */
export class KeyStoreServerConfig {
  @FromEnvironment('KEY_STORE_DATA', {
    description: 'Folder of the keys: a disk of this machine, not one over a network',
    holds: PATH,
  })
  readonly directory!: string;

  @FromEnvironment('KEY_STORE_DESTROYED_LIST', {
    description:
      'File that lists which keys were destroyed, best on another disk; `destroyed.jsonl` in the folder of the keys',
    holds: PATH,
    optional: true,
  })
  readonly list?: string;
}

/** Which programs the key store answers. */
export class KeyStoreClientsConfig {
  @FromEnvironment('KEY_STORE_READER_TOKEN', {
    description: 'Token of programs that find keys: those that keep read models',
    ...PROGRAM_TOKEN,
  })
  readonly reader!: Buffer;

  @FromEnvironment('KEY_STORE_WRITER_TOKEN', {
    description: 'Token of programs that find and make keys: `command-api`, `process-manager`',
    ...PROGRAM_TOKEN,
  })
  readonly writer!: Buffer;

  @FromEnvironment('KEY_STORE_ERASER_TOKEN', {
    description: 'Token of whoever destroys keys: `lindung person erase`, `lindung keys …`',
    ...PROGRAM_TOKEN,
  })
  readonly eraser!: Buffer;
}

/** What ids are made with. */
export class SecretsConfig {
  @FromEnvironment('LINDUNG_ID_SECRET', {
    description:
      'Makes participant ids from NIKs; must never change. Make one with `openssl rand -base64 32`',
    holds: bytes(32, 256),
    inProduction: MADE_BY_CHANCE,
    secret: true,
  })
  readonly idSecret!: Buffer;
}
