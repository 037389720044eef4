import { STREAMS } from '#contexts';
import { EventCodec, EventStore } from '#event-store';
import { PersonKeyRing } from '#key-ring';
import { EventStoreConfig, Group, KeyRingConfig, loadConfig } from '#runtime';
import { dataFolder, secretsIn } from '../../standalone/src/data-folder.js';
import { PORTS } from '../../standalone/src/ports.js';
import { useKeyStore } from './use-key-store.js';

class LogConfig {
  @Group() readonly eventStore!: EventStoreConfig;
}

class MasterKeyConfig {
  @Group() readonly keyRing!: KeyRingConfig;
}

/**
 * Works with the log of `EVENTSTORE_URL`, opening what is sealed: with the keys of a data folder of `npm start`, or with those that the
 * environment names. Of a folder the log is where `npm start` has it, unless the environment says otherwise.
 * @param folder the data folder; left out, the environment counts
 */
export async function useLog<Result>(
  folder: string | undefined,
  work: (log: EventStore) => Promise<Result>,
): Promise<Result> {
  const { url, appendTimeoutMs: appendMs, readTimeoutMs: readMs } = await logOf(folder);
  const masterKey = await masterKeyOf(folder);
  return useKeyStore(folder, async (store) => {
    const keyRing = new PersonKeyRing({ store, masterKey });
    const log = EventStore.at(url, new EventCodec(keyRing, STREAMS), { appendMs, readMs });
    try {
      return await work(log);
    } finally {
      await log.close();
    }
  });
}

async function logOf(folder: string | undefined): Promise<EventStoreConfig> {
  const usual = `esdb://127.0.0.1:${PORTS['event-store']}?tls=false`;
  const environment = { ...(folder !== undefined && { EVENTSTORE_URL: usual }), ...process.env };
  return loadConfig(LogConfig, environment).eventStore;
}

async function masterKeyOf(folder: string | undefined): Promise<Buffer> {
  if (folder === undefined) return loadConfig(MasterKeyConfig).keyRing.masterKey;
  const { LINDUNG_MASTER_KEY } = await secretsIn(dataFolder(folder));
  return Buffer.from(LINDUNG_MASTER_KEY, 'base64');
}
