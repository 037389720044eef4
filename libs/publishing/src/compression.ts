import zlib from 'node:zlib';
import { promisify } from 'node:util';
import kafkajs, { type CompressionTypes as CompressionType } from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/** What kafkajs has the encoder of a batch for. */
interface Encoded {
  readonly buffer: Buffer;
}

// Node packs zstd from 22.15 on; kafkajs has gzip alone, and takes the others from whoever brings them.
const zstd = zlib.zstdCompress
  ? { compress: promisify(zlib.zstdCompress), decompress: promisify(zlib.zstdDecompress) }
  : undefined;

if (zstd) {
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: ({ buffer }: Encoded) => zstd.compress(buffer),
    decompress: (buffer: Buffer) => zstd.decompress(buffer),
  });
}

const TYPES = { none: CompressionTypes.None, gzip: CompressionTypes.GZIP, zstd: CompressionTypes.ZSTD };

/** How batches of messages may be packed on their way to the brokers and on their disks. */
export type Compression = keyof typeof TYPES;

/** As kafkajs takes it. @throws Error for zstd where Node is too old */
export function compressionType(compression: Compression): CompressionType {
  if (compression === 'zstd' && !zstd) throw new Error('zstd needs Node 22.15 or newer: take gzip');
  return TYPES[compression];
}
