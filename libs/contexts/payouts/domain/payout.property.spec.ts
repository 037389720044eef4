import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rejection, addDays, fold, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { acceptPayout } from './accept-payout.js';
import { confirmPayoutAccount } from './confirm-payout-account.js';
import { correctPayoutAccount } from './correct-payout-account.js';
import { instructPayout } from './instruct-payout.js';
import type { PayoutEvent } from './payout.events.js';
import { ORDERED_ON, OTHER_ACCOUNT, PAYOUT_ID, ordered, toTheHeir } from './payout.examples.js';
import type { PayoutState } from './payout-state.js';
import { payouts } from './payout.js';
import { returnPayout } from './return-payout.js';
import { settlePayout } from './settle-payout.js';

type Step = (state: PayoutState) => readonly PayoutEvent[];

/** The last of the days: what arrived on any of them one person says alone. */
const context = testContext({ today: addDays(ORDERED_ON, 6) });
const second = { ...context, actor: { ...context.actor, id: 'finance-2' } };
const day = fc.integer({ min: -2, max: 6 }).map((days) => addDays(ORDERED_ON, days));
const reference = fc.constantFrom('BANK-1', 'BANK-2', 'BANK-3');
const amount = fc.constantFrom(toTheHeir.amountIdr, toTheHeir.amountIdr, rupiah(1));

/** Whatever finance and the bank might say, sensible or not. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(day, fc.constantFrom('INS-1', 'INS-2', 'INS-3')).map(
    ([instructedOn, instructionNumber]): Step =>
      (state) =>
        instructPayout({ payoutId: PAYOUT_ID, instructedOn, instructionNumber }, state, context, {}),
  ),
  fc.tuple(day, reference).map(
    ([on, bankReference]): Step =>
      (state) =>
        acceptPayout({ payoutId: PAYOUT_ID, bankReference, on }, state, context),
  ),
  fc.tuple(day, reference, amount).map(
    ([on, bankReference, amountIdr]): Step =>
      (state) =>
        settlePayout({ payoutId: PAYOUT_ID, bankReference, on, amountIdr }, state, context),
  ),
  fc.tuple(day, reference).map(
    ([on, bankReference]): Step =>
      (state) =>
        returnPayout({ payoutId: PAYOUT_ID, bankReference, on, reason: 'BANK_REFUSED' }, state, context),
  ),
  fc.constant<Step>((state) =>
    correctPayoutAccount({ payoutId: PAYOUT_ID, person: { account: OTHER_ACCOUNT } }, state, context),
  ),
  fc.constant<Step>((state) => confirmPayoutAccount({ payoutId: PAYOUT_ID }, state, second)),
);

/** What is in the log after these steps; those that are refused leave nothing behind. */
function after(steps: readonly Step[]): PayoutEvent[] {
  const history: PayoutEvent[] = [ordered()];
  for (const decide of steps) {
    try {
      history.push(...decide(fold(payouts, history)));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }
  return history;
}

const settlements = (history: readonly PayoutEvent[]) =>
  history.filter((event) => event.type === 'PayoutSettled');

describe('a payment, whatever finance and the bank say in whatever order', () => {
  it('settles at most once, with the ordered amount, and nothing follows', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const history = after(steps);
        const settled = settlements(history);
        expect(settled.length).toBeLessThanOrEqual(1);
        for (const { data } of settled) expect(data.amountIdr).toBe(toTheHeir.amountIdr);
        if (settled.length === 1) expect(history.at(-1)?.type).toBe('PayoutSettled');
      }),
      { numRuns: 500 },
    );
  });

  it('never goes back in time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const days = after(steps).map(({ data }) => data.effectiveOn);
        expect(days).toEqual([...days].sort());
      }),
    );
  });

  it('has the same story when every message comes twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const twice = steps.flatMap((one) => [one, one]);
        expect(after(twice)).toEqual(after(steps));
      }),
    );
  });

  it('can get all the way to the end', () => {
    const found = fc
      .sample(fc.array(step, { minLength: 60, maxLength: 60 }), { numRuns: 500, seed: 7 })
      .map(after);
    expect(found.some((history) => settlements(history).length === 1)).toBe(true);
    expect(found.some((history) => history.some(({ type }) => type === 'PayoutAccountCorrected'))).toBe(true);
  });
});
