const PREFIX_BYTES = 5;

/** A message as gRPC sends it: whether it is packed and its length stand before it. */
export function frame(message: Uint8Array, flag = 0, length = message.length): Buffer {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt8(flag, 0);
  prefix.writeUInt32BE(length, 1);
  return Buffer.concat([prefix, message]);
}

/** Cuts what comes over a call into messages. */
export class Unframed {
  private rest: Buffer = Buffer.alloc(0);

  /** The messages that are whole with this piece. */
  *of(piece: Buffer): Generator<Buffer> {
    this.rest = Buffer.concat([this.rest, piece]);
    while (this.rest.length >= PREFIX_BYTES) {
      const end = PREFIX_BYTES + this.rest.readUInt32BE(1);
      if (this.rest.length < end) return;
      yield this.rest.subarray(PREFIX_BYTES, end);
      this.rest = this.rest.subarray(end);
    }
  }
}
