import { POSITION } from '#kernel';

/**
 * The ETag of an answer that tells its `revision`, to send back as `If-Match` with the next command. Undefined for lists and
 * for answers without a revision.
 */
export function entityTagOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('revision' in answer)) return undefined;
  const digits = String(answer.revision);
  return POSITION.fits(digits) ? `"${digits}"` : undefined;
}
