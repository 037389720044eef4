import { describe, expect, it } from '@jest/globals';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import {
  FROM_END,
  UnusableSettings,
  readDefinition,
  readKey,
  readKeyToDelete,
  requireKnown,
  requireRoom,
} from './group-definition.js';

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

  it('may name a place that JavaScript cannot count to, and is told the same', () => {
    const { settings: read } = createRequest((options) => {
      options.setStreamIdentifier(named('orders'));
      options.getSettings()!.setRevision('9223372036854775806');
    });
    expect(read.startText).toBe('9223372036854775806');
  });

  it.each([
    ['9', '10', 'prepare position must be less than or equal to the commit position'],
    ['9223372036854775808', '0', 'is past any place in a log'],
  ])('may not name the place {%s, %s} in $all', (commit, prepare, reason) => {
    const create = () =>
      createRequest((options) => {
        const position = new CreateReq.Position().setCommitPosition(commit).setPreparePosition(prepare);
        options.setAll(new CreateReq.AllOptions().setPosition(position));
      });
    expect(create).toThrow(reason);
  });

  it('must name a stream or $all, and says so', () => {
    expect(() => createRequest(() => undefined)).toThrow('names no stream');
    expect(() => createRequest((options) => options.setStreamIdentifier(named('$all')))).toThrow(
      'Persistent subscriptions to $all are only supported',
    );
  });
});

describe('settings', () => {
  const { key, settings: asked } = createRequest((options) => options.setStreamIdentifier(named('orders')));

  it('name a strategy that there is', () => {
    expect(() => requireKnown(key, { ...asked, strategy: 'Loudest' }, 0)).toThrow(
      new UnusableSettings('Consumer strategy Loudest does not exist.'),
    );
  });

  it('name no place behind the end of $all, but any revision', () => {
    const late = { ...asked, startFrom: 1_000 };
    expect(requireKnown(key, late, 7).startFrom).toBe(1_000);
    expect(() => requireKnown({ ...key, stream: undefined }, late, 7)).toThrow('last commit position');
  });

  it('read less at once than they hold ready, whatever else they say', () => {
    const usable = requireKnown(key, asked, 0);
    expect(() => requireRoom(usable)).not.toThrow();
    expect(() =>
      requireRoom({ ...usable, readBatchSize: 0, liveBufferSize: 0, maxRetryCount: -1 }),
    ).not.toThrow();
    expect(() => requireRoom({ ...usable, readBatchSize: 500 })).toThrow(UnusableSettings);
    expect(() => requireRoom({ ...usable, historyBufferSize: 0 })).toThrow(UnusableSettings);
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

  it('may give $all as the name of a stream, unless it deletes', () => {
    const options = new DeleteReq.Options().setGroupName('group').setStreamIdentifier(named('$all'));
    expect(readKey(options)).toEqual({ stream: undefined, group: 'group' });
    expect(() => readKeyToDelete(options)).toThrow('only supported');
  });
});
