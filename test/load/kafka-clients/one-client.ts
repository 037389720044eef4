import { randomUUID } from 'node:crypto';
import { type KafkaClientName, consume, makeTopics } from '#publishing';
import { countedOn } from '../../../libs/publishing/src/kafka.examples.js';
import type { Compression } from '../../../libs/publishing/src/compression.js';
import { kafkaPublisher } from '../../../libs/publishing/src/publisher.js';

/** What it took. */
export interface Cost {
  readonly perSecond: number;
  /** Of this process, user and system. */
  readonly cpuMsPerThousand: number;
  /** The most that was resident. */
  readonly peakMiB: number;
}

const [what, client, compression, topic, broker, count] = process.argv.slice(2) as [
  'publish' | 'read',
  KafkaClientName,
  Compression,
  string,
  string,
  string,
];
const events = Number(count);
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const options = { brokers: [broker], clientId: 'bench', client, compression, log: silent };
/** As many as the relay publishes at once. */
const AT_ONCE = 500;
const STREAMS = 2_000;

await makeTopics(options, [topic]);
const [started, cpu] = [performance.now(), process.cpuUsage()];
await (what === 'publish' ? publishAll() : readAll());
const { user, system } = process.cpuUsage(cpu);
const cost: Cost = {
  perSecond: events / ((performance.now() - started) / 1_000),
  cpuMsPerThousand: (user + system) / 1_000 / (events / 1_000),
  peakMiB: process.resourceUsage().maxRSS / 1_024,
};
process.stdout.write(JSON.stringify(cost));
process.exit(0);

async function publishAll(): Promise<void> {
  const publisher = kafkaPublisher(options);
  for (let from = 0; from < events; from += AT_ONCE) {
    await publisher.publish(
      Array.from({ length: Math.min(AT_ONCE, events - from) }, (_, n) =>
        countedOn(topic, `thing-${(from + n) % STREAMS}`, from + n),
      ),
    );
  }
  await publisher.close();
}

async function readAll(): Promise<void> {
  let heard = 0;
  let heardAll = () => {};
  const all = new Promise<void>((resolve) => (heardAll = resolve));
  const consumer = await consume({
    ...options,
    group: randomUUID(),
    topics: [topic],
    handleBatch: async (batch) => {
      heard += batch.length;
      if (heard >= events) heardAll();
    },
  });
  await all;
  await consumer.stop();
}
