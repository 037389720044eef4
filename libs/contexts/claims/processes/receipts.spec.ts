import { describe, expect, it } from '@jest/globals';
import { type Caused, instant, localDate, period, rupiah } from '#kernel';
import type { ContributionPaid } from '#contexts/participants/facts';
import { PARTICIPANT } from '../domain/claim.examples.js';
import { jkkClaimId } from '../programmes/jkk/programme.js';
import { jkmClaimId } from '../programmes/jkm/programme.js';
import { receipts } from './receipts.js';

const paid = (more: Partial<ContributionPaid['data']> = {}): Caused<ContributionPaid> => ({
  id: 'event-id',
  recordedAt: instant('2026-11-25T04:00:00Z'),
  type: 'ContributionPaid',
  data: {
    participantId: PARTICIPANT,
    segment: 'BPU',
    period: period('2026-07'),
    months: 3,
    payer: 'SELF',
    incomeBaseIdr: rupiah(1_000_000),
    components: [],
    amountIdr: rupiah(25_200),
    ruleSetVersion: 'spec',
    paidOn: localDate('2026-11-25'),
    receipt: 'R-1',
    effectiveOn: localDate('2026-11-25'),
    ...more,
  },
});

describe('the process receipts', () => {
  it('tells every claim that there may be for the day of the event', () => {
    const told = receipts.on.ContributionPaid?.(paid({ settlesEventOn: localDate('2026-09-20') })) ?? [];
    const claims = told.map(({ input }) => input.claimId);
    expect(claims).toContain(jkmClaimId(PARTICIPANT));
    // The first accident of the worker on that day; its id is stored, see the identities of the compatibility specs.
    expect(new Set(claims).size).toBe(10);
    expect(told.every(({ key, command, input }) => command === 'NoteReceipts' && key === input.claimId)).toBe(
      true,
    );
    expect(claims).not.toContain(jkkClaimId('another accident'));
  });

  it('has nothing to tell of a payment that settles nothing', () => {
    expect(receipts.on.ContributionPaid?.(paid())).toEqual([]);
  });
});
