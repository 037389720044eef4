import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STREAMS } from '#contexts';
import { logIndex } from '#contexts/audits/read-models/log-index/log-index';
import { GetClaim } from '#contexts/claims/read-models/claim/claim.queries';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { EventCodec, EventStore, NO_KEYS } from '#event-store';
import {
  type FoldedStream,
  LOG_INDEX,
  LogPlaces,
  foldAbout,
  givenRows,
  historyOf,
  prepareReadModel,
  readModelFollower,
  runFollowers,
  waitForPosition,
} from '#followers';
import { type LocalDate, sightOf } from '#kernel';
import { PersonKeyRing } from '#key-ring';
import { SqliteKeyStore } from '#key-store';
import { type Database, connectDatabase } from '#postgres';
import { ReadModels, lookingBack } from '#runtime';
import type { Figure } from '../report.js';
import { LONGEST_MS, MASTER_KEY, breakingLog, startLog } from '../log-bench.js';
import { fillLog } from '../projections/golden-log.js';

/** How often each is asked, of another claim and another time. */
const QUESTIONS = 400;

/**
 * How long the history of a claim takes, and how long the claim as it was known at some time takes: streams found in the index, read
 * from the log, folded, and asked by the query of today. Everything is embedded, on this machine.
 */
export async function pastOfClaims(events: number): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lindung-bench-past-'));
  const server = await startLog(folder);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), port: 0 });
  const database = connectDatabase({ url: postgres.url, maxConnections: 10, applicationName: 'bench' });
  const keys = SqliteKeyStore.open(join(folder, 'keys'));
  const store = EventStore.at(server.connectionString, new EventCodec(NO_KEYS, STREAMS));
  try {
    const keyRing = new PersonKeyRing({ store: keys, masterKey: MASTER_KEY });
    const written = await fillLog(server.connectionString, new EventCodec(keyRing, STREAMS), events);
    const began = performance.now();
    await indexed(database, store);
    const rate = Math.round((written / (performance.now() - began)) * 1_000);
    return [
      { name: 'Events of the log that was looked back into', value: written, unit: 'events' },
      { name: 'They were indexed', value: rate, unit: 'events/s' },
      ...(await measured(database, store)),
    ];
  } finally {
    await store.close();
    await keys.close();
    await database.close();
    await postgres.stop();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function indexed(database: Database, store: EventStore): Promise<void> {
  const done = new AbortController();
  const { log } = breakingLog();
  const running = runFollowers([readModelFollower(logIndex)], { store, database, log, signal: done.signal });
  await waitForPosition(database, LOG_INDEX, (await store.lastPosition()) ?? 0n, LONGEST_MS);
  done.abort();
  await Promise.all(running.map(({ finished }) => finished));
  // It is asked for merged claims, and holds none.
  await prepareReadModel(database, claimReadModel);
}

async function measured(database: Database, log: EventStore): Promise<readonly Figure[]> {
  const places = new LogPlaces(database);
  const streams = STREAMS as unknown as readonly FoldedStream[];
  const end = (await log.lastPosition()) ?? 0n;
  const claims = await someClaims(log);
  const handler = new GetClaim.handler(new ReadModels(database, 0));
  const sight = sightOf({ roles: ['auditor'] });
  const [histories, views]: [number[], number[]] = [[], []];
  for (let question = 0; question < QUESTIONS; question++) {
    const { id, positions } = claims[question % claims.length] as KnownClaim;
    const historyAt = performance.now();
    await historyOf({ log, places, streams }, id, { scope: 'OWN', upTo: end, limit: 50 });
    histories.push(performance.now() - historyAt);
    const position = positions[randomInt(positions.length)] ?? end;
    const viewAt = performance.now();
    const view = {
      position,
      recordedAt: new Date().toISOString() as never,
      subjects: [id],
      leftOut: 0,
      tablesOf: async (model: typeof claimReadModel) => {
        const { rows } = await foldAbout({ database, log, places }, model, [id], { position });
        return database.given(givenRows(model, rows));
      },
    };
    await lookingBack(view as never, () =>
      handler.execute(new GetClaim({ claimId: id, today: '2026-11-29' as LocalDate, sight })),
    );
    views.push(performance.now() - viewAt);
  }
  return [...timesOf('The history of a claim', histories), ...timesOf('A claim as it was known', views)];
}

interface KnownClaim {
  readonly id: string;
  readonly positions: readonly bigint[];
}

/** Claims from all over the log, with the places of their events. */
async function someClaims(log: EventStore): Promise<KnownClaim[]> {
  const found = new Map<string, bigint[]>();
  const over = new AbortController();
  for await (const { events, position } of log.follow(null, over.signal, {
    categories: new Set(['claim']),
  })) {
    for (const { streamId, position: at, revision } of events) {
      const id = streamId.slice('claim-'.length);
      // One in fifty is enough, and no name of a stream is kept for the others.
      if (revision === 0n && randomInt(50) === 0) found.set(id, [at]);
      else found.get(id)?.push(at);
    }
    if (position >= ((await log.lastPosition()) ?? 0n)) break;
  }
  over.abort();
  return [...found].map(([id, positions]) => ({ id, positions })).sort(() => randomInt(3) - 1);
}

function timesOf(name: string, times: readonly number[]): Figure[] {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  return [
    { name: `${name}, median`, value: at(0.5), unit: 'ms' },
    { name: `${name}, 99 of 100 within`, value: at(0.99), unit: 'ms' },
  ];
}
