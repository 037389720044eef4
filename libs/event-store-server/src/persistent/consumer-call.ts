import type { ServerDuplexStream } from '@grpc/grpc-js';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/persistent_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { Access } from '../security/guard.js';
import {
  invalidArgument,
  serverStopping,
  subscriberStalled,
  toCallError,
  type CallError,
} from '../service/errors.js';
import { decodeMessage } from '../wire/decode-message.js';
import { ProtoReader } from '../wire/proto-reader.js';
import { readUuid } from '../wire/uuid.js';
import { ALL, groupId, readKey } from './group-definition.js';
import { Consumer } from './consumer.js';
import type { NackAction, PersistentGroup } from './persistent-group.js';
import type { PersistentSubscriptions } from './persistent-subscriptions.js';

const { Action } = persistentPb.ReadReq.Nack;

/** No more is handed to the network for a consumer while this many bytes wait there. */
const FULL_BYTES = 64 * 1024;

interface Connected {
  readonly group: PersistentGroup;
  readonly consumer: Consumer;
}

/** What serving consumers needs. */
export interface ConsumerContext {
  readonly subscriptions: PersistentSubscriptions;
  /** Aborts when the server is about to stop. */
  readonly stopping: AbortSignal;
  /** How long a consumer may take nothing of what is sent to it. */
  readonly stalledAfterMs: number;
  /** Called when a consumer took nothing for so long and is dropped. */
  readonly onStalled: (peer: string, error: CallError) => void;
}

type Call = ServerDuplexStream<Buffer, Buffer>;

/**
 * Serves `Read` of a persistent subscription: the first message names the group, the following ones acknowledge or
 * reject what was delivered.
 */
export function serveConsumer(context: ConsumerContext, access: Access, call: Call): void {
  if (context.stopping.aborted) return void call.emit('error', serverStopping());
  let connected: Connected | undefined;
  const leave = () => {
    if (connected !== undefined) connected.group.disconnect(connected.consumer);
  };
  call.on('data', (bytes: Buffer) => {
    try {
      const request = decodeMessage(persistentPb.ReadReq, bytes);
      if (connected === undefined) connected = connect(context, access, call, request);
      else answer(connected, request);
    } catch (error) {
      call.emit('error', toCallError(error));
    }
  });
  call.on('end', () => {
    leave();
    call.end();
  });
  call.on('cancelled', leave);
  call.on('error', leave);
}

function connect(context: ConsumerContext, access: Access, call: Call, request: ReadReq): Connected {
  const options = request.getOptions();
  if (options === undefined) throw invalidArgument('The first message must name the group.');
  const key = readKey(options);
  access.demand('read', key.stream ?? ALL);
  if (options.getBufferSize() < 0) throw invalidArgument('The buffer of a consumer cannot be negative.');
  const group = context.subscriptions.joinable(key);
  const line = lineTo(context, call, group);
  const consumer = new Consumer({
    from: call.getPeer(),
    username: access.name,
    connectionName: String(call.metadata.get('connection-name')[0] ?? ''),
    bufferSize: options.getBufferSize(),
    isReady: () => line.hasRoom,
    send: (message) => line.send(message),
    drop: (reason) => call.emit('error', reason),
  });
  line.send(confirmation(groupId(key)));
  group.connect(consumer);
  return { group, consumer };
}

function lineTo(
  { stalledAfterMs, onStalled }: ConsumerContext,
  call: Call,
  group: PersistentGroup,
): ConsumerLine {
  return new ConsumerLine(
    call,
    stalledAfterMs,
    () => group.proceed(),
    (error) => {
      onStalled(call.getPeer(), error);
      call.emit('error', error);
    },
  );
}

function confirmation(subscriptionId: string): Buffer {
  const confirmed = new persistentPb.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(subscriptionId);
  const response = new persistentPb.ReadResp();
  response.setSubscriptionConfirmation(confirmed);
  return Buffer.from(response.serializeBinary());
}

function answer({ group, consumer }: Connected, request: ReadReq): void {
  const ack = request.getAck();
  const nack = request.getNack();
  if (ack !== undefined) group.acknowledge(ack.getIdsList().map(uuidText));
  else if (nack !== undefined) {
    group.reject(consumer, nack.getIdsList().map(uuidText), actionOf(nack), nack.getReason());
  } else throw invalidArgument('A message after the first must acknowledge or reject.');
}

function uuidText(uuid: UUID): string {
  const id = readUuid(new ProtoReader(Buffer.from(uuid.serializeBinary())));
  if (id === undefined) throw invalidArgument('The id of a message is not a UUID.');
  return id;
}

function actionOf(nack: ReadReq.Nack): NackAction {
  const action = nack.getAction();
  if (action === Action.PARK) return 'park';
  if (action === Action.SKIP) return 'skip';
  return action === Action.STOP ? 'stop' : 'retry';
}

/**
 * The sending side of a consumer's call. It is full while the consumer does not take what was sent, so that a consumer
 * that stopped reading holds little in the server, and others get its messages; after a while it is given up.
 */
class ConsumerLine {
  private untaken = 0;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param stalledAfterMs how long a consumer may take nothing while the line is full
   * @param onRoom called when the line is not full any more
   */
  constructor(
    private readonly call: ServerDuplexStream<unknown, Buffer>,
    private readonly stalledAfterMs: number,
    private readonly onRoom: () => void,
    private readonly onStalled: (error: CallError) => void,
  ) {
    call.once('close', () => clearTimeout(this.timer));
    call.once('cancelled', () => clearTimeout(this.timer));
  }

  /** True when one more message may be sent. */
  get hasRoom(): boolean {
    return this.untaken < FULL_BYTES;
  }

  /** Hands over a message. */
  send(message: Buffer): void {
    if (this.isGone) return;
    this.untaken += message.length;
    this.call.write(message, () => this.taken(message.length));
    if (!this.hasRoom) this.timer ??= this.watch();
  }

  private taken(bytes: number): void {
    const wasFull = !this.hasRoom;
    this.untaken -= bytes;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.hasRoom && wasFull) this.onRoom();
    else if (wasFull) this.timer = this.watch();
  }

  private get isGone(): boolean {
    return this.call.cancelled || this.call.destroyed || this.call.writableEnded;
  }

  private watch(): NodeJS.Timeout {
    return setTimeout(() => {
      if (!this.isGone) this.onStalled(subscriberStalled(this.stalledAfterMs / 1000));
    }, this.stalledAfterMs).unref();
  }
}
