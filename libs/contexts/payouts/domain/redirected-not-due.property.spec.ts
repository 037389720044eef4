import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Caused, fold, inProportion, rupiah } from '#kernel';
import { contextBy, testContext } from '#testing/decisions';
import { claimPayment } from '../processes/claim-payment.js';
import { redirectedPayments } from '../processes/redirected-payments.js';
import { type NoteNotDueInput, noteNotDue, endNotDue, stoppablePayouts } from './note-not-due.js';
import { type PaymentOrder, orderPayout } from './order-payout.js';
import { OTHER_ACCOUNT, ordered, settled, toTheHeir } from './payout.examples.js';
import type { PayoutEvent } from './payout.events.js';
import type { KnownPayout } from './payout-state.js';
import { known, payoutIdOf, payouts } from './payout.js';
import { orderedPayouts, redirectPayout } from './redirect-payout.js';
import { leftOf } from './what-is-due.js';

const PAID = toTheHeir.amountIdr;
const SON = payoutIdOf({ source: { eventId: 'approval' }, payee: 'HEIR', heirId: 'son' });

/** Payments of one claim, and what follows in each from what happens to another. */
class Payments {
  readonly streams = new Map<string, PayoutEvent[]>();
  private count = 0;

  constructor() {
    const source = { ...toTheHeir.source, eventId: 'approval' };
    this.record(SON, [ordered({ ...toTheHeir, payoutId: SON, heirId: 'son', source })]);
  }

  get open(): readonly KnownPayout[] {
    return [...this.streams.values()]
      .map((events) => known(fold(payouts, events)))
      .filter(({ situation }) => situation !== 'CANCELLED');
  }

  find(findingId: string, amountIdr: number): void {
    const follow = claimPayment.on as Record<
      string,
      (event: object) => readonly { readonly input: object }[]
    >;
    const ofPayments = [
      { approvalId: 'approval', payee: 'HEIR', heirId: 'son', amountIdr: rupiah(amountIdr) },
    ];
    const data = { claimId: 'claim-id', finderId: 'ani', payments: [], ofPayments };
    for (const { input } of follow['InterimPaidTooMuch']?.({ id: findingId, data }) ?? [])
      this.ask(input as NoteNotDueInput);
  }

  redirect(place: number, parts: readonly number[]): void {
    const payment = this.at(place);
    if (payment?.situation !== 'ORDERED') return;
    const { payoutId, amountIdr } = payment;
    const amounts = inProportion(
      parts.map((part) => rupiah(part * PAID)),
      amountIdr,
    );
    const shares = amounts.map((one) => ({ payee: 'HEIR', heirId: `heir-${++this.count}`, amountIdr: one }));
    const accounts = shares.map(() => OTHER_ACCOUNT);
    const state = fold(orderedPayouts, this.of(payoutId));
    const supervisor = contextBy('supervisor', 'supervisor');
    this.record(payoutId, redirectPayout({ payoutId }, state, supervisor, { instead: { shares, accounts } }));
    this.end(payoutId);
  }

  settle(place: number): void {
    const payment = this.at(place);
    if (payment?.situation !== 'ORDERED') return;
    const { payoutId, amountIdr } = payment;
    const arrived = settled(testContext().today);
    this.record(payoutId, [{ ...arrived, data: { ...arrived.data, payoutId, amountIdr } } as PayoutEvent]);
    this.end(payoutId);
  }

  private at(place: number): KnownPayout | undefined {
    const { open } = this;
    return open[place % Math.max(1, open.length)];
  }

  private of(payoutId: string): readonly PayoutEvent[] {
    return this.streams.get(payoutId) ?? [];
  }

  private end(payoutId: string): void {
    this.record(payoutId, endNotDue({ payoutId }, fold(stoppablePayouts, this.of(payoutId)), testContext()));
  }

  private ask(input: NoteNotDueInput): void {
    const { payoutId } = input;
    this.record(payoutId, noteNotDue(input, fold(stoppablePayouts, this.of(payoutId)), testContext()));
  }

  private record(payoutId: string, events: readonly PayoutEvent[]): void {
    const recorded = events.map((event) => Object.assign({ id: `event-${++this.count}` }, event));
    this.streams.set(payoutId, [...this.of(payoutId), ...recorded]);
    const follow = redirectedPayments.on as Record<
      string,
      | ((event: Caused<PayoutEvent>) => readonly { readonly command: string; readonly input: object }[])
      | undefined
    >;
    for (const event of recorded) {
      for (const { command, input } of follow[event.type]?.(event as never) ?? []) {
        if (command === 'AskInterimBack') this.ask(input as NoteNotDueInput);
        else this.order(input as PaymentOrder);
      }
    }
  }

  private order(order: PaymentOrder): void {
    const payoutId = payoutIdOf(order);
    this.record(payoutId, orderPayout({ ...order, payoutId }, fold(payouts, this.of(payoutId))));
  }
}

type Step = (payments: Payments, nr: number) => void;

const place = fc.nat(5);
const parts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 1, max: PAID }).map(
    (amountIdr): Step =>
      (payments, nr) =>
        payments.find(`finding-${nr}`, amountIdr),
  ),
  fc.tuple(place, parts).map(
    ([at, among]): Step =>
      (payments) =>
        payments.redirect(at, among),
  ),
  place.map(
    (at): Step =>
      (payments) =>
        payments.settle(at),
  ),
);

const after = (steps: readonly Step[]): Payments => {
  const payments = new Payments();
  steps.forEach((one, nr) => one(payments, nr));
  return payments;
};

const foundIn = (payments: Payments): number =>
  PAID - payments.open.reduce((sum, payment) => sum + leftOf(payment), 0);

describe('A payment that goes on to others, and theirs to others again, of which something is not due', () => {
  const histories = fc.array(step, { minLength: 2, maxLength: 10, size: 'max' });

  it('is not due to whoever has it or is to get it, to the rupiah; only who has it owes anything', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const payments = new Payments();
        let saidIdr = 0;
        steps.forEach((one, nr) => {
          const before = foundIn(payments);
          one(payments, nr);
          const more = foundIn(payments) - before;
          expect(more).toBeGreaterThanOrEqual(0);
          saidIdr += more;
        });
        expect(foundIn(payments)).toBe(saidIdr);
        for (const events of payments.streams.values()) {
          const hasArrived = events.some(({ type }) => type === 'PayoutSettled');
          expect(events.some(({ type }) => type === 'PaymentAskedBack') && !hasArrived).toBe(false);
        }
        payments.find('the rest', PAID);
        expect(foundIn(payments)).toBe(PAID);
        expect(payments.open.every(({ situation }) => situation === 'SETTLED')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('takes off what a finding says, and nothing where a payment only goes on or arrives', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: PAID }), (steps, amountIdr) => {
        const payments = after(steps);
        const before = foundIn(payments);
        payments.redirect(0, [1, 2]);
        payments.settle(1);
        expect(foundIn(payments)).toBe(before);
        payments.find('another', amountIdr);
        expect(foundIn(payments)).toBe(Math.min(PAID, before + amountIdr));
      }),
      { numRuns: 300 },
    );
  });
});
