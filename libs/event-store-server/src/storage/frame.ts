import { crc32 } from 'node:zlib';
import type { Bytes } from '../wire/bytes.js';
import { checkSum } from './check-sum.js';

/**
 * A frame is how one event lies on disk: length and CRC-32 of the encoded `ReadResp`, both little-endian 32-bit, then
 * the message itself, exactly as it goes over the wire. An entry is a row of frames.
 */
export const FRAME_HEADER = 8;

/** Completes a frame whose message already stands at `offset + FRAME_HEADER`. */
export function sealFrame({ view }: Bytes, offset: number, messageLength: number): void {
  const start = offset + FRAME_HEADER;
  view.setUint32(offset, messageLength, true);
  view.setUint32(offset + 4, checkSum(view, start, start + messageLength), true);
}

/** Where the frame after this one begins. */
export function nextFrame(frames: Buffer, offset: number): number {
  return offset + FRAME_HEADER + frames.readUInt32LE(offset);
}

/** The message of the frame at this offset, as a view. */
export function messageAt(frames: Buffer, offset: number): Buffer {
  return frames.subarray(offset + FRAME_HEADER, nextFrame(frames, offset));
}

/** True when the message of this frame is what was once stored. */
export function isFrameSound(frames: Buffer, offset: number): boolean {
  if (offset + FRAME_HEADER > frames.length || nextFrame(frames, offset) > frames.length) return false;
  return crc32(messageAt(frames, offset)) === frames.readUInt32LE(offset + 4);
}
