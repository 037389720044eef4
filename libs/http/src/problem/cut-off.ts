import type { FastifyRequest } from 'fastify';

/**
 * A request that broke off before all of it had come: its sender has gone. To be told apart from a connection of ours that
 * broke, such as one to a database, which says the same of itself.
 */
export const isCutOff = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete;
