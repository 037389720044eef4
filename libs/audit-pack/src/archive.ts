import { unzipSync, zipSync } from 'fflate';

/** Files by their path, such as `events/claim-…/0.data`. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** Not an archive that `writtenArchive` makes. */
export class OtherArchive extends Error {
  override readonly name = 'OtherArchive';
}

/** More files than the pack of any claim has. */
const MOST_FILES = 100_000;

/** The first day that an archive can name, in whatever zone the machine stands: nothing in a pack depends on when it was made. */
const NO_TIME = new Date(1980, 0, 1);

/** Files as one archive (ZIP), stored as they are: the same files give the same bytes, whatever made them. */
export function writtenArchive(files: PackFiles): Uint8Array {
  const paths = [...files.keys()].sort();
  const entries = paths.map((path) => [path, files.get(path) as Uint8Array] as const);
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: NO_TIME });
}

/** The files of an archive. @throws OtherArchive */
export function readArchive(bytes: Uint8Array): PackFiles {
  return new Map(Object.entries(unpacked(bytes)));
}

/**
 * Whether an archive is, byte for byte, what these files give. What stands between the files means nothing to most programs that read
 * archives: nobody else would find that it was changed.
 */
export const isArchiveOf = (bytes: Uint8Array, files: PackFiles): boolean =>
  isSame(writtenArchive(files), bytes);

/** Whether these are the same bytes. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place]);

/** Nothing is unpacked that is larger than the archive itself: whoever checks packs of strangers runs out of no memory. */
function unpacked(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let [count, size] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ compression, originalSize }) => {
        [count, size] = [count + 1, size + originalSize];
        if (compression !== 0 || count > MOST_FILES || size > bytes.length)
          throw new OtherArchive('It unpacks to more than it is');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof OtherArchive) throw error;
    throw new OtherArchive('It cannot be read as an archive', { cause: error });
  }
}
