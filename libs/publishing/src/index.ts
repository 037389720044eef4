export * from './cloud-event.js';
export { consume, type ConsumerOptions, type RunningConsumer, type UnreadableMessage } from './consumer.js';
export * from './contracts.js';
export * from './inbox.js';
export { KAFKA_CLIENTS, type KafkaClientName, type KafkaOptions } from './kafka-client.js';
export { makeTopics } from './topics.js';
export { RELAY } from './relay.js';
export { RelayModule, kafkaOptionsOf, publisherOf } from './relay.module.js';
export { type Replayed, replay } from './replay.js';
