import { errorCode } from './error-code.js';
import { DatabaseUnavailable } from './limited.js';

/**
 * SQLSTATEs that tell of the server, not of what it was asked: connection (08), no such user or database (28, 3D), a standby
 * that only reads (25006), deadlock and the like (40), out of resources (53), locked by somebody (55), cancelled or shutting
 * down (57), trouble with files (58). The same statement may go through a moment later.
 */
const OF_THE_SERVER = /^((08|28|3D|40|53|57|58)...|25006|25P03|55006|55P03)$/;

/** Undefined table and undefined schema. */
const NOT_THERE = new Set(['42P01', '3F000']);

/**
 * What an error of the database says of it: it cannot be reached or does not answer, or what was asked for has not been made
 * yet. Undefined for every other error, those of other connections too: only ours say `DatabaseUnavailable`.
 */
export function outageOfDatabase(error: unknown): 'UNREACHABLE' | 'NOT_THERE' | undefined {
  if (error instanceof DatabaseUnavailable) return 'UNREACHABLE';
  const code = errorCode(error) ?? '';
  if (OF_THE_SERVER.test(code)) return 'UNREACHABLE';
  return NOT_THERE.has(code) ? 'NOT_THERE' : undefined;
}
