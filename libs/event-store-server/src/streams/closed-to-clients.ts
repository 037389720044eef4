import { originalStreamOf } from '../storage/stream-metadata.js';

/** `$all` is made of what stands in all other streams: nothing is appended to it. */
export function isClosedToAppends(stream: string): boolean {
  return stream === '$all';
}

/** Nor can it be deleted, nor the metadata of a stream without the stream. */
export function isClosedToDeletes(stream: string): boolean {
  return isClosedToAppends(stream) || originalStreamOf(stream) !== undefined;
}
