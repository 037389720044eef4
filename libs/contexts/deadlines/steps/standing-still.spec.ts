import { describe, expect, it } from '@jest/globals';
import { CLAIM, JKM_SUBMITTED } from '#contexts/claims/domain/claim.examples';
import { PAYOUT_ID, ordered, toTheHeir } from '#contexts/payouts/domain/payout.examples';
import { type DomainEvent, localDate } from '#kernel';
import { logOf, testContext } from '#testing/decisions';
import { passDeadline } from '../domain/pass-deadline.js';
import { expectedOf } from './step-folds.js';

const { participantId } = JKM_SUBMITTED.data;
const of = { claimId: CLAIM, participantId };
const step = { kind: 'PAYOUT', subjectId: PAYOUT_ID, slot: 'payout' } as const;
const source = { kind: 'CLAIM', id: CLAIM, eventId: 'e' } as const;

const began: DomainEvent = {
  type: 'DisputeReported',
  data: { ...of, reporterId: 'ani', until: localDate('2027-03-13'), effectiveOn: localDate('2026-03-13') },
};
const ended: DomainEvent = {
  type: 'DisputeEnded',
  data: {
    ...of,
    enderId: 'ani',
    how: 'AGREED',
    outcome: 'AS_APPROVED',
    effectiveOn: localDate('2026-11-13'),
  },
};

/** The days that the look of a day passes, by what the log says of the claim. */
async function passedOn(today: string, ...claim: readonly DomainEvent[]) {
  const payment = ordered({ ...toTheHeir, source, payBy: localDate('2026-03-16') });
  const log = logOf({ [`claim-${CLAIM}`]: [JKM_SUBMITTED, ...claim], [`payout-${PAYOUT_ID}`]: [payment] });
  const expected = await expectedOf(log, step);
  const context = testContext({ today: localDate(today) });
  const passed = passDeadline(
    { deadlineId: 'd', ...step },
    { passed: [] },
    context,
    expected ? { expected } : {},
  );
  return passed.map(({ data }) => data.dueOn);
}

describe('The last day of a payment that heirs disagreed about', () => {
  it('is not passed while they do', async () => {
    expect(await passedOn('2026-03-17')).toEqual(['2026-03-16']);
    expect(await passedOn('2026-11-12', began)).toEqual([]);
  });

  it('is passed once, by the day that it has moved to', async () => {
    expect(await passedOn('2026-11-13', began, ended)).toEqual([]);
    expect(await passedOn('2026-11-14', began, ended)).toEqual(['2026-11-13']);
  });
});
