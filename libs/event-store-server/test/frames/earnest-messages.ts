import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';

const { AppendReq, BatchAppendReq, DeleteReq, ReadReq } = streamsPb;
const { CreateReq, GetInfoReq, ListReq } = persistentPb;
const EMPTY = new sharedPb.Empty();
const STREAMS = '/event_store.client.streams.Streams/';
const GROUPS = '/event_store.client.persistent_subscriptions.PersistentSubscriptions/';

type Message = { serializeBinary(): Uint8Array };
const odd = () => new sharedPb.StreamIdentifier().setStreamName(Buffer.from('odd'));
const uuid = () => new sharedPb.UUID().setString('0af7651c-0f6e-4b0e-9c1f-2d3e4f506172');

function event<Event extends InstanceType<typeof BatchAppendReq.ProposedMessage>>(message: Event): Event {
  message.setId(uuid());
  message.setData(Buffer.from('{"n":1}'));
  message.setCustomMetadata(Buffer.from('{}'));
  message.getMetadataMap().set('type', 'Odd').set('content-type', 'application/json');
  return message;
}

function reads(): Message[] {
  const ofStream = new ReadReq.Options.StreamOptions().setStreamIdentifier(odd()).setStart(EMPTY);
  const one = new ReadReq.Options().setStream(ofStream).setCount('10').setNoFilter(EMPTY);
  const everything = new ReadReq.Options.AllOptions().setStart(EMPTY);
  const all = new ReadReq.Options().setAll(everything).setCount('5');
  const prefixes = new ReadReq.Options.FilterOptions.Expression().setPrefixList(['odd', '$']);
  const filter = new ReadReq.Options.FilterOptions().setStreamIdentifier(prefixes).setMax(3);
  const live = new ReadReq.Options().setAll(everything).setFilter(filter);
  live.setSubscription(new ReadReq.Options.SubscriptionOptions());
  return [one, all, live].map((options) => new ReadReq().setOptions(options));
}

function appends(): Record<string, Message[]> {
  const target = new AppendReq.Options().setStreamIdentifier(odd()).setAny(EMPTY);
  const proposed = event(new AppendReq.ProposedMessage());
  const options = new BatchAppendReq.Options().setStreamIdentifier(odd());
  const batch = new BatchAppendReq().setCorrelationId(uuid()).setOptions(options).setIsFinal(true);
  batch.setProposedMessagesList([event(new BatchAppendReq.ProposedMessage())]);
  const gone = new DeleteReq.Options().setStreamIdentifier(odd()).setAny(EMPTY);
  return {
    Append: [new AppendReq().setOptions(target), new AppendReq().setProposedMessage(proposed)],
    BatchAppend: [batch],
    Delete: [new DeleteReq().setOptions(gone)],
  };
}

function groups(): Record<string, Message[]> {
  const settings = new CreateReq.Settings()
    .setMaxRetryCount(3)
    .setReadBatchSize(20)
    .setHistoryBufferSize(500);
  settings.setLiveBufferSize(500).setMessageTimeoutMs(1_000).setMaxCheckpointCount(100);
  const options = new CreateReq.Options()
    .setGroupName('odd')
    .setStreamIdentifier(odd())
    .setSettings(settings);
  const define = new CreateReq().setOptions(options);
  const name = new GetInfoReq().setOptions(
    new GetInfoReq.Options().setGroupName('odd').setStreamIdentifier(odd()),
  );
  const ack = new persistentPb.ReadReq().setAck(new persistentPb.ReadReq.Ack().setIdsList([uuid()]));
  const list = new ListReq().setOptions(new ListReq.Options().setListAllSubscriptions(EMPTY));
  return {
    Create: [define],
    Update: [define],
    GetInfo: [name],
    Delete: [name],
    ReplayParked: [name],
    List: [list],
    Read: [name, ack],
  };
}

/** Messages that the methods take in earnest. */
export const EARNEST: ReadonlyMap<string, readonly Buffer[]> = new Map(
  [
    [`${STREAMS}Read`, reads()] as const,
    ...Object.entries(appends()).map(([name, messages]) => [STREAMS + name, messages] as const),
    ...Object.entries(groups()).map(([name, messages]) => [GROUPS + name, messages] as const),
  ].map(([path, messages]) => [path, messages.map((one) => Buffer.from(one.serializeBinary()))]),
);
