import zlib from 'node:zlib';
import { promisify } from 'node:util';
import kafkajs, { type CompressionTypes as CompressionType } from 'kafkajs';
import type { Compression } from '../compression.js';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/** What kafkajs has the encoder of a batch for. */
interface Encoded {
  readonly buffer: Buffer;
}

// kafkajs has gzip alone, and takes the others from whoever brings them.
if (zlib.zstdCompress) {
  const [compress, decompress] = [promisify(zlib.zstdCompress), promisify(zlib.zstdDecompress)];
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: ({ buffer }: Encoded) => compress(buffer),
    decompress: (buffer: Buffer) => decompress(buffer),
  });
}

const TYPES = { none: CompressionTypes.None, gzip: CompressionTypes.GZIP, zstd: CompressionTypes.ZSTD };

/** As kafkajs takes it. */
export const compressionType = (compression: Compression): CompressionType => TYPES[compression];
