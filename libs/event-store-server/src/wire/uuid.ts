import type { ProtoReader } from './proto-reader.js';

const CANONICAL = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIGITS_ALONE = /^[0-9a-f]{32}$/;
const WRAPPED = /^(?:\{(.+)\}|\((.+)\))$/;

export const UUID_LENGTH = 36;

/**
 * Reads a `event_store.client.UUID` in either of its two forms.
 *
 * @returns the canonical lower-case text, or nothing when it is not a UUID
 */
export function readUuid(message: ProtoReader): string | undefined {
  const found = findUuid(message);
  return typeof found === 'number' ? message.passed(found, UUID_LENGTH) : found;
}

/** The same, without making text of what is canonical text already: where that begins is returned for it. */
export function findUuid(message: ProtoReader): number | string | undefined {
  let id: number | string | undefined;
  for (let field = message.nextField(); field !== 0; field = message.nextField()) {
    if (field === 2) id = message.passIf(isCanonical) ?? canonicalUuid(message.text());
    else if (field === 1) id = structuredUuid(message.message());
    else message.skip();
  }
  return id;
}

/** Reads a field that holds such a message. */
export function readUuidField(reader: ProtoReader): string | undefined {
  const outside = reader.enter();
  const id = readUuid(reader);
  reader.leave(outside);
  return id;
}

/** What a byte of a UUID may be: `HEX`, the place of a hyphen, or neither. */
const [HEX, HYPHEN] = [1, 2];
const KINDS = new Uint8Array(256);
for (const digit of Buffer.from('0123456789abcdef')) KINDS[digit] = HEX;
for (const hyphen of Buffer.from('-')) KINDS[hyphen] = HYPHEN;
const PATTERN = Uint8Array.from('xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', (place) =>
  place === '-' ? HYPHEN : HEX,
);

/** True for most: the bytes are canonical text already. */
export function isCanonical(bytes: Buffer, start: number, end: number): boolean {
  if (end - start !== PATTERN.length) return false;
  for (let n = 0; n < PATTERN.length; n++) if (KINDS[bytes[start + n]!] !== PATTERN[n]) return false;
  return true;
}

/** A UUID as .NET reads it: with hyphens, or all digits in a row; with hyphens also in braces or parentheses. */
function canonicalUuid(text: string): string | undefined {
  const id = text.toLowerCase();
  if (CANONICAL.test(id)) return id;
  const trimmed = id.trim();
  if (DIGITS_ALONE.test(trimmed)) return hyphenated(trimmed);
  const wrapped = WRAPPED.exec(trimmed);
  const bare = wrapped?.[1] ?? wrapped?.[2] ?? trimmed;
  return CANONICAL.test(bare) ? bare : undefined;
}

function hyphenated(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
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
  return hyphenated(hex);
}
