import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import Table from 'cli-table3';
import { startServerProcess, type ServerProcess } from '../../event-store/server-process.js';
import { DATA_SIZE, events, freshStream, workloads, BATCH, type Workload } from './workloads.js';

/**
 * Measures the event store beside its ceiling (see `ceiling-server.ts`): each row runs on both in turns, in one run,
 * through the official client. The medians of the turns are compared.
 *
 * Options: `--json` prints the result as the last line; `--quick` measures short turns and a tenth of the memory test.
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
const turnMs = quick ? 700 : 2_000;
const turns = quick ? 2 : 5;
const memoryEvents = quick ? 100_000 : 1_000_000;

const directory = mkdtempSync(join(tmpdir(), 'event-store-bench-'));
/** As `npm run event-store` starts it: a small young generation keeps the process small. */
const nodeFlags = ['--max-semi-space-size=8'];
const serverScript = join(import.meta.dirname, '../../../apps/event-store/src/main.js');
const ceilingScript = join(import.meta.dirname, 'ceiling-server.js');

const server = await startServerProcess([...nodeFlags, serverScript, '--port', '0', '--data', directory]);
const ceiling = await startServerProcess([...nodeFlags, ceilingScript, String(DATA_SIZE)]);
try {
  const rows: Row[] = [];
  for (const workload of workloads) {
    if (only !== undefined && !workload.name.includes(only)) continue;
    rows.push(await measure(workload, server, ceiling));
  }
  const memory = await measureMemory(server);
  report(rows, memory);
} finally {
  await server.stop();
  await ceiling.stop();
  rmSync(directory, { recursive: true });
}

async function measure(workload: Workload, subject: ServerProcess, limit: ServerProcess): Promise<Row> {
  await turn(workload, subject, turnMs / 4);
  await turn(workload, limit, turnMs / 4);
  const measured: number[] = [];
  const possible: number[] = [];
  for (let n = 0; n < turns; n++) {
    measured.push(await turn(workload, subject, turnMs));
    possible.push(await turn(workload, limit, turnMs));
  }
  const perSecond = Math.round(median(measured));
  const ceilingPerSecond = Math.round(median(possible));
  const ratio = Number((perSecond / ceilingPerSecond).toFixed(3));
  return { name: `${workload.name} (${workload.unit}/s)`, perSecond, ceilingPerSecond, ratio };
}

async function turn(workload: Workload, target: ServerProcess, milliseconds: number): Promise<number> {
  const client = EventStoreDBClient.connectionString(target.connectionString);
  const start = performance.now();
  const count = await workload.run(client, milliseconds);
  const seconds = (performance.now() - start) / 1000;
  await client.dispose();
  return count / seconds;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
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
