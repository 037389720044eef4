export {
  startEventStoreServer,
  type EventStoreServer,
  type EventStoreServerOptions,
} from './start-event-store-server.js';
