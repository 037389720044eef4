import { describe, expect, it } from '@jest/globals';
import { lapsedWaits } from './lapsed-waits.js';

const claimId = '00000000-0000-4000-8000-000000000001';

const passed = (changes: object) =>
  lapsedWaits.on.DeadlinePassed?.({
    type: 'DeadlinePassed',
    id: 'e',
    recordedAt: '2027-12-16T01:00:00Z',
    data: { subject: { kind: 'CLAIM', id: claimId }, step: 'ESTABLISH_HEIRS', lapses: true, ...changes },
  } as never);

describe('Heirs who do not come', () => {
  it('are given up once their last day is over, and are only late before', () => {
    expect(passed({})).toEqual([{ key: claimId, command: 'GiveHeirsUp', input: { claimId } }]);
    expect(passed({ lapses: undefined })).toEqual([]);
    expect(passed({ step: 'END_DISPUTE' })).toEqual([]);
    expect(passed({ subject: { kind: 'PLKK_PROPOSAL', id: claimId } })).toEqual([]);
  });
});
