import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { EARNEST } from './earnest-messages.js';
import { frame } from './frame.js';
import { GUARDED, PUBLIC, REFUSED } from './methods.js';
import type { RawCall } from './raw-call.js';

/** A call as no client makes it. */
export type OddCall = RawCall & { readonly kind: 'call' };

/** Bytes on a connection of their own: HTTP/1.1, HTTP/2 or neither. */
export interface OddBytes {
  readonly kind: 'bytes';
  readonly chunks: readonly Buffer[];
}

const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const someBytes = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const place = fc.double({ min: 0, max: 1, noNaN: true });

/** Lengths that promise more than follows, varints without end, groups, fields that no message has. */
const TRAPS = [
  '0affffffff0f',
  '0a05',
  '0affffffffffffffffff01',
  'ffffffffffffffffffffff',
  '0b',
  '0c',
  '00',
  '07',
].map(bytes);
const trap = fc
  .tuple(fc.constantFrom(...TRAPS), fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }))
  .map(([inner, path]) => path.reduceRight(within, inner));

function within(inner: Buffer, field: number): Buffer {
  return Buffer.concat([Buffer.from([(field << 3) | 2, inner.length]), inner]);
}

/** Bends bytes in one place. */
const bend: fc.Arbitrary<(whole: Buffer) => Buffer> = fc.oneof(
  fc.tuple(place, fc.nat(255)).map(([at, value]) => (whole: Buffer) => {
    const bent = Buffer.from(whole);
    if (bent.length > 0) bent[Math.floor(at * (bent.length - 1))]! ^= value;
    return bent;
  }),
  place.map((at) => (whole: Buffer) => whole.subarray(0, Math.floor(at * whole.length))),
  fc.tuple(place, fc.oneof(someBytes, trap)).map(([at, extra]) => (whole: Buffer) => {
    const cut = Math.floor(at * whole.length);
    return Buffer.concat([whole.subarray(0, cut), extra, whole.subarray(cut)]);
  }),
  fc.integer({ min: 2, max: 40 }).map((times) => (whole: Buffer) => {
    return Buffer.concat(Array.from({ length: times }, () => whole));
  }),
);

const bent = (whole: Buffer) =>
  fc.array(bend, { maxLength: 3 }).map((bends) => bends.reduce((now, one) => one(now), whole));

function messageTo(path: string): fc.Arbitrary<Buffer> {
  const earnest = EARNEST.get(path) ?? [Buffer.alloc(0)];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...earnest).chain(bent) },
    { weight: 3, arbitrary: trap },
    { weight: 1, arbitrary: someBytes },
  );
}

/** A message in its frame, which may lie about its length or say that it is packed. */
const framed = (message: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 12, arbitrary: message.map((one) => frame(one)) },
    { weight: 1, arbitrary: message.map((one) => frame(gzipSync(one), 1)) },
    { weight: 1, arbitrary: fc.tuple(message, fc.nat(255)).map(([one, flag]) => frame(one, flag)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(message, fc.oneof(fc.nat(200), fc.constantFrom(20_971_521, 4_294_967_295)))
        .map(([one, length]) => frame(one, 0, length)),
    },
    { weight: 1, arbitrary: message.map((one) => frame(one).subarray(0, 4)) },
  );

/** Most methods take one message. */
const frames = (one: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> =>
  fc
    .oneof({ weight: 4, arbitrary: fc.tuple(one) }, { weight: 1, arbitrary: fc.array(one, { maxLength: 6 }) })
    .map((several) => Buffer.concat(several));

/** What is sent comes in pieces that have nothing to do with the frames in it. */
const inPieces = (whole: Buffer): fc.Arbitrary<Buffer[]> =>
  fc.array(place, { maxLength: 3 }).map((places) => {
    const cuts = [0, ...places.map((at) => Math.floor(at * whole.length)), whole.length].sort(
      (a, b) => a - b,
    );
    return cuts.slice(1).map((cut, n) => whole.subarray(cuts[n], cut));
  });

const path = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...GUARDED) },
  { weight: 2, arbitrary: fc.constantFrom(...PUBLIC) },
  { weight: 2, arbitrary: fc.constantFrom(...REFUSED) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/', '//', '/ping', '/event_store.client.streams.Streams/Nothing', '/a/b/c'),
  },
);

