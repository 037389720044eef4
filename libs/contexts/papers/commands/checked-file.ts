import { Rejection } from '#kernel';
import { TELLING_BYTES, typeOfFile } from '../domain/paper-type.js';
import type { PaperType } from '../domain/paper.events.js';
import { paperRefusals } from '../domain/refusals.js';

const MEGABYTE = 1024 * 1024;

/** What a file has to be. */
interface Wanted {
  readonly mediaType: PaperType;
  readonly maxBytes: number;
}

/**
 * A file as it comes, as long as it is what it was announced as: of that type by its first bytes, and not longer than it may be.
 * @throws Rejection `PAPER_OF_OTHER_TYPE`, `PAPER_TOO_LARGE`, as soon as it shows
 */
export async function* checkedFile(
  body: AsyncIterable<Buffer>,
  { mediaType, maxBytes }: Wanted,
): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > maxBytes)
      throw new Rejection(paperRefusals.PAPER_TOO_LARGE({ megabytes: Math.floor(maxBytes / MEGABYTE) }));
    if (start === undefined) {
      yield part;
      continue;
    }
    start = Buffer.concat([start, part]);
    if (start.length < TELLING_BYTES) continue;
    requireType(start, mediaType);
    yield start;
    start = undefined;
  }
  if (start === undefined) return;
  requireType(start, mediaType);
  yield start;
}

function requireType(start: Buffer, mediaType: PaperType): void {
  if (typeOfFile(start) !== mediaType) throw new Rejection(paperRefusals.PAPER_OF_OTHER_TYPE());
}
