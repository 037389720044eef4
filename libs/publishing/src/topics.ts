import { BrokersUnavailable, type KafkaOptions, kafkaClient } from './kafka-client.js';

/**
 * Makes topics that are not there yet, as infra/kafka/create-topics.sh does.
 * @throws BrokersUnavailable
 */
export async function makeTopics(options: KafkaOptions, topics: readonly string[]): Promise<void> {
  const admin = kafkaClient(options).admin();
  try {
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map((topic) => ({
        topic,
        numPartitions: 12,
        configEntries: [{ name: 'retention.ms', value: '-1' }],
      })),
    });
  } catch (error) {
    throw new BrokersUnavailable(options.brokers, 'make topics', error);
  } finally {
    await admin.disconnect();
  }
}
