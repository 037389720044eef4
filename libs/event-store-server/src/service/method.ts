import type { MethodDefinition } from '@grpc/grpc-js';

const sameBytes = (bytes: Buffer): Buffer => bytes;

/**
 * A method of a generated service whose answers are already encoded, so that stored bytes go out as they are. The
 * request still becomes a message object.
 */
export function withEncodedAnswers<Request, Response>(
  method: MethodDefinition<Request, Response>,
): MethodDefinition<Request, Buffer> {
  return { ...method, responseSerialize: sameBytes, responseDeserialize: sameBytes };
}

/** A method whose requests are read by hand as well. */
export function withRawMessages<Request, Response>(
  method: MethodDefinition<Request, Response>,
): MethodDefinition<Buffer, Buffer> {
  return {
    ...method,
    requestSerialize: sameBytes,
    requestDeserialize: sameBytes,
    responseSerialize: sameBytes,
    responseDeserialize: sameBytes,
  };
}
