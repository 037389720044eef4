import { NotProven } from '../faults.js';

/** So long may an entry be. */
const LARGEST_ENTRY = 65_535;

const LENGTH_BYTES = 2;

/** An entry as it stands in a bundle. @throws RangeError when it is too long */
export function bundled(entry: Uint8Array): Buffer {
  if (entry.length > LARGEST_ENTRY) throw new RangeError(`An entry has at most ${LARGEST_ENTRY} bytes`);
  const bytes = Buffer.allocUnsafe(LENGTH_BYTES + entry.length);
  bytes.writeUInt16BE(entry.length);
  bytes.set(entry, LENGTH_BYTES);
  return bytes;
}

/** The entries of a bundle. @throws NotProven when they are not exactly so many */
export function entriesIn(bundle: Buffer, width: number, where: string): Buffer[] {
  const entries: Buffer[] = [];
  let place = 0;
  while (place + LENGTH_BYTES <= bundle.length) {
    const start = place + LENGTH_BYTES;
    place = start + bundle.readUInt16BE(place);
    entries.push(bundle.subarray(start, place));
  }
  if (place !== bundle.length || entries.length !== width) throw new NotProven('MALFORMED', where);
  return entries;
}

/** The first so many entries of a bundle, as a bundle. @throws NotProven when it has fewer */
export function bundleStart(bundle: Buffer, width: number, where: string): Buffer {
  let place = 0;
  for (let count = 0; count < width; count += 1) {
    if (place + LENGTH_BYTES > bundle.length) throw new NotProven('MALFORMED', where);
    place += LENGTH_BYTES + bundle.readUInt16BE(place);
  }
  if (place > bundle.length) throw new NotProven('MALFORMED', where);
  return bundle.subarray(0, place);
}
