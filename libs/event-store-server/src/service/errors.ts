import { Metadata, status, type ServerErrorResponse } from '@grpc/grpc-js';

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

/** The stream is not at the revision that the caller expects. */
export function wrongExpectedVersion(stream: string, expected: number, current: number): CallError {
  const actual = current < 0 ? '' : String(current);
  return callError(
    status.FAILED_PRECONDITION,
    `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': actual,
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

/** An event lacks something that EventStoreDB insists on. */
export function requiredMetadataMissing(property: string): CallError {
  return callError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
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
