/** `lindung store …`: the event store's own commands, in a file of their own so that only they load the server. */
export { registerStoreCommands as addStoreCommands } from '#event-store-server';
