import { errorCode } from './error-code.js';

const NO_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']);

/** PostgreSQL refuses connections: SQLSTATE classes 08, 53 and 57P. */
const REFUSED = /^(08...|53...|57P0.)$/;

/** Undefined table and undefined schema. */
const NOT_THERE = new Set(['42P01', '3F000']);

/**
 * What an error of the database says of it: it cannot be reached, or what was asked for has not been made yet. Undefined for
 * every other error.
 */
export function outageOfDatabase(error: unknown): 'UNREACHABLE' | 'NOT_THERE' | undefined {
  const code = errorCode(error);
  if (code === undefined) return undefined;
  if (NO_CONNECTION.has(code) || REFUSED.test(code)) return 'UNREACHABLE';
  return NOT_THERE.has(code) ? 'NOT_THERE' : undefined;
}
