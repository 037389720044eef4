import { parse, v5 } from 'uuid';

/** The namespace of every id that Lindung derives. It is part of stored ids, so it never changes. */
const LINDUNG_NAMESPACE = parse('8f2a1d0e-3b57-5c46-9a41-6d1c5e7b9f20');

const utf8 = new TextEncoder();

/** An id that follows from others, so that deriving it twice gives the same one. Parts must not be personal data. */
export function derivedId(...parts: readonly string[]): string {
  // Text would be taken apart more slowly, and so would a namespace in letters each time.
  return v5(utf8.encode(parts.join('/')), LINDUNG_NAMESPACE);
}
