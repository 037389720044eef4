import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Table from 'cli-table3';
import { startLocalKafka } from '#local-kafka';
import { KAFKA_CLIENTS } from '#publishing';
import type { Cost } from './one-client.js';

/**
 * Publishes the same messages with each client of Kafka, and reads them, in a process of its own each time
 * (`npm run bench:kafka-clients -- --events 200000`). The figures of docs/decisions/which-client-of-kafka.md.
 */
const events = Number(process.argv[process.argv.indexOf('--events') + 1]) || 100_000;
const ONE = fileURLToPath(new URL('one-client.ts', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'lindung-kafka-clients-'));
const broker = await startLocalKafka({ dataDir: join(folder, 'data') });
const table = new Table({
  head: ['client', 'packed', 'published/s', 'CPU ms/1,000', 'MiB', 'read/s', 'CPU ms/1,000', 'MiB'],
});
try {
  for (const compression of ['none', 'gzip'] as const) {
    for (const client of KAFKA_CLIENTS) {
      const topic = `lindung.bench-${client}-${compression}`;
      const [sent, read] = (['publish', 'read'] as const).map((what) =>
        costOf([what, client, compression, topic, broker.address, String(events)]),
      );
      table.push([client, compression, ...cells(sent!), ...cells(read!)]);
    }
  }
} finally {
  await broker.stop();
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(
  `${events.toLocaleString('en')} events, Node ${process.versions.node}\n${table.toString()}\n`,
);

function costOf(given: readonly string[]): Cost {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...process.execArgv, ONE, ...given], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${given.join(' ')} failed:\n${stderr}`);
  return JSON.parse(stdout) as Cost;
}

function cells({ perSecond, cpuMsPerThousand, peakMiB }: Cost): string[] {
  return [perSecond, cpuMsPerThousand, peakMiB].map((figure) => Math.round(figure).toLocaleString('en'));
}
