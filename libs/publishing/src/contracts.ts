/** For writing contracts of integration events; loads no Kafka client. */
export { type CloudEvent } from './cloud-event.js';
export { type ContextContracts, type Contract, contextContracts, contract, schemaUri } from './contract.js';
export * from './fields.js';
export { type Outgoing, toCloudEvents } from './to-cloud-events.js';
