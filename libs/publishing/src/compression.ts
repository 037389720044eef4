import zlib from 'node:zlib';

/** How batches of messages may be packed on their way to the brokers and on their disks. */
export type Compression = 'none' | 'gzip' | 'zstd';

/** @throws Error for zstd where Node is too old: it packs it from 22.15 on */
export function requireCompression(compression: Compression): void {
  if (compression === 'zstd' && !zlib.zstdCompress) {
    throw new Error('zstd needs Node 22.15 or newer: take gzip');
  }
}
