import { EventStoreDBClient, excludeSystemEvents } from '@eventstore/db-client';
import { EventCodec, EventStore } from '#event-store';
import { connectDatabase, sql } from '#postgres';
import { startEmbeddedPostgres } from '#embedded-postgres';
import { PostgresKeyRing } from '#key-ring';
import { runProjection, schemaOf, waitForPosition } from '#followers';
import { payoutReadModel } from '#contexts/payouts/index';
import { claimProjection } from '#contexts/claims/index';
import { participantProjection } from '#contexts/participants/index';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '../../event-store/server-process.js';
import { fillLog } from './golden-log.js';

const N = Number(process.argv[2] ?? 20000);
const dir = mkdtempSync(join(tmpdir(), 'bench-projections-'));
const server = await startServerProcess(['--max-semi-space-size=16','--max-old-space-size=256', join(import.meta.dirname, '../../../apps/event-store/src/main.js'), '--port', '0', '--data', join(dir, 'log')]);
const postgres = await startEmbeddedPostgres({ dataDir: join(dir, 'pg'), port: 0, durable: true });
try {
  const database = connectDatabase({ url: postgres.url, maxConnections: 8, applicationName: 'bench' });
  const ring = await PostgresKeyRing.open({ database, masterKey: Buffer.alloc(32, 7) });
  let t = performance.now();
  const n = await fillLog(server.connectionString, new EventCodec(ring), N);
  console.log('filled', n, Math.round(n / ((performance.now() - t) / 1000)), '/s');
  const fresh = async () => EventStore.at(server.connectionString, new EventCodec(await PostgresKeyRing.open({ database, masterKey: Buffer.alloc(32, 7) })));
  for (let k = 0; k < 2; k++) {
    const c = EventStoreDBClient.connectionString(server.connectionString);
    t = performance.now(); let seen = 0;
    for await (const e of c.subscribeToAll({ fromPosition: 'start', filter: excludeSystemEvents() })) if (++seen === n) break;
    console.log('bare client', Math.round(n / ((performance.now() - t) / 1000)));
    await c.dispose();
    const store = await fresh();
    t = performance.now(); seen = 0;
    const stop = new AbortController();
    let batches = 0;
    for await (const b of store.follow(null, stop.signal)) { batches++; if ((seen += b.length) >= n) stop.abort(); }
    console.log('follow decode', Math.round(n / ((performance.now() - t) / 1000)), 'avg batch', n / batches);
    await store.close();
  }
  const s0 = await fresh(); const last = (await s0.lastPosition())!;
  for (const p of [payoutReadModel, participantProjection, claimProjection]) {
    const store = await fresh();
    const stop = new AbortController();
    t = performance.now();
    const run = runProjection({ projection: p as any, store, database, signal: stop.signal, log: { info() {}, warn() {}, error(f, m) { console.log(m, f); } } });
    await waitForPosition(database, p, last, 600_000);
    console.log(schemaOf(p), Math.round(n / ((performance.now() - t) / 1000)));
    stop.abort(); await run.finished; await store.close();
  }
  const { rows } = await sql<{ t: string; n: number }>`select schemaname || '.' || relname as t, n_live_tup::int as n from pg_stat_user_tables`.execute(database.kysely);
  console.log(rows.map(({ t, n }) => `${t} ${n}`).join(', '));
  await s0.close(); await database.close();
} finally {
  await server.stop(); await postgres.stop(); rmSync(dir, { recursive: true });
}
