import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { fromSource, startServerProcess, type ServerProcess } from '../test/server-process.js';
import { type BenchClient, leanClient, officialClient } from './clients.js';
import { BATCH, DATA_SIZE, events, freshStream, workloads, type Workload } from './workloads.js';

/**
 * Measures the event store beside its ceiling (see `ceiling-server.ts`) through the calls that Lindung makes, and those
 * calls beside the official client and beside a bare server that sends many messages at a time. The four take many short turns, one after the other, so that each gets the same share
 * of whatever else the machine does; a rate is the median of its turns.
 *
 * Options: `--json` prints the result as the last line; `--quick` takes fewer turns and a tenth of the memory test;
 * `--only=<part of a name>` measures some rows, and memory as `--only=memory`.
 */
interface Row {
  readonly name: string;
  readonly perSecond: number;
  readonly ceilingPerSecond: number;
  readonly ratio: number;
}

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const MIB = 1024 * 1024;
const asJson = process.argv.includes('--json');
const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
const turnMs = 500;
const turns = quick ? 6 : 20;
const memoryEvents = quick ? 100_000 : 1_000_000;

const directory = mkdtempSync(join(tmpdir(), 'event-store-bench-'));
/** As `npm run event-store` starts it: told that it has little memory, V8 collects garbage sooner, but not at every few megabytes. */
const nodeFlags = ['--max-semi-space-size=8', '--heap-growing-percent=200', '--max-old-space-size=256'];
const serverScript = join(import.meta.dirname, '../../../dist/apps/event-store/src/main.js');
const ceilingScript = fromSource(new URL('ceiling-server.ts', import.meta.url));

report(await measureAll());

/** Starts both servers, measures, and stops them again, so that nothing is printed after the report. */
async function measureAll(): Promise<{ rows: readonly Row[]; figures: readonly Figure[] }> {
  const server = await startServerProcess([...nodeFlags, serverScript, '--port', '0', '--data', directory]);
  const ceiling = await startServerProcess([...nodeFlags, ...ceilingScript, String(DATA_SIZE)]);
  const packed = await startServerProcess([...nodeFlags, ...ceilingScript, String(DATA_SIZE), 'packed']);
  const [rows, figures]: [Row[], Figure[]] = [[], []];
  try {
    for (const workload of workloads.filter(({ name }) => name.includes(only))) {
      const { row, overOfficial, overPacked } = await measure(workload, server, ceiling, packed);
      rows.push(row);
      figures.push({ name: `${workload.name}, lean ÷ official client`, value: overOfficial, unit: '×' });
      figures.push({ name: `${workload.name}, ÷ bare server that packs`, value: overPacked, unit: '×' });
    }
    if ('memory'.includes(only)) figures.push(await measureMemory(server));
    return { rows, figures };
  } finally {
    await server.stop();
    await ceiling.stop();
    await packed.stop();
    rmSync(directory, { recursive: true });
  }
}

async function measure(
  workload: Workload,
  server: ServerProcess,
  limit: ServerProcess,
  packedLimit: ServerProcess,
) {
  const measured = await contender(workload, leanClient(server));
  const possible = await contender(workload, leanClient(limit));
  const official = await contender(workload, officialClient(server));
  const packed = await contender(workload, leanClient(packedLimit));
  const contenders = [measured, possible, packed, official];
  for (let n = 0; n < turns; n++) for (const { turn } of contenders) await turn();
  await Promise.all(contenders.map(({ leave }) => leave()));
  const [perSecond, ceilingPerSecond] = [measured.perSecond(), possible.perSecond()];
  const row: Row = {
    name: `${workload.name} (${workload.unit}/s)`,
    perSecond: Math.round(perSecond),
    ceilingPerSecond: Math.round(ceilingPerSecond),
    ratio: rounded(perSecond / ceilingPerSecond),
  };
  const [overOfficial, overPacked] = [perSecond / official.perSecond(), perSecond / packed.perSecond()];
  return { row, overOfficial: rounded(overOfficial), overPacked: rounded(overPacked) };
}

function rounded(ratio: number): number {
  return Number(ratio.toFixed(3));
}

/** A workload through one client: ready, warmed up, and counting. */
async function contender(workload: Workload, client: BenchClient) {
  const once = await workload.prepare(client);
  const rates: number[] = [];
  const turn = async () => {
    let units = 0;
    const start = performance.now();
    const workers = Array.from({ length: workload.workers }, async (_, worker) => {
      while (performance.now() < start + turnMs) {
        const done = await once(worker);
        units += done;
      }
    });
    await Promise.all(workers);
    rates.push((units / (performance.now() - start)) * 1000);
  };
  await turn();
  rates.length = 0;
  return { turn, perSecond: () => median(rates), leave: () => client.leave() };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** Writes many events, then reads them all twice, and tells the most memory that the server took meanwhile. */
async function measureMemory(server: ServerProcess): Promise<Figure> {
  const client = leanClient(server);
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, server.memory());
  };
  const sampler = setInterval(sample, 100);
  for (let written = 0; written < memoryEvents; written += BATCH) {
    await client.append(freshStream(BATCH), events(BATCH), null);
  }
  for (let read = 0; read < 2; read++) await client.subscribe(memoryEvents);
  clearInterval(sampler);
  sample();
  await client.leave();
  const name = `peak memory of the server while ${memoryEvents.toLocaleString('en')} events were written and read twice`;
  return { name, value: Math.round(peak / MIB), unit: 'MiB' };
}

function report({ rows, figures }: { rows: readonly Row[]; figures: readonly Figure[] }): void {
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
  for (const { name, value, unit } of figures) process.stdout.write(`${name}: ${value} ${unit}\n`);
  if (asJson) process.stdout.write(`${JSON.stringify({ rows, figures })}\n`);
}
