/** Another append to the stream came first. */
export { WrongExpectedVersionError } from '@eventstore/db-client';
export * from './codec.js';
export * from './event-store.js';
export * from './handle.js';
export * from './ids.js';
export * from './key-ring.js';
export { PersonKey } from './person-key.js';
export * from './one-stream.js';
export { areApart } from './cluster.js';
export { userIn } from './connection-string.js';
export { type LogChannel, logIsNear } from './log-channel.js';
export { logOverPort, serveLog } from './log-over-port.js';
export { GRANTING_COMMAND, LOG_RIGHTS, type LogReport, missingRights } from './log-check.js';
export { grantRights } from './log-prepare.js';
export * from './outage.js';
export * from './reading.js';
export * from './recorded-event.js';
export * from './upcasters.js';
