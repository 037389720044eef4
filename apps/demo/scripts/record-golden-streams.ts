import 'reflect-metadata';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STREAMS } from '#contexts';
import { EventCodec, EventStore, type RecordedEvent, followTo } from '#event-store';
import { PersonKeyRing } from '#key-ring';
import { SqliteKeyStore } from '#key-store';
import { dataFolder, secretsIn } from '../../standalone/src/data-folder.js';
import { connectLindung } from '../src/lindung-client.js';
import { narrator } from '../src/narrator.js';
import { playStory } from '../src/story.js';
import { type Standalone, startStandalone } from '../../standalone/src/start-standalone.js';

/**
 * Adds golden streams to `test/compatibility/streams` for event types that have none yet: plays the demonstration and keeps
 * the shortest streams that show them, opened. Files that exist are never changed: they are what old logs hold.
 * Run from the root of the repository.
 */
const FOLDER = 'test/compatibility/streams';

interface GoldenEvent {
  readonly type: string;
  readonly schema: number;
  readonly data: object;
}

const dir = await mkdtemp(join(tmpdir(), 'lindung-golden-'));
const system = await startStandalone({
  dataDir: dir,
  freePorts: true,
  durable: false,
  allowClockHeader: true,
  logLevel: 'silent',
});
try {
  await playStory(
    connectLindung(system),
    narrator(() => {}),
  );
  await mkdir(FOLDER, { recursive: true });
  const known = new Set((await readdir(FOLDER)).flatMap((file) => file.split('.')[0]!));
  for (const [category, streams] of await streamsByCategory(system)) {
    if (known.has(category)) continue;
    for (const [index, events] of fewestStreams(streams).entries()) {
      const file = `${FOLDER}/${category}.${index + 1}.json`;
      await writeFile(file, `${JSON.stringify({ category, events }, undefined, 2)}\n`);
      process.stdout.write(`${file}: ${events.map(({ type }) => type).join(', ')}\n`);
    }
  }
} finally {
  await system.stop();
  await rm(dir, { recursive: true });
}

async function streamsByCategory({ eventStoreUrl }: Standalone): Promise<Map<string, GoldenEvent[][]>> {
  const folder = dataFolder(dir);
  const { LINDUNG_MASTER_KEY: masterKey } = await secretsIn(folder);
  const keys = SqliteKeyStore.open(folder.keys);
  const keyRing = new PersonKeyRing({ store: keys, masterKey: Buffer.from(masterKey, 'base64') });
  const store = EventStore.at(eventStoreUrl, new EventCodec(keyRing, STREAMS));
  try {
    return groupByStream(await everything(store));
  } finally {
    await store.close();
    await keys.close();
  }
}

async function everything(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const { events: batch } of followTo(store, null, await store.lastPosition()))
    events.push(...batch);
  return events;
}

function groupByStream(events: readonly RecordedEvent[]): Map<string, GoldenEvent[][]> {
  const streams = new Map<string, GoldenEvent[]>();
  for (const { streamId, type, data, metadata } of events) {
    const stream = streams.get(streamId) ?? [];
    stream.push({ type, schema: metadata.schema, data });
    streams.set(streamId, stream);
  }
  const categories = new Map<string, GoldenEvent[][]>();
  for (const [streamId, stream] of streams) {
    const category = streamId.slice(0, streamId.indexOf('-'));
    categories.set(category, [...(categories.get(category) ?? []), stream]);
  }
  return categories;
}

/** The streams, richest first, that together show every type the category has. */
function fewestStreams(streams: readonly GoldenEvent[][]): GoldenEvent[][] {
  const shown = new Set<string>();
  const news = (stream: GoldenEvent[]) =>
    new Set(stream.map(({ type }) => type).filter((type) => !shown.has(type))).size;
  const chosen: GoldenEvent[][] = [];
  for (;;) {
    const [best] = [...streams].sort((a, b) => news(b) - news(a) || a.length - b.length);
    if (!best || news(best) === 0) return chosen;
    chosen.push(best);
    for (const { type } of best) shown.add(type);
  }
}
