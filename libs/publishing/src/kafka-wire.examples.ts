import { once } from 'node:events';
import { type AddressInfo, Socket, createServer } from 'node:net';

/** One batch of records, as it goes over the wire to one partition. */
export interface SentBatch {
  readonly topic: string;
  readonly partition: number;
  /** What the producer waits for: -1 is every replica that is in sync. */
  readonly acks: number;
  /** 0 of a producer that is not idempotent has none: -1. */
  readonly producerId: bigint;
  readonly firstSequence: number;
  readonly records: number;
  /** 0 none, 1 gzip, 4 zstd. */
  readonly compression: number;
  readonly bytes: number;
}

/** Somebody who stands between clients and a broker and reads along. */
export interface KafkaWire {
  readonly port: number;
  /** What was sent so far, and in how many requests. */
  readonly sent: SentBatch[];
  readonly requests: () => number;
  /** The next so many batches that reach the broker are not confirmed: the line breaks in place of its answer. */
  loseAnswers(count: number): void;
  close(): Promise<void>;
}

const PRODUCE = 0;
const LENGTH_BYTES = 4;
const FIRST_COMPACT = 9;
const COMPRESSION_MASK = 0x07;

/** Passes on everything between clients and the broker on a port of this machine, and notes what is produced. */
export async function kafkaWire(brokerPort: number): Promise<KafkaWire> {
  const sent: SentBatch[] = [];
  let [requests, toLose] = [0, 0];
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = new Socket();
    let isLost = false;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.once('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
      socket.on('error', () => {
        // Its end is told by `close`.
      });
    }
    eachFrame(near, (frame) => {
      const batches = producedBy(frame);
      if (batches.length > 0) {
        sent.push(...batches);
        requests += 1;
        if (toLose > 0) [toLose, isLost] = [toLose - 1, true];
      }
      far.write(frame);
    });
    far.on('data', (answer) => {
      if (isLost) near.resetAndDestroy();
      else near.write(answer);
    });
    far.connect(brokerPort, '127.0.0.1');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    sent,
    requests: () => requests,
    loseAnswers: (count) => void (toLose = count),
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** Calls with each message of the protocol, length and all. */
function eachFrame(socket: Socket, take: (frame: Buffer) => void): void {
  let held = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    held = Buffer.concat([held, chunk]);
    while (held.length >= LENGTH_BYTES) {
      const length = LENGTH_BYTES + held.readInt32BE(0);
      if (held.length < length) return;
      take(held.subarray(0, length));
      held = held.subarray(length);
    }
  });
}

/** The batches of a Produce request of version 3 to 12; none of any other request. */
function producedBy(frame: Buffer): SentBatch[] {
  const read = reader(frame.subarray(LENGTH_BYTES));
  if (read.int16() !== PRODUCE) return [];
  const isCompact = read.int16() >= FIRST_COMPACT;
  read.skip(4);
  read.text();
  const inTheForm = isCompact ? compact(read) : read;
  inTheForm.tags();
  inTheForm.text();
  const acks = read.int16();
  read.skip(4);
  return inTheForm
    .list(() => {
      const topic = inTheForm.text();
      const batches = inTheForm.list(() => {
        const batch = batchOf(topic, read.int32(), acks, inTheForm.bytes());
        inTheForm.tags();
        return batch;
      });
      inTheForm.tags();
      return batches;
    })
    .flat();
}

/** The head of a record batch (magic 2): the fields stand where the protocol says. */
function batchOf(topic: string, partition: number, acks: number, batch: Buffer): SentBatch {
  return {
    topic,
    partition,
    acks,
    producerId: batch.readBigInt64BE(43),
    firstSequence: batch.readInt32BE(53),
    records: batch.readInt32BE(57),
    compression: batch.readInt16BE(21) & COMPRESSION_MASK,
    bytes: batch.length,
  };
}

/** Reads a request from its beginning on. */
function reader(buffer: Buffer) {
  let at = 0;
  const taken = (count: number) => buffer.subarray(at, (at += count));
  const int16 = () => taken(2).readInt16BE();
  const int32 = () => taken(4).readInt32BE();
  return {
    taken,
    int16,
    int32,
    skip: (count: number) => void taken(count),
    /** A text that may be absent, which is empty here. */
    text: () => taken(Math.max(0, int16())).toString('utf8'),
    bytes: () => taken(int32()),
    list: <Item>(item: () => Item) => Array.from({ length: int32() }, item),
    tags: () => {},
  };
}

type Reader = ReturnType<typeof reader>;

/** Lengths as newer versions write them: of variable size and one more than they are, with fields behind that may be added later. */
function compact({ taken }: Reader) {
  const number = (): number => {
    const byte = taken(1).readUInt8();
    return byte < 0x80 ? byte : (byte & 0x7f) + 0x80 * number();
  };
  const length = () => Math.max(0, number() - 1);
  return {
    text: () => taken(length()).toString('utf8'),
    bytes: () => taken(length()),
    list: <Item>(item: () => Item) => Array.from({ length: length() }, item),
    tags: () => {
      for (let left = number(); left > 0; left--) {
        number();
        taken(number());
      }
    },
  };
}
