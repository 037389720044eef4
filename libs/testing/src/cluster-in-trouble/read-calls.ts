import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { Unframed, frame } from '../../../event-store-server/test/frames/frame.js';
import { type Backend, endTogether } from './backend.js';
import type { Endpoint, Script } from './fates.js';
import type { GrpcCall } from './grpc-call.js';
import { refusedCall } from './refusals.js';

const { ReadReq, ReadResp } = streamsPb;

/** More than a node that lags may have to leave out of the end of the log. */
const HIDDEN_AT_MOST = 1_000;

/** Plays `Streams.Read`: of a node that lags one reads what it knew then, and hears of news as late as it does. */
export async function playRead(
  node: Endpoint,
  call: GrpcCall,
  backend: Backend,
  script: Script,
): Promise<void> {
  const refusal = script.refusalOf(node, call.requiresLeader);
  const request = await call.request();
  if (refusal) return call.end(refusedCall(refusal, script.leader));
  const [message] = new Unframed().of(request);
  const options = message && ReadReq.deserializeBinary(message).getOptions();
  if (options?.hasSubscription()) return follow(node, call, request, backend, script);
  const lag = script.lagOf(node);
  if (lag === 0 || !options) return backend.pass(call, request);
  return readBehind(call, options, backend, script.seenAfter(lag));
}

function follow(node: Endpoint, call: GrpcCall, request: Buffer, backend: Backend, script: Script): void {
  const there = backend.call(call);
  const { stream } = call;
  const passOn = inOrder<Buffer>((piece) => {
    if (stream.writable && !stream.write(piece)) {
      there.pause();
      stream.once('drain', () => there.resume());
    }
  });
  endTogether(call, there);
  call.begin();
  there.on('data', (piece: Buffer) => passOn(piece, script.lagOf(node)));
  there.end(request);
}

/** Does with each thing what is to be done after its own while, and never before what came earlier: timers do not keep an order. */
function inOrder<Thing>(act: (thing: Thing) => void): (thing: Thing, afterMs: number) => void {
  const waiting: { readonly thing: Thing; readonly due: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const goOn = () => {
    timer = undefined;
    while (waiting[0] && waiting[0].due <= performance.now()) act(waiting.shift()!.thing);
    if (waiting[0]) timer = setTimeout(goOn, waiting[0].due - performance.now());
  };
  return (thing, afterMs) => {
    waiting.push({ thing, due: performance.now() + afterMs });
    if (!timer) goOn();
  };
}

function readBehind(
  call: GrpcCall,
  options: streamsPb.ReadReq.Options,
  backend: Backend,
  seen: bigint,
): void {
  const wanted = Number(options.getCount());
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  if (backwards) options.setCount(String(wanted + HIDDEN_AT_MOST));
  let [sent, hidden] = [0, 0];
  const there = backend.call(call);
  const answers = new Unframed();
  there.on('data', (piece: Buffer) => {
    for (const message of answers.of(piece)) {
      const answer = ReadResp.deserializeBinary(message);
      const position = positionOf(answer);
      if (position === undefined) call.send(message);
      else if (position > seen) hidden += 1;
      else if (sent < wanted) {
        sent += 1;
        call.send(message);
      }
    }
  });
  there.once('end', () => {
    const stream = options.getStream();
    const isWhole = backwards || stream?.hasStart();
    if (stream && isWhole && sent === 0 && hidden > 0) call.send(notFound(stream).serializeBinary());
  });
  endTogether(call, there);
  const request = new ReadReq();
  request.setOptions(options);
  there.end(frame(request.serializeBinary()));
}

function positionOf(answer: streamsPb.ReadResp): bigint | undefined {
  const event = answer.getEvent();
  const recorded = event?.getEvent() ?? event?.getLink();
  if (!event || !recorded) return undefined;
  return BigInt(event.hasCommitPosition() ? event.getCommitPosition() : recorded.getCommitPosition());
}

function notFound(stream: streamsPb.ReadReq.Options.StreamOptions): streamsPb.ReadResp {
  const told = new ReadResp.StreamNotFound();
  told.setStreamIdentifier(stream.getStreamIdentifier());
  const answer = new ReadResp();
  answer.setStreamNotFound(told);
  return answer;
}
