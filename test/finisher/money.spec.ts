import { describe, expect, it } from '@jest/globals';
import type { RawEvent } from '../compatibility/upgrade/raw-log.js';
import { moneyFaults } from './money.js';

const event = (type: string, id: string, data: object): RawEvent =>
  ({ type, id, data, stream: '', position: 0, revision: 0, commandId: '' }) as unknown as RawEvent;

const APPROVED = event('ClaimApproved', 'approval', {
  totalIdr: 42,
  payments: [{ payee: 'HEIR', amountIdr: 42 }],
});
const ordered = (amountIdr: number, payoutId = 'one') =>
  event('PayoutOrdered', 'order', { payoutId, payee: 'HEIR', amountIdr, source: { eventId: 'approval' } });
const settled = (amountIdr: number, payoutId = 'one') =>
  event('PayoutSettled', 'settlement', { payoutId, amountIdr });

describe('The money of a log', () => {
  it('is right where what was approved was ordered and paid once', () => {
    expect(moneyFaults([APPROVED, ordered(42), settled(42)])).toEqual([]);
  });

  const redirected = event('PayoutRedirected', 'redirection', {
    payoutId: 'one',
    shares: [{ amountIdr: 21 }, { amountIdr: 21 }],
  });
  const instead = (payoutId: string, heirId: string) =>
    event('PayoutOrdered', 'order', {
      payoutId,
      payee: 'HEIR',
      heirId,
      amountIdr: 21,
      source: { eventId: 'redirection' },
    });

  it('is right where others were paid in place of whom it was approved for, and nobody beside them', () => {
    const others = [redirected, instead('two', 'a'), instead('three', 'b'), settled(21, 'two')];
    expect(moneyFaults([APPROVED, ordered(42), ...others])).toEqual([]);
    expect(moneyFaults([APPROVED, ordered(42), settled(42), ...others])[0]).toMatch(/^paid though others/);
    // What heirs have, and owe, of a participant who lives after all.
    const goesBack = event('PayoutRedirected', 'redirection', { ...redirected.data, keptIdr: 42 });
    expect(moneyFaults([APPROVED, ordered(42), settled(42), goesBack, ...others.slice(1)])).toEqual([]);
  });

  it('is right where it came back before it was paid again', () => {
    const back = event('SettledPayoutReturned', 'back', { payoutId: 'one', amountIdr: 42 });
    expect(moneyFaults([APPROVED, ordered(42), settled(42), back, settled(42)])).toEqual([]);
    expect(moneyFaults([APPROVED, ordered(42), settled(42), back, settled(42), settled(42)])[0]).toMatch(
      /^settled twice/,
    );
  });

  const paying = (amountIdr: number) => ({ payments: [{ payee: 'PLKK', amountIdr }] });

  it.each([
    ['a claim', 'ClaimApproved', { totalIdr: 50, deduction: { amountIdr: 8 } }, 42, 43],
    ['what is paid before its end', 'InterimApproved', { totalIdr: 42 }, 42, 41],
    ['a difference', 'DifferenceApproved', { differenceIdr: 42 }, 42, 43],
    ['an invoice', 'InvoiceApproved', { acceptedIdr: 50, payable: { amountIdr: 8 } }, 42, 43],
  ])('is wrong where %s pays otherwise than was decided', (_what, type, decision, right, wrong) => {
    const decided = (amountIdr: number) => [event(type, 'it', { ...decision, ...paying(amountIdr) })];
    expect(moneyFaults(decided(right))).toEqual([]);
    expect(moneyFaults(decided(wrong))).toEqual([`pays ${wrong}, which is not what ${type} it decided`]);
  });

  it.each([
    ['paid without a decision', [ordered(42), settled(42)], /^ordered 42 of 0/],
    ['ordered beyond what was approved', [APPROVED, ordered(43)], /^ordered 43 of 42/],
    ['ordered twice', [APPROVED, ordered(21), ordered(21, 'two')], /^ordered twice/],
    ['settled twice', [APPROVED, ordered(42), settled(42), settled(42)], /^settled twice/],
    ['settled otherwise', [APPROVED, ordered(42), settled(41)], /^settled otherwise/],
  ])('is wrong where it was %s', (_what, log, fault) => {
    expect(moneyFaults(log)[0]).toMatch(fault);
  });
});
