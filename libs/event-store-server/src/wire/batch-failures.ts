import codePb from '@eventstore/db-client/generated/code_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import { ExpectedRevision } from './append-messages.js';
import { protocolNumber, streamIdentifier, type BatchFailure } from './responses.js';

const { Code } = codePb;

/** The stream is not at the revision that the writer expects. */
export function wrongVersionFailure(expected: number, current: number): BatchFailure {
  const details = new sharedPb.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new sharedPb.Empty());
  else details.setCurrentStreamRevision(protocolNumber(current));
  if (expected >= 0) details.setExpectedStreamPosition(protocolNumber(expected));
  else if (expected === ExpectedRevision.noStream) details.setExpectedNoStream(new sharedPb.Empty());
  else if (expected === ExpectedRevision.streamExists) details.setExpectedStreamExists(new sharedPb.Empty());
  else details.setExpectedAny(new sharedPb.Empty());
  return failure(Code.ALREADY_EXISTS, 'Wrong Expected Version', 'WrongExpectedVersion', details);
}

/** The stream was deleted. */
export function deletedFailure(stream: Buffer): BatchFailure {
  const details = new sharedPb.StreamDeleted();
  details.setStreamIdentifier(streamIdentifier(stream));
  return failure(Code.FAILED_PRECONDITION, 'Stream Deleted', 'StreamDeleted', details);
}

/** The events of the append are together larger than the server takes. */
export function tooLargeFailure(maximum: number): BatchFailure {
  const details = new sharedPb.MaximumAppendSizeExceeded();
  details.setMaxappendsize(maximum);
  const message = `Maximum Append Size of ${maximum} Exceeded.`;
  return failure(Code.INVALID_ARGUMENT, message, 'MaximumAppendSizeExceeded', details);
}

/** The writer's deadline passed before the append was stored; it is not stored then. */
export function timeoutFailure(): BatchFailure {
  return failure(Code.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', new sharedPb.Timeout());
}

/** Nobody may write to the stream. */
export function accessDeniedFailure(): BatchFailure {
  return failure(Code.PERMISSION_DENIED, 'Access Denied', 'AccessDenied', new sharedPb.AccessDenied());
}

/** The append cannot be understood. As in EventStoreDB, the reason stands in the details. */
export function badRequestFailure(reason: string): BatchFailure {
  const details = new sharedPb.BadRequest();
  details.setMessage(reason);
  return failure(Code.INVALID_ARGUMENT, 'BadRequest', 'BadRequest', details);
}

/**
 * The disk refused. The type is one that the official client does not know, so that it shows the message: for
 * `Unknown` it would drop it.
 */
export function storageFailure(message: string): BatchFailure {
  return failure(Code.UNAVAILABLE, message, 'StorageFailed', new sharedPb.Unknown());
}

function failure(
  code: BatchFailure['code'],
  message: string,
  type: string,
  details: BatchFailure['details'],
): BatchFailure {
  return { code, message, type: `event_store.client.${type}`, details };
}
