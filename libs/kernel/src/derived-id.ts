import { hash } from 'node:crypto';

/** A namespace of ids that follow from names: the UUID given, as the bytes that stand before each name. */
export type Namespace = Buffer;

/** @param id a UUID. It is part of the ids that follow, so where those are stored it never changes */
export const namespace = (id: string): Namespace => Buffer.from(id.replaceAll('-', ''), 'hex');

/** The namespace of every id that Lindung derives. It is part of stored ids, so it never changes. */
const LINDUNG_NAMESPACE = namespace('8f2a1d0e-3b57-5c46-9a41-6d1c5e7b9f20');

/** An id that follows from others, so that deriving it twice gives the same one. Parts must not be personal data. */
export const derivedId = (...parts: readonly string[]): string => namedId(LINDUNG_NAMESPACE, parts.join('/'));

/** Digits of a UUID that tell how it was made: four bits for the version, and two for the variant. */
const [VERSION, VARIANTS] = ['5', '89ab'];

/**
 * The UUID (version 5, RFC 9562) of a name. A row of an import has a dozen of them: made by a library, of many small texts, they took
 * six times as long.
 */
export function namedId(within: Namespace, name: string): string {
  const hex = hash('sha1', Buffer.concat([within, Buffer.from(name)]), 'hex');
  const variant = VARIANTS.charAt(Number.parseInt(hex.charAt(16), 16) % VARIANTS.length);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${VERSION}${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
