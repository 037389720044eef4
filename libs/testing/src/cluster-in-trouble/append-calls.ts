import { type ClientHttp2Stream, constants } from 'node:http2';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { Unframed, frame } from '../../../event-store-server/test/frames/frame.js';
import { type Backend, endAs, endTogether } from './backend.js';
import type { AppendFate, Endpoint, Said, Script } from './fates.js';
import type { GrpcCall } from './grpc-call.js';
import { batchBadRequest, batchNotReady, batchTimedOut, refusedCall, timedOut } from './refusals.js';

type Request = streamsPb.BatchAppendReq;
type Answer = streamsPb.BatchAppendResp;

/** How much later than at once what is recorded late is, in shares of a time-out. */
const LATE = 1.2;

/** An append of a batch call that has begun. */
interface Begun {
  readonly fate: AppendFate;
  readonly first: Request;
  readonly messages: Buffer[];
}

/** Plays `Streams.BatchAppend`: each append has its own fate. */
export function playBatchAppend(node: Endpoint, call: GrpcCall, backend: Backend, script: Script): void {
  const batches = new BatchAppend(call, backend, script);
  const requests = new Unframed();
  call.stream.on('data', (piece: Buffer) => {
    for (const message of requests.of(piece)) {
      batches.take(message, () => script.fateOf(node, call.requiresLeader));
    }
  });
  call.stream.once('end', () => batches.end());
}

class BatchAppend {
  private readonly begun = new Map<string, Begun>();
  /** Whose answers are passed on. */
  private readonly heard = new Set<string>();
  private there: ClientHttp2Stream | undefined;

  constructor(
    private readonly call: GrpcCall,
    private readonly backend: Backend,
    private readonly script: Script,
  ) {}

  take(message: Buffer, fate: () => AppendFate): void {
    const request = streamsPb.BatchAppendReq.deserializeBinary(message);
    const id = idOf(request);
    const one = this.begun.get(id) ?? { fate: fate(), first: request, messages: [] };
    this.begun.set(id, one);
    one.messages.push(message);
    if (!request.getIsFinal()) return;
    this.begun.delete(id);
    this.decide(one);
  }

  end(): void {
    if (this.there) this.there.end();
    else this.call.end();
  }

  private decide(one: Begun): void {
    const { call, script } = this;
    const { recorded } = one.fate;
    // Only a call that has carried nothing is refused as a whole.
    const said = one.fate.said === 'stream refused' && this.there ? 'reset' : one.fate.said;
    if (said === 'the answer') this.heard.add(idOf(one.first));
    if (recorded === 'now') this.record(one);
    if (recorded === 'late') setTimeout(() => this.record(one), LATE * script.timeoutMs);
    if (said === 'not ready') this.refuse(one, batchNotReady());
    // The exception that carries the address of the leader ends the call with all that it carries.
    if (said === 'not leader') call.end(refusedCall('not leader', script.leader));
    if (said === 'bad request, then time-out') this.refuse(one, batchBadRequest('The write was refused'));
    if (said.endsWith('time-out')) setTimeout(() => this.refuse(one, batchTimedOut()), script.timeoutMs);
    breakOff(call, said, one.messages[0]!);
  }

  private record({ messages }: Begun): void {
    this.there ??= this.opened();
    for (const message of messages) this.there.write(frame(message));
  }

  private opened(): ClientHttp2Stream {
    const { call, heard, script } = this;
    const there = this.backend.call(call);
    const answers = new Unframed();
    there.on('data', (piece: Buffer) => {
      for (const message of answers.of(piece)) {
        const answer = streamsPb.BatchAppendResp.deserializeBinary(message);
        notePosition(answer, script);
        if (heard.delete(idOf(answer))) call.send(message);
      }
    });
    endAs(there, call);
    // What is under way is recorded though its writer has gone, as in a cluster.
    call.stream.once('close', () => there.end());
    return there;
  }

  private refuse({ first }: Begun, error: NonNullable<ReturnType<Answer['getError']>>): void {
    const answer = new streamsPb.BatchAppendResp();
    answer.setCorrelationId(first.getCorrelationId());
    answer.setStreamIdentifier(first.getOptions()?.getStreamIdentifier());
    answer.setError(error);
    this.call.send(answer.serializeBinary());
  }
}

/** Plays `Streams.Append`, the single append. */
export async function playAppend(
  node: Endpoint,
  call: GrpcCall,
  backend: Backend,
  script: Script,
): Promise<void> {
  const request = await call.request();
  const { recorded, said } = script.fateOf(node, call.requiresLeader);
  const record = () => {
    const there = backend.call(call);
    const answers = new Unframed();
    there.on('data', (piece: Buffer) => {
      for (const message of answers.of(piece)) {
        notePosition(streamsPb.AppendResp.deserializeBinary(message), script);
        if (said === 'the answer') call.send(message);
      }
    });
    if (said === 'the answer') endTogether(call, there);
    there.end(request);
  };
  if (recorded === 'now') record();
  if (recorded === 'late') setTimeout(record, LATE * script.timeoutMs);
  if (said === 'not ready' || said === 'not leader') call.end(refusedCall(said, script.leader));
  if (said.endsWith('time-out')) setTimeout(() => call.end(timedOut(said)), script.timeoutMs);
  breakOff(call, said, request);
}

function breakOff(call: GrpcCall, said: Said, request: Buffer): void {
  if (said === 'stream refused') call.reset(constants.NGHTTP2_REFUSED_STREAM);
  if (said === 'reset') call.reset(resetCode(request));
}

function idOf(message: Request | Answer): string {
  return Buffer.from(message.getCorrelationId()?.serializeBinary() ?? []).toString('latin1');
}

function notePosition(answer: Answer | streamsPb.AppendResp, script: Script): void {
  const position = answer.getSuccess()?.getPosition()?.getCommitPosition();
  if (position !== undefined) script.recorded(BigInt(position));
}

const RESET_CODES = [
  constants.NGHTTP2_INTERNAL_ERROR,
  constants.NGHTTP2_CANCEL,
  constants.NGHTTP2_ENHANCE_YOUR_CALM,
];

/** One or another, as it follows from the request. */
const resetCode = (request: Buffer) => RESET_CODES[(request.at(-1) ?? 0) % RESET_CODES.length]!;
