import { crc32 } from 'node:zlib';

/**
 * A frame is how one event lies on disk: length and CRC-32 of the encoded `ReadResp`, both little-endian 32-bit, then
 * the message itself, exactly as it goes over the wire.
 */
export const FRAME_HEADER = 8;

/** Joins encoded events into the frames of one entry. */
export function packFrames(messages: readonly Buffer[]): Buffer {
  let size = 0;
  for (const message of messages) size += FRAME_HEADER + message.length;
  const frames = Buffer.allocUnsafe(size);
  let offset = 0;
  for (const message of messages) {
    frames.writeUInt32LE(message.length, offset);
    frames.writeUInt32LE(crc32(message), offset + 4);
    message.copy(frames, offset + FRAME_HEADER);
    offset += FRAME_HEADER + message.length;
  }
  return frames;
}

/** The encoded events of an entry, as views. */
export function unpackFrames(frames: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  for (let offset = 0; offset < frames.length;) {
    const start = offset + FRAME_HEADER;
    const end = start + frames.readUInt32LE(offset);
    messages.push(frames.subarray(start, end));
    offset = end;
  }
  return messages;
}
