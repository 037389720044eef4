import { crc32 } from 'node:zlib';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSum } from './check-sum.js';

it('is the CRC-32 of the bytes between two places, however many they are', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 700, size: 'max' }),
      fc.nat(40),
      fc.nat(40),
      (bytes, before, behind) => {
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        const start = Math.min(before, bytes.length);
        const end = Math.max(start, bytes.length - behind);
        expect(checkSum(view, start, end)).toBe(crc32(bytes.subarray(start, end)));
      },
    ),
    { numRuns: 1_000 },
  );
});
