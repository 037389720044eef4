import { describe, expect, it } from '@jest/globals';
import { type Caused, instant, localDate, rupiah } from '#kernel';
import type { ClaimApproved, DifferenceApproved } from '#contexts/claims/facts';
import { scholarshipGrants } from './scholarship-grants.js';

const claimApproved: Caused<ClaimApproved> = {
  id: 'approval-event-id',
  recordedAt: instant('2026-03-12T04:00:00Z'),
  type: 'ClaimApproved',
  data: {
    claimId: 'claim-id',
    participantId: 'participant-id',
    programme: 'JKM',
    eventDate: localDate('2026-02-20'),
    approverId: 'user-2',
    totalIdr: rupiah(42_000_000),
    payments: [],
    entitledChildren: [
      { childId: 'first', school: { level: 'SMA', yearInLevel: 3 }, asOf: localDate('2025-11-05') },
      { childId: 'second', asOf: localDate('2025-11-05') },
    ],
    payBy: localDate('2026-03-16'),
    effectiveOn: localDate('2026-03-12'),
    person: { account: { bank: 'BRI', number: '002301004567890', holder: 'Ahli Waris Contoh' } },
  },
};

describe('the process scholarship-grants', () => {
  it('grants a scholarship to each entitled child, in the order of registration', () => {
    const common = {
      claimId: 'claim-id',
      participantId: 'participant-id',
      eventDate: '2026-02-20',
      asOf: '2025-11-05',
      grantedOn: '2026-03-12',
    };
    expect(scholarshipGrants.on.ClaimApproved?.(claimApproved)).toEqual([
      {
        key: 'first',
        command: 'GrantScholarship',
        input: { ...common, childId: 'first', place: 1, school: { level: 'SMA', yearInLevel: 3 } },
      },
      { key: 'second', command: 'GrantScholarship', input: { ...common, childId: 'second', place: 2 } },
    ]);
  });

  it('grants what a difference entitles to as well, to the same children in the same places', () => {
    const difference: Caused<DifferenceApproved> = {
      ...claimApproved,
      type: 'DifferenceApproved',
      data: { ...claimApproved.data, differenceIdr: rupiah(0) },
    };
    expect(scholarshipGrants.on.DifferenceApproved?.(difference)).toEqual(
      scholarshipGrants.on.ClaimApproved?.(claimApproved),
    );
  });

  it('ends the right of each child to which a difference gives none any more', () => {
    const difference: Caused<DifferenceApproved> = {
      ...claimApproved,
      type: 'DifferenceApproved',
      data: {
        ...claimApproved.data,
        differenceIdr: rupiah(0),
        entitledChildren: [],
        noLongerEntitledIds: ['first', 'second'],
      },
    };
    const of = { claimId: 'claim-id', participantId: 'participant-id', enderId: 'user-2' };
    expect(scholarshipGrants.on.DifferenceApproved?.(difference)).toEqual(
      ['first', 'second'].map((childId) => ({
        key: childId,
        command: 'EndEntitlement',
        input: { ...of, childId, endedOn: '2026-03-12' },
      })),
    );
  });

  it('grants nothing when no child is entitled', () => {
    const data = { ...claimApproved.data, entitledChildren: [] };
    expect(scholarshipGrants.on.ClaimApproved?.({ ...claimApproved, data })).toEqual([]);
  });
});
