import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { STREAMS } from '#contexts';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { EventCodec, EventStore, NO_KEYS } from '#event-store';
import { dropVersion, runFollower, waitForPosition } from '#followers';
import { PersonKeyRing } from '#key-ring';
import { SqliteKeyStore } from '#key-store';
import { kafkaJars, startLocalKafka } from '#local-kafka';
import { type Database, connectDatabase } from '#postgres';
import { publishedContracts } from '../../../apps/event-relay/src/published-contracts.js';
import type { Compression } from '../../../libs/publishing/src/compression.js';
import { kafkaPublisher } from '../../../libs/publishing/src/publisher.js';
import { RELAY, relayFollower } from '../../../libs/publishing/src/relay.js';
import { toCloudEvents } from '../../../libs/publishing/src/to-cloud-events.js';
import { makeTopics } from '../../../libs/publishing/src/topics.js';
import { fillLog } from '../projections/golden-log.js';
import { LONGEST_MS, MASTER_KEY, breakingLog, runBench, startLog } from '../log-bench.js';
import { type Figure, type Measurements, report, watchMemory } from '../report.js';
import { type RawBatch, sendRaw } from './raw-producer.js';

const HELP = `Measures how fast the relay publishes a log that holds every kind of event.

  npm run bench:relay -- [options]

  --events N   events in the log; 60,000
  --turns N    how often each side is measured; 3
  --only TEXT  ways of packing whose name holds this: none, gzip, zstd
  --json       the last line is the result as JSON
  --help       this

The relay begins with the first event: it reads and decodes the log, makes CloudEvents of what has a contract, publishes them to a
broker of Kafka on this machine and notes its place in PostgreSQL. Beside it stands bare kafkajs, idempotent and with acks=all as the
relay is, sending the same bytes in the same batches, which it has at hand. Both take turns. A rate is messages in a second.
`;

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '60000' },
    turns: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const PACKINGS = ['none', 'gzip', 'zstd'] as const satisfies readonly Compression[];
const topics = publishedContracts.map(({ topic }) => topic);

const { log, broken } = breakingLog((fields, message) =>
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
);

/** A log, a PostgreSQL and a broker with nothing else in them. */
interface Bench {
  readonly eventStoreUrl: string;
  readonly database: Database;
  readonly broker: string;
  readonly events: number;
}

await runBench({ help: options.help, usage: HELP }, main);

async function main(): Promise<void> {
  const jars = await kafkaJars();
  if (!jars.ready) throw new Error(`There is no broker: ${jars.reason}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-relay-'));
  const server = await startLog(folder);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), port: 0 });
  const database = connectDatabase({ url: postgres.url, maxConnections: 10, applicationName: 'bench' });
  const kafka = await startLocalKafka({ dataDir: join(folder, 'kafka') });
  try {
    await makeTopics({ brokers: [kafka.address], clientId: 'bench', log }, topics);
    const events = await filled(server.connectionString, folder);
    const bench = { eventStoreUrl: server.connectionString, database, broker: kafka.address, events };
    report(['messages/s', 'relay', 'bare kafkajs', 'ratio'], await measure(bench), options.json);
  } finally {
    await kafka.stop();
    await database.close();
    await postgres.stop();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function filled(eventStoreUrl: string, folder: string): Promise<number> {
  const store = SqliteKeyStore.open(join(folder, 'keys'));
  const codec = new EventCodec(new PersonKeyRing({ store, masterKey: MASTER_KEY }), STREAMS);
  try {
    return await fillLog(eventStoreUrl, codec, Number(options.events));
  } finally {
    await store.close();
  }
}

async function measure(bench: Bench): Promise<Measurements> {
  const memory = watchMemory();
  const batches = await batchesOf(bench);
  const messages = batches.reduce((sum, batch) => sum + batch.count, 0);
  const bytes = batches.reduce((sum, batch) => sum + batch.bytes, 0);
  const turns = Number(options.turns);
  const rows = [];
  const spent: Figure[] = [];
  for (const packing of PACKINGS.filter((name) => name.includes(options.only))) {
    await publishAll(bench, packing);
    await sendRaw(bench.broker, batches, packing);
    let [relay, raw, relayCpu, rawCpu] = [0, 0, 0, 0];
    for (let turn = 0; turn < turns; turn++) {
      const start = process.cpuUsage();
      relay += await publishAll(bench, packing);
      relayCpu += cpuSince(start);
      const then = process.cpuUsage();
      raw += await sendRaw(bench.broker, batches, packing);
      rawCpu += cpuSince(then);
    }
    const aMessage = (cpu: number) => Math.round(cpu / (messages * turns));
    spent.push(
      { name: `CPU of the relay a message, packed: ${packing}`, value: aMessage(relayCpu), unit: 'µs' },
      { name: `CPU of bare kafkajs a message, packed: ${packing}`, value: aMessage(rawCpu), unit: 'µs' },
    );
    const perSecond = (time: number) => Math.round((messages * turns) / time);
    rows.push({
      name: `packed: ${packing}`,
      perSecond: perSecond(relay),
      ceilingPerSecond: perSecond(raw),
      ratio: Number((raw / relay).toFixed(3)),
    });
  }
  return {
    rows,
    figures: [
      { name: 'events in the log', value: bench.events, unit: 'events' },
      { name: 'messages', value: messages, unit: 'messages' },
      ...spent,
      { name: 'a message', value: Math.round(bytes / messages), unit: 'bytes' },
      {
        name: 'peak resident memory of relay and bare client together',
        value: memory.peakMiB(),
        unit: 'MiB',
      },
    ],
  };
}

/** What this process has used since, µs: on a busy machine it says more than the time. */
function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** Without keys, as the relay is. */
function connected(eventStoreUrl: string): EventStore {
  return EventStore.at(eventStoreUrl, new EventCodec(NO_KEYS, STREAMS));
}

/** From the first event to the last; seconds until the place is noted. */
async function publishAll({ eventStoreUrl, database, broker }: Bench, compression: Compression) {
  await dropVersion(database, RELAY);
  const store = connected(eventStoreUrl);
  const publisher = kafkaPublisher({ brokers: [broker], clientId: 'bench', compression, log });
  const last = (await store.lastPosition())!;
  const stop = new AbortController();
  const start = performance.now();
  const relay = runFollower(relayFollower(publishedContracts, publisher), {
    store,
    database,
    signal: stop.signal,
    log,
  });
  await Promise.race([waitForPosition(database, RELAY, last, LONGEST_MS), broken]);
  const seconds = (performance.now() - start) / 1000;
  stop.abort();
  await relay.finished;
  await publisher.close();
  await store.close();
  return seconds;
}

/** What the relay sends, in its batches. */
async function batchesOf({ eventStoreUrl }: Bench): Promise<readonly RawBatch[]> {
  const store = connected(eventStoreUrl);
  const last = (await store.lastPosition())!;
  const categories = new Set(publishedContracts.flatMap((context) => context.categories));
  const stop = new AbortController();
  const batches: RawBatch[] = [];
  const reading = { categories, largest: 2_048, onlyCategories: true };
  for await (const { events, position } of store.follow(null, stop.signal, reading)) {
    const outgoing = events.flatMap((event) => toCloudEvents(publishedContracts, event));
    const messages = outgoing.map(({ topic, event }) => ({
      topic,
      key: event.partitionkey,
      value: JSON.stringify(event),
    }));
    const bytes = messages.reduce((sum, { value }) => sum + Buffer.byteLength(value), 0);
    if (messages.length > 0) batches.push({ messages, count: messages.length, bytes });
    if (position >= last) stop.abort();
  }
  await store.close();
  return batches;
}
