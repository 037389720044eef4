import { describe, expect, it } from '@jest/globals';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { plainRead } from './plain-read.js';
import { understandRead } from './read-request.js';

const { ReadReq } = streamsPb;
const { Options } = ReadReq;
type Options = InstanceType<typeof Options>;

const empty = () => new sharedPb.Empty();
const bytes = (request: { serializeBinary(): Uint8Array }) => Buffer.from(request.serializeBinary());

const ofStream = (name: string, place: (stream: InstanceType<typeof Options.StreamOptions>) => unknown) => {
  const identifier = new sharedPb.StreamIdentifier().setStreamName(Buffer.from(name));
  const stream = new Options.StreamOptions().setStreamIdentifier(identifier);
  place(stream);
  return new Options().setStream(stream).setNoFilter(empty()).setCount('4096');
};
const fromStart = (name = 'claim-1') => ofStream(name, (stream) => stream.setStart(empty()));

/** What may be said in a request, plain or not, sound or not. */
const said: fc.Arbitrary<(options: Options) => unknown> = fc.constantFrom(
  (options: Options) => options.setResolveLinks(true),
  (options: Options) => options.setUuidOption(new Options.UUIDOption().setString(empty())),
  (options: Options) => options.setUuidOption(new Options.UUIDOption().setStructured(empty())),
  (options: Options) => options.setControlOption(new Options.ControlOption().setCompatibility(1)),
  (options: Options) => options.setReadDirection(Options.ReadDirection.BACKWARDS),
  (options: Options) => options.setSubscription(new Options.SubscriptionOptions()),
  (options: Options) => options.setAll(new Options.AllOptions().setStart(empty())),
  (options: Options) => options.setFilter(new Options.FilterOptions()),
  (options: Options) => options.setCount('0'),
  (options: Options) => options.setCount('18446744073709551615'),
  (options: Options) => options.getStream()?.setEnd(empty()),
  (options: Options) => options.getStream()?.setRevision('18446744073709551615'),
  (options: Options) => options.getStream()?.setRevision('4294967296'),
  (options: Options) => options.getStream()?.clearStreamIdentifier(),
  (options: Options) => options.clearStream(),
);

describe('a plain read', () => {
  it.each([
    ['from the start', fromStart('klaim-é'), 'klaim-é', 'start'],
    ['from a revision', ofStream('a', (stream) => stream.setRevision('300')), 'a', 300],
  ])('is understood at once: %s', (_, options, stream, from) => {
    expect(plainRead(bytes(new ReadReq().setOptions(options)))).toMatchObject({ stream, from, count: 4096 });
  });

  it('is understood as any other is, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(said, { maxLength: 3 }), (name, saying) => {
        const options = fromStart(name);
        for (const say of saying) say(options);
        const request = new ReadReq().setOptions(options);
        const plain = plainRead(bytes(request));
        if (plain !== undefined) expect(plain).toEqual(understandRead(request));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is none with bytes that are not of it', () => {
    const sound = bytes(new ReadReq().setOptions(fromStart()));
    const last = Buffer.from([0x18, 1]);
    expect(plainRead(sound)).toBeDefined();
    for (let length = 0; length < sound.length; length++)
      expect(plainRead(sound.subarray(0, length))).toBeUndefined();
    expect(plainRead(Buffer.concat([sound, last]))).toBeUndefined();
    expect(plainRead(Buffer.concat([sound, sound]))).toBeUndefined();
  });
});
