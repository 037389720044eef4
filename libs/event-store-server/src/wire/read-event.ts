import { fieldSize, varintSize } from './proto-size.js';
import { ProtoWriter } from './proto-writer.js';

/** Parts of a `ReadEvent`; `event` and `link` are encoded `RecordedEvent`s. */
export interface ReadEventParts {
  readonly event: Buffer | undefined;
  readonly link: Buffer | undefined;
  readonly position: number;
  /** How often a persistent subscription has tried before; undefined outside of persistent subscriptions. */
  readonly retryCount?: number;
}

/**
 * Puts recorded events together into a `ReadResp { event: ReadEvent }`. The messages of streams.proto and
 * persistent.proto have the same fields here, except that the latter counts retries.
 */
export function encodeReadEvent({ event, link, position, retryCount }: ReadEventParts): Buffer {
  const size =
    (event === undefined ? 0 : fieldSize(event.length)) +
    (link === undefined ? 0 : fieldSize(link.length)) +
    1 +
    varintSize(position) +
    (retryCount === undefined ? 0 : 1 + varintSize(retryCount));
  const bytes = Buffer.allocUnsafe(fieldSize(size));
  const writer = new ProtoWriter(bytes);
  writer.header(1, size);
  if (event !== undefined) writer.bytesField(1, event);
  if (link !== undefined) writer.bytesField(2, link);
  writer.varintField(3, position);
  if (retryCount !== undefined) writer.varintField(5, retryCount);
  return bytes;
}
