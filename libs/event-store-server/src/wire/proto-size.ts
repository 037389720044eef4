/**
 * Stands for 2^63 - 1, EventStoreDB's "last possible number" (the revision of a tombstone, `$tb` of a soft-deleted
 * stream): on the wire it is that number, in memory the largest integer that JavaScript holds exactly.
 */
export const LARGEST = Number.MAX_SAFE_INTEGER;

/** A revision out of the 64 bits that came: -1, "no stream", for all of them set; nothing for what is no revision. */
export function revisionOf(bits: bigint): number | undefined {
  const revision = BigInt.asIntN(64, bits);
  return revision < -1n ? undefined : Math.min(Number(revision), LARGEST);
}

/** How many bytes a non-negative integer takes as a varint. */
export function varintSize(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x200000) return 3;
  if (value < 0x10000000) return 4;
  if (value === LARGEST) return 9;
  let size = 5;
  for (let rest = Math.floor(value / 0x800000000); rest > 0; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Size of a length-delimited field with a one-byte tag whose content has `length` bytes. */
export function fieldSize(length: number): number {
  return 1 + varintSize(length) + length;
}
