/** The types that the client gives its errors while the log, or the node that may write, cannot be asked. */
const UNREACHABLE_TYPES = new Set<unknown>(['unavailable', 'deadline-exceeded', 'not-leader']);

/** gRPC status 4 and 14: deadline exceeded, unavailable. */
const UNREACHABLE_CODES = new Set<unknown>([4, 14]);

/**
 * What an error of the log says of the log, so that nobody else needs to know its client: it cannot be reached, or too many
 * write to one stream. Undefined for every other error.
 */
export function outageOfLog(error: unknown): 'UNREACHABLE' | 'BUSY' | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { type, code } = error as { readonly type?: unknown; readonly code?: unknown };
  if (type === 'wrong-expected-version') return 'BUSY';
  return UNREACHABLE_TYPES.has(type) || UNREACHABLE_CODES.has(code) ? 'UNREACHABLE' : undefined;
}
