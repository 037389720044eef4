import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import Table from 'cli-table3';
import { fromSource, startServerProcess, type ServerProcess } from '../test/server-process.js';
import { DATA_SIZE, events, freshStream, workloads, BATCH, type Workload } from './workloads.js';

/**
 * Measures the event store beside its ceiling (see `ceiling-server.ts`): each row runs on both in many short turns, one
 * after the other, through the official client. So both get the same share of whatever else the machine does.
 *
 * Options: `--json` prints the result as the last line; `--quick` takes fewer turns and a tenth of the memory test;
 * `--only=<part of a name>` measures some rows.
 */
interface Row {
  readonly name: string;
  readonly perSecond: number;
  readonly ceilingPerSecond: number;
  readonly ratio: number;
}

const MIB = 1024 * 1024;
const asJson = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const turnMs = 500;
const turns = quick ? 6 : 20;
const memoryEvents = quick ? 100_000 : 1_000_000;

const directory = mkdtempSync(join(tmpdir(), 'event-store-bench-'));
/** As `npm run event-store` starts it: told that it has little memory, V8 collects garbage sooner. */
const nodeFlags = ['--max-semi-space-size=16', '--max-old-space-size=256'];
const serverScript = join(import.meta.dirname, '../../../dist/apps/event-store/src/main.js');
const ceilingScript = fromSource(new URL('ceiling-server.ts', import.meta.url));

const { rows, memory } = await measureAll();
report(rows, memory);

/** Starts both servers, measures, and stops them again, so that nothing is printed after the report. */
async function measureAll(): Promise<{ rows: readonly Row[]; memory: Memory }> {
  const server = await startServerProcess([...nodeFlags, serverScript, '--port', '0', '--data', directory]);
  const ceiling = await startServerProcess([...nodeFlags, ...ceilingScript, String(DATA_SIZE)]);
  try {
    const measured: Row[] = [];
    for (const workload of workloads) {
      if (only !== undefined && !workload.name.includes(only)) continue;
      measured.push(await measure(workload, server, ceiling));
    }
    return { rows: measured, memory: await measureMemory(server) };
  } finally {
    await server.stop();
    await ceiling.stop();
    rmSync(directory, { recursive: true });
  }
}

async function measure(workload: Workload, subject: ServerProcess, limit: ServerProcess): Promise<Row> {
  const [measured, possible] = [await contender(workload, subject), await contender(workload, limit)];
  for (let n = 0; n < turns; n++) {
    await measured.turn();
    await possible.turn();
  }
  await Promise.all([measured.leave(), possible.leave()]);
  const perSecond = Math.round(measured.perSecond());
  const ceilingPerSecond = Math.round(possible.perSecond());
  const ratio = Number((perSecond / ceilingPerSecond).toFixed(3));
  return { name: `${workload.name} (${workload.unit}/s)`, perSecond, ceilingPerSecond, ratio };
}

/** A workload on one server: ready, warmed up, and counting. */
async function contender(workload: Workload, target: ServerProcess) {
  const client = EventStoreDBClient.connectionString(target.connectionString);
  const once = await workload.prepare(client);
  let [units, seconds] = [0, 0];
  const turn = async () => {
    const start = performance.now();
    const workers = Array.from({ length: workload.workers }, async (_, worker) => {
      while (performance.now() < start + turnMs) {
        const done = await once(worker);
        units += done;
      }
    });
    await Promise.all(workers);
    seconds += (performance.now() - start) / 1000;
  };
  await turn();
  [units, seconds] = [0, 0];
  return { turn, perSecond: () => units / seconds, leave: () => client.dispose() };
}

interface Memory {
  readonly events: number;
  readonly peakMiB: number;
}

/** Writes many events, then reads them all twice, and reports the most memory that the server took meanwhile. */
async function measureMemory(subject: ServerProcess): Promise<Memory> {
  const client = EventStoreDBClient.connectionString(subject.connectionString);
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, subject.memory());
  };
  const sampler = setInterval(sample, 100);
  for (let written = 0; written < memoryEvents; written += BATCH) {
    await client.appendToStream(freshStream(), events(BATCH));
  }
  for await (const _ of client.readAll({ maxCount: memoryEvents }));
  let seen = 0;
  for await (const _ of client.subscribeToAll({ fromPosition: 'start' })) if (++seen === memoryEvents) break;
  clearInterval(sampler);
  sample();
  await client.dispose();
  return { events: memoryEvents, peakMiB: Math.round(peak / MIB) };
}

function report(rows: readonly Row[], memory: Memory): void {
  const table = new Table({ head: ['measured', 'event store', 'ceiling', 'ratio'] });
  for (const row of rows) {
    table.push([
      row.name,
      row.perSecond.toLocaleString('en'),
      row.ceilingPerSecond.toLocaleString('en'),
      row.ratio.toFixed(2),
    ]);
  }
  process.stdout.write(`${table.toString()}\n`);
  process.stdout.write(
    `peak memory of the server while ${memory.events.toLocaleString('en')} events were written and read twice: ${memory.peakMiB} MiB\n`,
  );
  if (asJson) process.stdout.write(`${JSON.stringify({ rows, memory })}\n`);
}
