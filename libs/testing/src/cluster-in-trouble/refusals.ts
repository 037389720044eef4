import codePb from '@eventstore/db-client/generated/code_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import { status } from '@grpc/grpc-js';
import type { Endpoint, ReadRefusal, Said } from './fates.js';
import type { GrpcStatus } from './grpc-call.js';

const { Code } = codePb;

const SERVER_NOT_READY: GrpcStatus = { code: status.UNAVAILABLE, details: 'Server Is Not Ready' };

/** What a node of EventStoreDB 24.2 says to a call as a whole. A node that knows no leader is not ready. */
export function refusedCall(refusal: ReadRefusal, leader: Endpoint | undefined): GrpcStatus {
  if (refusal === 'not ready' || !leader) return SERVER_NOT_READY;
  const trailers = {
    exception: 'not-leader',
    'leader-endpoint-host': leader.address,
    'leader-endpoint-port': String(leader.port),
  };
  return { code: status.NOT_FOUND, details: 'Leader info available', trailers };
}

/** To a single append that took too long. */
export const timedOut = (said: Said): GrpcStatus => ({
  code: status.ABORTED,
  details: `Operation timed out: ${said === 'forwarding time-out' ? 'Forwarding timeout' : 'Commit phase timeout.'}`,
});

function answered(
  code: codePb.Code,
  message: string,
  type: string,
  details: { serializeBinary(): Uint8Array },
) {
  const any = new anyPb.Any();
  any.pack(details.serializeBinary(), type);
  const answer = new statusPb.Status();
  answer.setCode(code);
  answer.setMessage(message);
  answer.setDetails(any);
  return answer;
}

/** To one of a batch. The details are empty: the client "could not recognize" it. */
export const batchNotReady = () =>
  answered(Code.OK, 'Server Is Not Ready', 'google.protobuf.Empty', new emptyPb.Empty());

/** To one of a batch that took too long. */
export const batchTimedOut = () =>
  answered(Code.DEADLINE_EXCEEDED, 'Timeout', 'event_store.client.Timeout', new sharedPb.Timeout());

/** To one of a batch that the node does not take. */
export function batchBadRequest(message: string) {
  const details = new sharedPb.BadRequest();
  details.setMessage(message);
  return answered(Code.INVALID_ARGUMENT, 'BadRequest', 'event_store.client.BadRequest', details);
}
