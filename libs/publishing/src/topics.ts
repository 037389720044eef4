import { BrokersUnavailable, type KafkaOptions } from './kafka-client.js';
import { clientOf } from './choose-client.js';
import { PARTITIONS } from './partitions.js';

/**
 * Makes topics that are not there yet, as infra/kafka/create-topics.sh does.
 * @throws BrokersUnavailable
 */
export async function makeTopics(options: KafkaOptions, topics: readonly string[]): Promise<void> {
  const client = await clientOf(options);
  try {
    await client.makeTopics(options, topics, PARTITIONS);
  } catch (error) {
    throw new BrokersUnavailable(options.brokers, 'make topics', error);
  }
}
