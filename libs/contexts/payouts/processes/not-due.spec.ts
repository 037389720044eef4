import { describe, expect, it } from '@jest/globals';
import { type Caused, type DomainEvent, instant } from '#kernel';
import { PAYOUT_ID as payoutId } from '../domain/payout.examples.js';
import { notDue } from './not-due.js';

const following = (type: string) =>
  (notDue.on as Record<string, (event: Caused<DomainEvent>) => readonly object[]>)[type]?.({
    id: 'event-id',
    recordedAt: instant('2026-11-20T04:00:00Z'),
    type,
    data: { payoutId },
  });

describe('The process not-due', () => {
  it.each([
    ['has arrived', 'PayoutSettled'],
    ['came back', 'PayoutReturned'],
    ['came back after it had arrived', 'SettledPayoutReturned'],
    ['is paid to others instead', 'PayoutRedirected'],
  ])('looks at a payment that %s: what of it is not due is owed back, or stopped', (_what, type) => {
    expect(following(type)).toEqual([{ key: payoutId, command: 'EndNotDue', input: { payoutId } }]);
  });

  it('waits while a bank has it', () => {
    expect(following('PayoutInstructed')).toBeUndefined();
  });
});
