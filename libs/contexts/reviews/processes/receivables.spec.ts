import { describe, expect, it } from '@jest/globals';
import type { InterimPaidTooMuch } from '#contexts/claims/facts';
import { type Caused, instant, localDate, rupiah } from '#kernel';
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
});
