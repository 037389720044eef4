export * from './cloud-event.js';
export { consume, type RunningConsumer } from './consumer.js';
export * from './contracts.js';
export * from './inbox.js';
export { makeTopics } from './topics.js';
export { RELAY } from './relay.js';
export { RelayModule, publisherOf } from './relay.module.js';
export { type Replayed, replay } from './replay.js';
