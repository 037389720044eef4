/** A member of an error that its library, not the language, puts there; undefined when there is none. */
export function memberOf(error: unknown, member: 'code' | 'statusCode'): unknown {
  return typeof error === 'object' && error !== null && member in error
    ? (error as Record<string, unknown>)[member]
    : undefined;
}
