import { Metadata, status, type ServerErrorResponse } from '@grpc/grpc-js';
import { protocolNumber } from '../wire/responses.js';

/** An error that goes to the client as a gRPC status. The `exception` trailer is what the official clients look at. */
export type CallError = ServerErrorResponse;

/** Builds the error of a call. Trailer values must be ASCII on the wire, so anything else is percent-encoded. */
export function callError(code: status, details: string, trailers: Record<string, string> = {}): CallError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, asciiValue(value));
  return Object.assign(new Error(details), { code, details, metadata });
}

function asciiValue(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value);
}

/** The request cannot be understood. */
export function invalidArgument(details: string): CallError {
  return callError(status.INVALID_ARGUMENT, details);
}

/** The stream was deleted for good, or hidden by a soft delete while the writer expects it to exist. */
export function streamDeleted(stream: string): CallError {
  return callError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

/** A delete whose expected revision was not met. `current` is -1 when the stream has no events. */
export function deleteRefused(stream: string, expected: number, current: number): CallError {
  const [expectedVersion, actualVersion] = [protocolNumber(expected), protocolNumber(current)];
  return callError(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expectedVersion}, Actual version: ${actualVersion}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': expectedVersion,
      'actual-version': actualVersion,
    },
  );
}

/** The events of one append are together larger than the server takes. */
export function maximumAppendSizeExceeded(maximum: number): CallError {
  return callError(status.INVALID_ARGUMENT, `Maximum Append Size of ${maximum} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maximum),
  });
}

/** The server is about to stop; the client may connect again later. */
export function serverStopping(): CallError {
  return callError(status.UNAVAILABLE, 'The event store is stopping.');
}

/** The server has stopped while nothing was under way that it could answer. */
export function serverGone(): CallError {
  return callError(status.CANCELLED, 'The event store is stopping.');
}

/** The caller may not do this; without a name, because it gave no credentials. */
export function accessDenied(user: string | undefined, wanted: string): CallError {
  const reason =
    user === undefined ? `give a user name and a password to ${wanted}` : `user ${user} may not ${wanted}`;
  return callError(status.PERMISSION_DENIED, `Access Denied: ${reason}.`, { exception: 'access-denied' });
}

/** There is no such user, or the password is wrong. */
export function notAuthenticated(): CallError {
  return callError(status.UNAUTHENTICATED, 'The user name or the password is wrong.');
}

/** The subscriber took nothing for a long time while there was something to send. */
export function subscriberStalled(seconds: number): CallError {
  const details = `The subscription was dropped: the subscriber took no event for ${seconds} s. Subscribe again after the last event that was handled.`;
  return callError(status.RESOURCE_EXHAUSTED, details, { exception: 'subscriber-stalled' });
}

/** True for the error that `subscriberStalled` makes. */
export function isStalled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === status.RESOURCE_EXHAUSTED;
}

/** An event lacks something that EventStoreDB insists on. */
export function requiredMetadataMissing(property: string): CallError {
  return callError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
}

/** There is no such group. */
export function persistentSubscriptionMissing(stream: string, group: string): CallError {
  const details = `Subscription group ${group} on stream ${stream} does not exist.`;
  return groupError(status.NOT_FOUND, details, 'persistent-subscription-does-not-exist', stream, group);
}

/** There is such a group already. */
export function persistentSubscriptionExists(stream: string, group: string): CallError {
  const details = `Subscription group ${group} on stream ${stream} exists.`;
  return groupError(status.ALREADY_EXISTS, details, 'persistent-subscription-exists', stream, group);
}

/** The group was deleted, changed or stopped while a consumer was connected. */
export function persistentSubscriptionDropped(stream: string, group: string): CallError {
  const details = `Subscription group ${group} on stream ${stream} was dropped.`;
  return groupError(status.CANCELLED, details, 'persistent-subscription-dropped', stream, group);
}

/** The group takes no more consumers. */
export function maximumSubscribersReached(stream: string, group: string): CallError {
  const details = `Maximum subscriptions reached for subscription group ${group} on stream ${stream}.`;
  return groupError(status.FAILED_PRECONDITION, details, 'maximum-subscribers-reached', stream, group);
}

/** The group cannot be made or changed as it was asked for. */
export function persistentSubscriptionFailed(stream: string, group: string, reason: string): CallError {
  const details = `Subscription group ${group} on stream ${stream} failed: '${reason}'`;
  return callError(status.INTERNAL, details, {
    exception: 'persistent-subscription-failed',
    'stream-name': stream,
    'group-name': group,
    reason,
  });
}

function groupError(
  code: status,
  details: string,
  exception: string,
  stream: string,
  group: string,
): CallError {
  return callError(code, details, { exception, 'stream-name': stream, 'group-name': group });
}

/** Any error as the status of a call: malformed messages are the client's fault, the rest is the server's. */
export function toCallError(error: unknown): CallError {
  if (error instanceof RangeError) return invalidArgument(error.message);
  if (error instanceof Error && 'code' in error && typeof error.code === 'number') return error as CallError;
  const reason = error instanceof Error ? error.message : String(error);
  return callError(status.INTERNAL, `The event store failed: ${reason}`);
}

/** The disk refused the write. Nothing of it is stored. */
export function storageFailed(error: unknown): CallError {
  const reason = error instanceof Error ? error.message : String(error);
  return callError(status.UNAVAILABLE, `The event store could not write: ${reason}`);
}
