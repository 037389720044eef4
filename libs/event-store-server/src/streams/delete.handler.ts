import type { sendUnaryData } from '@grpc/grpc-js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { DeleteReq, DeleteResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Access } from '../security/guard.js';
import type { EventLog } from '../storage/event-log.js';
import {
  deleteRefused,
  invalidArgument,
  storageFailed,
  streamDeleted,
  toCallError,
} from '../service/errors.js';
import { ExpectedRevision } from '../wire/append-messages.js';
import { revisionOf } from '../wire/proto-size.js';

/**
 * Serves `Delete` (the name stays usable) and `Tombstone` (it does not). Both messages have the same fields, so the
 * types of the first stand for both.
 */
export function serveDelete(
  log: EventLog,
  kind: 'soft-delete' | 'tombstone',
  access: Access,
  request: DeleteReq,
  Response: new () => unknown,
  answer: sendUnaryData<DeleteResp>,
): void {
  try {
    const deletion = understandDelete(request);
    access.demand('delete', deletion.stream);
    remove(log, kind, deletion, Response, answer);
  } catch (error) {
    answer(toCallError(error));
  }
}

interface Deletion {
  readonly stream: string;
  readonly expected: number;
}

function remove(
  log: EventLog,
  kind: 'soft-delete' | 'tombstone',
  { stream, expected }: Deletion,
  Response: new () => unknown,
  answer: sendUnaryData<DeleteResp>,
): void {
  log.write({ kind, stream, expected, events: [] }).then(
    (outcome) => {
      if (outcome.kind === 'stream-deleted' || outcome.kind === 'overdue') answer(streamDeleted(stream));
      else if (outcome.kind === 'wrong-expected-revision') {
        answer(deleteRefused(stream, expected, outcome.current));
      } else {
        const position = new streamsPb.DeleteResp.Position();
        position.setCommitPosition(String(outcome.position));
        position.setPreparePosition(String(outcome.position));
        const response = new Response() as DeleteResp;
        response.setPosition(position);
        answer(null, response);
      }
    },
    (error: unknown) => answer(storageFailed(error)),
  );
}

/** @throws CallError INVALID_ARGUMENT when the request cannot be understood */
function understandDelete(request: DeleteReq): Deletion {
  const options = request.getOptions();
  const name = options?.getStreamIdentifier()?.getStreamName_asU8();
  if (options === undefined || name === undefined || name.length === 0) {
    throw invalidArgument('The stream has no name.');
  }
  const stream = Buffer.from(name).toString('utf8');
  return { stream, expected: expectedOf(options) };
}

function expectedOf(options: DeleteReq.Options): number {
  if (options.hasRevision()) {
    const revision = revisionOf(BigInt(options.getRevision()));
    if (revision === undefined)
      throw invalidArgument('The expected revision is no revision: 2^63 - 1 is the last.');
    return revision;
  }
  if (options.hasNoStream()) return ExpectedRevision.noStream;
  return options.hasStreamExists() ? ExpectedRevision.streamExists : ExpectedRevision.any;
}
