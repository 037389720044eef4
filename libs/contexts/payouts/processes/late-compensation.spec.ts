import { describe, expect, it } from '@jest/globals';
import { type Caused, ERASED, instant, localDate, rupiah } from '#kernel';
import { ACCOUNT, PARTICIPANT_ID, PAYOUT_ID as payoutId } from '../domain/payout.examples.js';
import type { LateCompensationApproved } from '../domain/lateness.events.js';
import { lateCompensation } from './late-compensation.js';

const approved: Caused<LateCompensationApproved> = {
  id: 'approval-event-id',
  recordedAt: instant('2026-11-20T04:00:00Z'),
  type: 'LateCompensationApproved',
  data: {
    payoutId,
    participantId: PARTICIPANT_ID,
    payee: 'HEIR',
    componentCodes: ['JKM_LATE_COMPENSATION'],
    amountIdr: rupiah(1_260_000),
    approverId: 'sita',
    effectiveOn: localDate('2026-11-20'),
    person: { account: ACCOUNT },
  },
};

describe('the process late-compensation', () => {
  it('orders what was approved under the approval, so that it is paid once', () => {
    expect(lateCompensation.on.LateCompensationApproved?.(approved)).toEqual([
      {
        key: payoutId,
        command: 'OrderPayout',
        input: {
          participantId: PARTICIPANT_ID,
          source: { kind: 'LATENESS', id: payoutId, eventId: 'approval-event-id' },
          payee: 'HEIR',
          person: { account: ACCOUNT },
          componentCodes: ['JKM_LATE_COMPENSATION'],
          amountIdr: 1_260_000,
          orderedOn: '2026-11-20',
        },
      },
    ]);
  });

  it('says of which claim it came late: what heirs are owed waits while they disagree', () => {
    const ofHeirs = { ...approved, data: { ...approved.data, claimId: 'claim-id' } };
    const [order] = lateCompensation.on.LateCompensationApproved?.(ofHeirs) ?? [];
    expect(order?.input).toMatchObject({ source: { kind: 'LATENESS', claimId: 'claim-id' } });
  });

  it('asks without an account once the payee is erased, so that the refusal is seen', () => {
    const erased = { ...approved, data: { ...approved.data, person: ERASED } };
    expect(lateCompensation.on.LateCompensationApproved?.(erased)).toEqual([
      expect.objectContaining({ input: expect.not.objectContaining({ person: expect.anything() }) }),
    ]);
  });
});
