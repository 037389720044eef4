import { BrokersUnavailable, type KafkaOptions, kafkaConnection } from './kafka-client.js';
import { PARTITIONS } from './partitions.js';

/**
 * Makes topics that are not there yet, as infra/kafka/create-topics.sh does.
 * @throws BrokersUnavailable
 */
export async function makeTopics(options: KafkaOptions, topics: readonly string[]): Promise<void> {
  const connection = kafkaConnection(options);
  const admin = connection.kafka.admin();
  const make = async () => {
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        configEntries: [{ name: 'retention.ms', value: '-1' }],
      })),
    });
  };
  try {
    await connection.inTime(make());
  } catch (error) {
    throw new BrokersUnavailable(options.brokers, 'make topics', error);
  } finally {
    await connection.leave(() => admin.disconnect());
  }
}
