import { type KeyObject, createHmac, createSecretKey } from 'node:crypto';
import { v5 } from 'uuid';

const LINDUNG_NAMESPACE = '8f2a1d0e-3b57-5c46-9a41-6d1c5e7b9f20';

/**
 * UUID v5 of (command, stream, index): a repeated append of the same command is recognised by the log itself. The stream
 * belongs to it because payments and contracts are identified by the event they follow from: a client that uses one
 * `Idempotency-Key` for two claims must not make their approvals one.
 */
export function eventId(commandId: string, streamId: string, index: number): string {
  return v5(`${commandId}/${streamId}/${index}`, LINDUNG_NAMESPACE);
}

/** An id that follows from others, so that deriving it twice gives the same one. Parts must not be personal data. */
export function derivedId(...parts: readonly string[]): string {
  return v5(parts.join('/'), LINDUNG_NAMESPACE);
}

/**
 * The participant id of a NIK: a UUID (version 8) made from HMAC-SHA-256(secret, NIK).
 * The same NIK always meets the same stream; without the secret the NIK cannot be found by trying all of them.
 */
export function participantIdFor(nik: string, secret: Buffer): string {
  const digest = createHmac('sha256', keyOf(secret)).update(nik).digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Keyed digest of a command's content, for telling repeated commands from reused ids. Never reversible without the secret. */
export function commandDigest(content: unknown, secret: Buffer): string {
  return createHmac('sha256', keyOf(secret)).update(canonicalJson(content)).digest('base64url');
}

/** Making a key of the secret costs more than the digest. */
const keys = new WeakMap<Buffer, KeyObject>();

function keyOf(secret: Buffer): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const key = createSecretKey(secret);
  keys.set(secret, key);
  return key;
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** A copy with the members of every object in the order of their names. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const members = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(members).sort()) copy[name] = sorted(members[name]);
  return copy;
}
