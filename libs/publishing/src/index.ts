export * from './cloud-event.js';
export { consume, type ConsumerOptions, type RunningConsumer } from './consumer.js';
export * from './contracts.js';
export * from './inbox.js';
export { BrokersUnavailable, type KafkaOptions } from './kafka-client.js';
export { kafkaPublisher, type Publisher } from './publisher.js';
export { makeTopics } from './topics.js';
export { RELAY, type RelayOptions, relayFollower, runRelay } from './relay.js';
export { RelayModule } from './relay.module.js';
