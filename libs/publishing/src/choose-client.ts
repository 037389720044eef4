import type { KafkaClient, KafkaOptions } from './kafka-client.js';

/** The client that is asked for; none that is not asked for is loaded. @throws Error when its package is not installed */
export async function clientOf({ client = 'kafkajs' }: Pick<KafkaOptions, 'client'>): Promise<KafkaClient> {
  if (client === 'kafkajs') return (await import('./kafkajs/client.js')).kafkajsClient;
  const found = await import('./platformatic/client.js').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return undefined;
  });
  if (found) return found.platformaticClient;
  throw new Error('KAFKA_CLIENT is platformatic, which is not installed: npm install @platformatic/kafka');
}
