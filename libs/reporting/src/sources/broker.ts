import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#postgres';
import { type KafkaOptions, consume } from '#publishing';
import { REPORTING } from '../facts/fact-tables.js';
import { TOPICS_READ } from '../facts/readers.js';
import { type Message, messageOf, messageOfBytes } from '../intake/message.js';
import { type TakenIn, takeIn } from '../intake/take-in.js';

/** A group of its own for each version of the tables: a new one reads everything from the beginning. */
export const GROUP = `lindung-${REPORTING.name}-v${REPORTING.version}`;

/**
 * Takes in what the topics hold as one of a consumer group, until told to stop. A message counts once however often the broker delivers
 * it; the broker is told only once it is on disk here.
 * @throws BrokersUnavailable where nothing is heard any more
 */
export async function followTopics(
  database: Database,
  kafka: KafkaOptions,
  onTaken: (taken: TakenIn) => void,
  signal: AbortSignal,
): Promise<void> {
  const take = async (messages: readonly Message[]) => onTaken(await takeIn(database, messages));
  const consumer = await consume({
    ...kafka,
    group: GROUP,
    topics: TOPICS_READ,
    handleBatch: (events) => take(events.map((event) => messageOf(event, 'kafka'))),
    onUnreadable: ({ topic, partition, offset, key, bytes }) =>
      take([messageOfBytes(bytes, `${topic}[${partition}]@${offset}`, key ?? undefined)]),
  });
  try {
    const gaveUp = await Promise.race([consumer.ended, untilAborted(signal)]);
    if (gaveUp) throw gaveUp;
  } finally {
    await consumer.stop();
  }
}

async function untilAborted(signal: AbortSignal): Promise<undefined> {
  while (!signal.aborted) await wait(60_000, undefined, { signal, ref: false }).catch(() => {});
}
