import { describe, expect, it } from '@jest/globals';
import { ROLES_OF_TURN, localDate, rupiah } from '#kernel';
import { confirmersOf } from '#law';
import { expectedAfter } from '#testing/decisions';
import type { DuesEvent } from './dues.events.js';
import { FACTORY, duesPaid } from './dues.examples.js';
import { duesCorrectionSteps, duesSteps } from './dues-steps.js';

const late = duesPaid(210_000, '2026-01-15', 'B-1', 'rina');

const confirmed: DuesEvent = {
  type: 'BackDatedDuesConfirmed',
  data: { employerId: FACTORY, confirmerId: 'joko', effectiveOn: localDate('2026-06-10') },
};

const OF_PAYMENT = {
  employerId: FACTORY,
  correctionId: '55555555-5555-5555-8555-555555555555',
  paymentId: 'payment-B-1',
  amountIdr: rupiah(210_000),
  requesterId: 'rina',
  effectiveOn: localDate('2026-06-10'),
} as const;

const asked: DuesEvent = {
  type: 'DuesReversalRequested',
  data: { ...OF_PAYMENT, reason: 'BOUNCED', bankReference: 'RET-1' },
};

const reversed: DuesEvent = {
  type: 'DuesReversed',
  data: {
    ...OF_PAYMENT,
    receipt: 'B-1',
    paidOn: localDate('2026-01-15'),
    backDatedBy: 'rina',
    reason: 'BOUNCED',
    bankReference: 'RET-1',
    confirmerId: 'joko',
  },
};

const refused: DuesEvent = {
  type: 'DuesCorrectionRefused',
  data: { ...OF_PAYMENT, deciderId: 'joko', reason: 'NOT_SHOWN' } as never,
};

describe('A payment of an employer that was entered late', () => {
  it('waits for a second person of those who may confirm it', () => {
    const step = expectedAfter(duesSteps, late);
    expect(step).toMatchObject({ step: 'CONFIRM_DUES', notBy: ['rina'] });
    expect(ROLES_OF_TURN[step!.turn]).toEqual(confirmersOf('DUES'));
    expect(expectedAfter(duesSteps, duesPaid(210_000, '2026-01-15'))).toBeUndefined();
  });

  it('waits no more once it is confirmed, or taken back', () => {
    expect(expectedAfter(duesSteps, late, confirmed)).toBeUndefined();
    expect(expectedAfter(duesSteps, late, reversed)).toBeUndefined();
  });
});

describe('A payment of an employer that is to be taken back', () => {
  it('waits for a supervisor until it is, or they refuse', () => {
    expect(expectedAfter(duesCorrectionSteps, asked)).toMatchObject({
      step: 'CONFIRM_DUES_CORRECTION',
      turn: 'SUPERVISOR',
      notBy: ['rina'],
    });
    expect(expectedAfter(duesCorrectionSteps, asked, reversed)).toBeUndefined();
    expect(expectedAfter(duesCorrectionSteps, asked, refused)).toBeUndefined();
  });
});
