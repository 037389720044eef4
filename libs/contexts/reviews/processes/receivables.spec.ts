import { describe, expect, it } from '@jest/globals';
import type { InterimPaidTooMuch } from '#contexts/claims/facts';
import type { PayoutRedirected } from '#contexts/payouts/facts';
import { type Caused, type Rupiah, instant, localDate, rupiah } from '#kernel';
import { CAUSE, CLAIM, SITI } from '../domain/review.examples.js';
import { recoveries } from './receivables.js';

const EMPLOYER = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a77';

const tooMuch = (employerId?: string): Caused<InterimPaidTooMuch> => ({
  id: CAUSE,
  recordedAt: instant('2026-11-20T02:00:00Z'),
  type: 'InterimPaidTooMuch',
  data: {
    claimId: CLAIM,
    participantId: SITI,
    finderId: 'supervisor-1',
    ...(employerId && { employerId }),
    amountIdr: rupiah(2_000_000),
    effectiveOn: localDate('2026-11-20'),
  },
});

describe('the process receivables', () => {
  it.each([
    ['whoever claimed', undefined, 'PAID_TOO_MUCH'],
    ['an employer that went on paying the wage', EMPLOYER, 'EMPLOYER_OWES_BACK'],
  ])('asks what was paid before the end and is not due of %s', (_who, employerId, kind) => {
    expect(recoveries.on.InterimPaidTooMuch?.(tooMuch(employerId))).toMatchObject([
      {
        command: 'RecordReceivable',
        input: {
          kind,
          amountIdr: 2_000_000,
          reviewId: CAUSE,
          benefit: { kind: 'CLAIM', id: CLAIM },
          finderId: 'supervisor-1',
        },
      },
    ]);
  });

  it('asks heirs for what they keep of a participant who lives after all, and nobody where it was given up', () => {
    const redirected = (keptIdr?: Rupiah): Caused<PayoutRedirected> => ({
      id: CAUSE,
      recordedAt: instant('2026-11-20T02:00:00Z'),
      type: 'PayoutRedirected',
      data: {
        payoutId: CAUSE,
        participantId: SITI,
        source: { kind: 'CLAIM', id: CLAIM, eventId: 'e' },
        componentCodes: ['JKK_STMB'],
        shares: [],
        ...(keptIdr && { keptIdr }),
        redirectorId: 'supervisor-1',
        effectiveOn: localDate('2026-11-20'),
        person: { accounts: [] },
      },
    });
    expect(recoveries.on.PayoutRedirected?.(redirected(rupiah(3_000_000)))).toMatchObject([
      {
        input: {
          kind: 'PAID_TOO_MUCH',
          amountIdr: 3_000_000,
          benefit: { id: CLAIM },
          finderId: 'supervisor-1',
        },
      },
    ]);
    expect(recoveries.on.PayoutRedirected?.(redirected())).toEqual([]);
  });
});
