import { type KeyObject, createHmac, createSecretKey } from 'node:crypto';
import { type BankAccount, derivedId } from '#kernel';

/**
 * UUID v5 of (command, stream, index, attempt). The stream belongs to it because payments and contracts are identified by
 * the event they follow from: a client that uses one `Idempotency-Key` for two claims must not make their approvals one.
 * @param attempt something of its own for each append of a command that can be sent several times at once: the log must take
 *   none of them for another, so all but the first fail, read, and see what became of the command. Left out where the
 *   command follows from its content, as in an import: then the log itself recognises a repeated append
 */
export function eventId(commandId: string, streamId: string, index: number, attempt?: string): string {
  return derivedId(commandId, streamId, String(index), ...(attempt === undefined ? [] : [attempt]));
}

/**
 * The participant id of a NIK: a UUID (version 8) made from HMAC-SHA-256(secret, NIK).
 * The same NIK always meets the same stream; without the secret the NIK cannot be found by trying all of them.
 * @param generation which place in the chain of a NIK: 0 for whoever is registered under it first
 */
export function participantIdFor(nik: string, secret: Buffer, generation = 0): string {
  return keyedId(generation === 0 ? nik : `${nik}/${generation}`, secret);
}

/**
 * The id of a person's bank account, made as that of a NIK: whoever has no secret cannot find the account by trying all numbers. How
 * bank and number are written makes no difference, and the holder plays no part.
 */
export function accountIdFor({ bank, number }: Pick<BankAccount, 'bank' | 'number'>, secret: Buffer): string {
  return keyedId(`account/${plain(bank)}/${plain(number)}`, secret);
}

/**
 * The id of what two claims may have in common, such as the number of a certificate, made the same way.
 * @param of what kind of thing it is: a number of one is none of another
 * @param parts how they are written makes no difference
 */
export function likenessIdFor(of: string, parts: readonly string[], secret: Buffer): string {
  return keyedId(['likeness', of, ...parts.map(plain)].join('/'), secret);
}

const plain = (text: string): string => text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A UUID (version 8) that only the secret leads to. */
function keyedId(text: string, secret: Buffer): string {
  const digest = createHmac('sha256', keyOf(secret)).update(text).digest().subarray(0, 16);
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
