import { describe, expect, it } from '@jest/globals';
import { NotProven } from './faults.js';
import {
  type SealedEvent,
  leafEntry,
  readLeafEntry,
  readToldEvent,
  recordOf,
  recordTold,
  writtenToldEvent,
} from './leaf.js';
import { leafHash } from './merkle/hashes.js';

const approved: SealedEvent = {
  id: '6c2f1b9e-5d1f-5c11-9a55-0d8d5b3f7a10',
  streamId: 'claim-0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f',
  revision: 7n,
  position: 20_411n,
  type: 'ClaimApproved',
  data: Buffer.from('{"claimId":"0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f","totalIdr":42000000}'),
  metadata: Buffer.from('{"commandId":"c0ffee00-0000-4000-8000-000000000001","schema":1}'),
};

describe('the leaf of an event', () => {
  it('is the same for ever', () => {
    const entry = leafEntry(recordOf(approved));
    expect(entry.toString()).toBe(GOLDEN_ENTRY);
    expect(leafHash(entry).toString('base64')).toBe(GOLDEN_LEAF);
  });

  it('is read back, and tells nothing of the stream or of what was recorded', () => {
    const record = recordOf(approved);
    expect(readLeafEntry(leafEntry(record))).toEqual(record);
    const entry = leafEntry(record).toString();
    for (const secret of [approved.id, approved.streamId, 'totalIdr', 'c0ffee00']) {
      expect(entry).not.toContain(secret);
    }
  });

  it('cannot be found by who knows the stream, nor by who guesses all of the data', () => {
    const other = recordOf({ ...approved, id: '00000000-0000-4000-8000-000000000000' });
    const record = recordOf(approved);
    for (const hash of ['streamHash', 'dataHash', 'metadataHash'] as const) {
      expect(other[hash]).not.toEqual(record[hash]);
    }
  });

  it('can be made of an event that others have written, whatever they call it', () => {
    for (const type of ['two\nlines', 'x'.repeat(70_000), '\ud800', '', 'sha256:x']) {
      const record = recordOf({ ...approved, type });
      const entry = leafEntry(record);
      expect(entry.length).toBeLessThan(1_000);
      expect(readLeafEntry(entry)).toEqual(record);
    }
  });

  it('leads back from what a proof tells of the event', () => {
    const { streamHash, ...record } = recordOf(approved);
    const told = { ...record, id: approved.id, streamId: approved.streamId };
    const read = readToldEvent(writtenToldEvent(told));
    expect(read).toEqual(told);
    expect(recordTold(read).streamHash).toEqual(streamHash);
    const changed = writtenToldEvent({ ...told, streamId: 'claim-1' });
    expect(recordTold(readToldEvent(changed)).streamHash).not.toEqual(streamHash);
    expect(() => readToldEvent(Buffer.from('something else'))).toThrow(NotProven);
    expect(() => readToldEvent(writtenToldEvent({ ...told, id: 'no id' }))).toThrow(NotProven);
  });

  it('is told from other entries, and is refused when it is not whole', () => {
    expect(readLeafEntry(Buffer.from('lindung-link/v1\n'))).toBeUndefined();
    const entry = leafEntry(recordOf(approved));
    expect(() => readLeafEntry(entry.subarray(0, -1))).toThrow(NotProven);
    expect(() => readLeafEntry(Buffer.concat([entry, entry]))).toThrow(NotProven);
  });
});

/** Never changes: every proof that was ever given leads to such an entry. */
const GOLDEN_ENTRY = `lindung-event/v1
20411
7
ClaimApproved
1pbrBMHYsD7QkSRyhhlXw3QJHCXteVhsRkp0CEVoNq0=
HS8R7EqI+ukVbOYtrsPEMjpFi2X4cO2cU7zqmeN4v5Y=
5eqGxx0FT4vM1UrEN8Tesv8ZyWec/Rs5m+JTrBaxgDY=
`;
const GOLDEN_LEAF = 'SmdGIlyf/noWGHMn7JipQ8mNoIr261ip2MM74BVGKYc=';