/** @param credentials what stands in `authorization`; undefined for none */
const headers = (credentials: readonly (string | undefined)[]) =>
  fc
    .record({
      ':method': fc.oneof(
        { weight: 15, arbitrary: fc.constant('POST') },
        fc.constantFrom('GET', 'PUT', 'OPTIONS'),
      ),
      'content-type': fc.oneof(
        { weight: 15, arbitrary: fc.constantFrom('application/grpc', 'application/grpc+proto') },
        fc.constantFrom('application/json', 'text/plain', ''),
      ),
      'grpc-timeout': fc.oneof(
        { weight: 15, arbitrary: fc.constant(undefined) },
        fc.constantFrom('1S', '0n', '1m', 'soon', '-1S', '99999999H', '999999999H'),
      ),
      'grpc-encoding': fc.oneof(
        { weight: 10, arbitrary: fc.constant(undefined) },
        fc.constantFrom('gzip', 'deflate', 'identity', 'snappy'),
      ),
      authorization: fc.constantFrom(...credentials),
      'connection-name': fc.option(fc.stringMatching(/^[ -~]{0,20}$/), { nil: undefined }),
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

const call = (credentials: readonly (string | undefined)[]): fc.Arbitrary<OddCall> =>
  path.chain((to) =>
    fc.record({
      kind: fc.constant('call' as const),
      path: fc.constant(to),
      headers: headers(credentials),
      chunks: frames(framed(messageTo(to))).chain(inPieces),
      open: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
      trailers: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
  );

/** A frame of HTTP/2: 24 bits of length, kind, flags, stream, content. */
const http2Frame = fc
  .tuple(fc.nat(12), fc.nat(255), fc.oneof(fc.nat(7), fc.nat()), someBytes, fc.option(fc.nat(0xffffff)))
  .map(([kind, flags, id, content, lie]) => {
    const head = Buffer.alloc(9);
    head.writeUIntBE(lie ?? content.length, 0, 3);
    head.writeUInt8(kind, 3);
    head.writeUInt8(flags, 4);
    head.writeUInt32BE(id, 5);
    return Buffer.concat([head, content]);
  });

const LINES = [
  'GET /ping HTTP/1.1',
  'GET // HTTP/1.1',
  'POST /gossip HTTP/1.1',
  'GET http://[ HTTP/1.0',
  'PRI / HTTP/2',
];
const http1 = fc
  .tuple(
    fc.constantFrom(...LINES),
    fc.array(fc.stringMatching(/^[a-z-]{1,12}: [ -~]{0,20}$/), { maxLength: 4 }),
    someBytes,
  )
  .map(([line, fields, body]) =>
    Buffer.concat([Buffer.from(`${[line, 'host: x', ...fields].join('\r\n')}\r\n\r\n`), body]),
  );

const connection: fc.Arbitrary<OddBytes> = fc
  .oneof(
    fc.array(http2Frame, { maxLength: 6 }).map((frames) => Buffer.concat([PREFACE, ...frames])),
    http1,
    http1.chain(bent),
    fc.constant(PREFACE).chain(bent),
    someBytes,
  )
  .chain(inPieces)
  .map((chunks) => ({ kind: 'bytes', chunks }));

/** Odd calls and odd bytes; the same seed makes the same. */
export function oddities(
  count: number,
  seed: number,
  credentials: readonly (string | undefined)[],
): (OddCall | OddBytes)[] {
  const one = fc.oneof({ weight: 9, arbitrary: call(credentials) }, { weight: 1, arbitrary: connection });
  return fc.sample(one, { numRuns: count, seed });
}
