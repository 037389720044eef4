import type { ProtoReader } from './proto-reader.js';

const UUID_TEXT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads a `event_store.client.UUID` in either of its two forms and returns the canonical lower-case text.
 *
 * @throws RangeError when it is not a UUID
 */
export function readUuid(message: ProtoReader): string {
  let text = '';
  for (let field = message.nextField(); field !== 0; field = message.nextField()) {
    if (field === 2) text = message.text();
    else if (field === 1) text = structuredUuid(message.message());
    else message.skip();
  }
  const canonical = text.toLowerCase();
  if (!UUID_TEXT.test(canonical)) throw new RangeError('an id is not a UUID');
  return canonical;
}

function structuredUuid(message: ProtoReader): string {
  let most = 0n;
  let least = 0n;
  for (let field = message.nextField(); field !== 0; field = message.nextField()) {
    if (field === 1) most = message.int64();
    else if (field === 2) least = message.int64();
    else message.skip();
  }
  const hex =
    BigInt.asUintN(64, most).toString(16).padStart(16, '0') +
    BigInt.asUintN(64, least).toString(16).padStart(16, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
