import { describe, expect, it } from '@jest/globals';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { LARGEST } from './proto-size.js';
import { batchAppendedResponse } from './responses.js';

describe('the answer to an append of a batch', () => {
  it('is what the generated classes read', () => {
    const revisions = fc.oneof(fc.maxSafeNat(), fc.constantFrom(-1, 0, 127, 128, LARGEST));
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ unit: 'grapheme' }),
        revisions,
        fc.maxSafeNat(),
        (id, stream, revision, position) => {
          const bytes = batchAppendedResponse(id, Buffer.from(stream), { revision, position });
          const read = streamsPb.BatchAppendResp.deserializeBinary(bytes);
          const success = read.getSuccess()!;
          expect(read.getCorrelationId()!.getString()).toBe(id);
          expect(Buffer.from(read.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe(stream);
          expect(success.hasNoStream()).toBe(revision < 0);
          if (revision >= 0) {
            expect(success.getCurrentRevision()).toBe(
              revision === LARGEST ? '9223372036854775807' : String(revision),
            );
          }
          const at = position === LARGEST ? '9223372036854775807' : String(position);
          expect(success.getPosition()!.getCommitPosition()).toBe(at);
          expect(success.getPosition()!.getPreparePosition()).toBe(at);
        },
      ),
    );
  });

  it('names no position when no reader sees the event', () => {
    const written = { revision: 3, position: undefined };
    const bytes = batchAppendedResponse('a3bb189e-8bf9-3888-9912-ace4e6543002', Buffer.from('s'), written);
    const success = streamsPb.BatchAppendResp.deserializeBinary(bytes).getSuccess()!;
    expect(success.hasNoPosition()).toBe(true);
    expect(success.getCurrentRevision()).toBe('3');
  });
});
