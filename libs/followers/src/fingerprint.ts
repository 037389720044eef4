import { createHash } from 'node:crypto';

/** A short name for statements, by which it shows when somebody changed them. */
export function fingerprint(statements: readonly string[]): string {
  return createHash('sha256').update(statements.join(';\n')).digest('hex').slice(0, 16);
}
