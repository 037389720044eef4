import { STREAMS } from '#contexts';
import { EventCodec, type EventStore, NO_KEYS } from '#event-store';
import { PersonKeyRing } from '#key-ring';
import { EventStoreConfig, Group, KeyRingConfig, loadConfig, storeAt } from '#runtime';
import { dataFolder, secretsIn } from '../../standalone/src/data-folder.js';
import { PORTS } from '../../standalone/src/ports.js';
import { dataFolderMeant, useKeyStore } from './use-key-store.js';

class LogConfig {
  @Group() readonly eventStore!: EventStoreConfig;
}

class MasterKeyConfig {
  @Group() readonly keyRing!: KeyRingConfig;
}

/** Which log is meant, for `dataFolderMeant` and `useLog`. */
export const OF_LOG = [
  '--data <directory>',
  'the data folder of `npm start`, which has to run; .data unless KEY_STORE_URL is set',
] as const;

/**
 * Works with the log of `EVENTSTORE_URL`, opening what is sealed: with the keys of a data folder of `npm start`, or with those that the
 * environment names. Of a folder the log is where `npm start` has it, unless the environment says otherwise.
 * @param folder the data folder; left out, the environment counts
 */
export async function useLog<Result>(
  folder: string | undefined,
  work: (log: EventStore) => Promise<Result>,
): Promise<Result> {
  const eventStore = logOf(folder);
  const masterKey = await masterKeyOf(folder);
  return useKeyStore(folder, async (store) => {
    const keyRing = new PersonKeyRing({ store, masterKey });
    const log = storeAt(eventStore, new EventCodec(keyRing, STREAMS));
    try {
      return await work(log);
    } finally {
      await log.close();
    }
  });
}

/** The same for whoever opens nothing: addresses of log and database in the environment are enough, without keys. */
export function folderToLookInto(named: string | undefined): string | undefined {
  const { EVENTSTORE_URL, DATABASE_URL } = process.env;
  return named === undefined && EVENTSTORE_URL && DATABASE_URL ? undefined : dataFolderMeant(named);
}

/**
 * Works with the same log and opens nothing of it: for whoever looks at what was recorded, and need not know of whom.
 * @param folder the data folder; left out, the environment counts
 */
export async function useSealedLog<Result>(
  folder: string | undefined,
  work: (log: EventStore) => Promise<Result>,
): Promise<Result> {
  const log = storeAt(logOf(folder), new EventCodec(NO_KEYS, STREAMS));
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}

function logOf(folder: string | undefined): EventStoreConfig {
  const usual = `esdb://127.0.0.1:${PORTS['event-store']}?tls=false`;
  const environment = { ...(folder !== undefined && { EVENTSTORE_URL: usual }), ...process.env };
  return loadConfig(LogConfig, environment).eventStore;
}

async function masterKeyOf(folder: string | undefined): Promise<Buffer> {
  if (folder === undefined) return loadConfig(MasterKeyConfig).keyRing.masterKey;
  const { LINDUNG_MASTER_KEY } = await secretsIn(dataFolder(folder));
  return Buffer.from(LINDUNG_MASTER_KEY, 'base64');
}
