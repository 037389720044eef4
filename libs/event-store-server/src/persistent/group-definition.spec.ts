import { describe, expect, it } from '@jest/globals';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import { FROM_END, UnusableSettings, readDefinition, readKey, requireUsable } from './group-definition.js';

const { CreateReq, DeleteReq } = persistentPb;

function named(stream: string): InstanceType<typeof sharedPb.StreamIdentifier> {
  const identifier = new sharedPb.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

function settings(): InstanceType<typeof CreateReq.Settings> {
  const made = new CreateReq.Settings();
  made.setHistoryBufferSize(500);
  made.setLiveBufferSize(500);
  made.setReadBatchSize(20);
  return made;
}

function createRequest(fill: (options: InstanceType<typeof CreateReq.Options>) => void) {
  const options = new CreateReq.Options();
  options.setGroupName('group');
  options.setSettings(settings());
  fill(options);
  const request = new CreateReq();
  request.setOptions(options);
  return readDefinition(request);
}

describe('a request to create a group', () => {
  it.each([
    ['0', 0],
    ['17', 17],
    ['18446744073709551615', FROM_END],
  ])('may name its start in the settings, as old clients do (%s)', (revision, startFrom) => {
    const { key, settings: read } = createRequest((options) => {
      options.setStreamIdentifier(named('orders'));
      options.getSettings()!.setRevision(revision);
    });
    expect(key).toEqual({ stream: 'orders', group: 'group' });
    expect(read.startFrom).toBe(startFrom);
  });

  it('may name its start beside the stream, as new clients do', () => {
    const start = (fill: (stream: InstanceType<typeof CreateReq.StreamOptions>) => void) =>
      createRequest((options) => {
        const stream = new CreateReq.StreamOptions();
        stream.setStreamIdentifier(named('orders'));
        fill(stream);
        options.setStream(stream);
      }).settings.startFrom;
    expect(start((stream) => stream.setRevision('5'))).toBe(5);
    expect(start((stream) => stream.setStart(new sharedPb.Empty()))).toBe(0);
    expect(start((stream) => stream.setEnd(new sharedPb.Empty()))).toBe(FROM_END);
  });

  it('may give times in ticks of 100 nanoseconds', () => {
    const { settings: read } = createRequest((options) => {
      options.setStreamIdentifier(named('orders'));
      options.getSettings()!.setMessageTimeoutTicks('300000000');
      options.getSettings()!.setCheckpointAfterTicks('20000000');
    });
    expect(read).toMatchObject({ messageTimeoutMs: 30_000, checkpointAfterMs: 2_000 });
  });

  it.each(['RoundRobin', 'DispatchToSingle', 'Pinned', 'PinnedByCorrelation'])(
    'may name the strategy %s',
    (strategy) => {
      const { settings: read } = createRequest((options) => {
        options.setStreamIdentifier(named('orders'));
        options.getSettings()!.setConsumerStrategy(strategy);
      });
      expect(read.strategy).toBe(strategy);
    },
  );

  it('may not name a strategy that there is not', () => {
    const create = () =>
      createRequest((options) => {
        options.setStreamIdentifier(named('orders'));
        options.getSettings()!.setConsumerStrategy('Loudest');
      });
    expect(create).toThrow(
      "Subscription group group on stream orders failed: 'Consumer strategy Loudest does not exist.'",
    );
  });

  it('must name a stream or $all, and says so', () => {
    expect(() => createRequest(() => undefined)).toThrow('names no stream');
    expect(() => createRequest((options) => options.setStreamIdentifier(named('$all')))).toThrow(
      'not for $all',
    );
  });
});

describe('settings', () => {
  const usable = createRequest((options) => options.setStreamIdentifier(named('orders'))).settings;

  it('are checked before they are used', () => {
    expect(() => requireUsable(usable)).not.toThrow();
    for (const broken of [
      { historyBufferSize: 0 },
      { liveBufferSize: 0 },
      { readBatchSize: 0 },
      { readBatchSize: 500 },
      { maxRetryCount: -1 },
      { messageTimeoutMs: -1 },
    ]) {
      expect(() => requireUsable({ ...usable, ...broken })).toThrow(UnusableSettings);
    }
  });
});

describe('any other request', () => {
  it('names its group', () => {
    const options = new DeleteReq.Options();
    options.setGroupName('group');
    expect(() => readKey(options)).toThrow('names no stream');
    options.setAll(new sharedPb.Empty());
    expect(readKey(options)).toEqual({ stream: undefined, group: 'group' });
    options.setStreamIdentifier(named('orders'));
    expect(readKey(options)).toEqual({ stream: 'orders', group: 'group' });
    options.setGroupName('');
    expect(() => readKey(options)).toThrow('no name');
    expect(() => readKey(undefined)).toThrow('no options');
  });
});
