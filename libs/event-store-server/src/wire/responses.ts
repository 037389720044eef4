import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { Code } from '@eventstore/db-client/generated/code_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { Message } from 'google-protobuf';
import { ExpectedRevision } from './append-messages.js';
import { LARGEST, fieldSize, varintSize } from './proto-size.js';
import { ProtoWriter } from './proto-writer.js';

const { AppendResp, BatchAppendResp, ReadResp } = streamsPb;

/** Where a write ended. */
export interface Written {
  readonly revision: number;
  /** Nothing when no reader of the stream sees the event. */
  readonly position: number | undefined;
}

/** A number as the protocol writes it; `LARGEST` is 2^63 - 1 there. */
export function protocolNumber(value: number): string {
  return value === LARGEST ? '9223372036854775807' : String(value);
}

/** The answer to an `Append` that was stored. */
export function appendedResponse({ revision, position }: Written): Buffer {
  const success = new AppendResp.Success();
  if (position === undefined) success.setNoPosition(new sharedPb.Empty());
  else {
    const at = new AppendResp.Position();
    at.setCommitPosition(String(position));
    at.setPreparePosition(String(position));
    success.setPosition(at);
  }
  if (revision < 0) success.setNoStream(new sharedPb.Empty());
  else success.setCurrentRevision(protocolNumber(revision));
  const response = new AppendResp();
  response.setSuccess(success);
  return encode(response);
}

/** The answer to an `Append` whose expected revision was not met. */
export function wrongExpectedVersionResponse(expected: number, current: number): Buffer {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new sharedPb.Empty());
  else wrong.setCurrentRevision(protocolNumber(current));
  if (expected >= 0) wrong.setExpectedRevision(protocolNumber(expected));
  else if (expected === ExpectedRevision.noStream) wrong.setExpectedNoStream(new sharedPb.Empty());
  else if (expected === ExpectedRevision.streamExists) wrong.setExpectedStreamExists(new sharedPb.Empty());
  else wrong.setExpectedAny(new sharedPb.Empty());
  const response = new AppendResp();
  response.setWrongExpectedVersion(wrong);
  return encode(response);
}

/**
 * The answer to one append of a batch that was stored:
 * `BatchAppendResp { correlation_id, success { current_revision | no_stream, position | no_position }, stream_identifier }`.
 * Written by hand, because it goes out once for every append.
 */
export function batchAppendedResponse(correlationId: string, stream: Buffer, written: Written): Buffer {
  const { revision, position } = written;
  const uuid = fieldSize(correlationId.length);
  const at = position === undefined ? 0 : 2 * (1 + varintSize(position));
  const current = revision < 0 ? fieldSize(0) : 1 + varintSize(revision);
  const success = current + fieldSize(at);
  const identifier = fieldSize(stream.length);
  const bytes = Buffer.allocUnsafe(fieldSize(uuid) + fieldSize(success) + fieldSize(identifier));
  const writer = new ProtoWriter(bytes);
  writer.header(1, uuid);
  writer.asciiField(2, correlationId);
  writer.header(3, success);
  if (revision < 0) writer.header(2, 0);
  else writer.varintField(1, revision);
  writer.header(position === undefined ? 4 : 3, at);
  if (position !== undefined) {
    writer.varintField(1, position);
    writer.varintField(2, position);
  }
  writer.header(4, identifier);
  writer.bytesField(3, stream);
  return bytes;
}

/** Why one append of a batch failed: a google.rpc.Status whose details the client unpacks by type name. */
export interface BatchFailure {
  readonly code: Code;
  readonly message: string;
  readonly type: string;
  readonly details: Message;
}

/** The answer to one append of a batch that failed. */
export function batchFailedResponse(correlationId: string, stream: Buffer, failure: BatchFailure): Buffer {
  const details = new anyPb.Any();
  details.pack(failure.details.serializeBinary(), failure.type);
  const status = new statusPb.Status();
  status.setCode(failure.code);
  status.setMessage(failure.message);
  status.setDetails(details);
  const response = batchResponse(correlationId, stream);
  response.setError(status);
  return encode(response);
}

function batchResponse(correlationId: string, stream: Buffer): InstanceType<typeof BatchAppendResp> {
  const uuid = new sharedPb.UUID();
  uuid.setString(correlationId);
  const response = new BatchAppendResp();
  response.setCorrelationId(uuid);
  response.setStreamIdentifier(streamIdentifier(stream));
  return response;
}

/** A stream's name as a message. */
export function streamIdentifier(stream: Buffer): InstanceType<typeof sharedPb.StreamIdentifier> {
  const identifier = new sharedPb.StreamIdentifier();
  identifier.setStreamName(stream);
  return identifier;
}

/** Tells the reader that the stream has no events. */
export function streamNotFoundResponse(stream: string): Buffer {
  const notFound = new ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(streamIdentifier(Buffer.from(stream, 'utf8')));
  const response = new ReadResp();
  response.setStreamNotFound(notFound);
  return encode(response);
}

/** First message of a subscription. */
export function confirmationResponse(subscriptionId: string): Buffer {
  const confirmation = new ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(subscriptionId);
  const response = new ReadResp();
  response.setConfirmation(confirmation);
  return encode(response);
}

/** Tells a filtered subscriber how far the log has been searched: behind `prepare`, but not behind `commit`. */
export function checkpointResponse(commit: number, prepare: number): Buffer {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(commit));
  checkpoint.setPreparePosition(String(prepare));
  const response = new ReadResp();
  response.setCheckpoint(checkpoint);
  return encode(response);
}

/** Tells a subscriber that it has received all there is. */
export function caughtUpResponse(): Buffer {
  const response = new ReadResp();
  response.setCaughtUp(new ReadResp.CaughtUp());
  return encode(response);
}

function encode(message: Message): Buffer {
  const bytes = message.serializeBinary();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
