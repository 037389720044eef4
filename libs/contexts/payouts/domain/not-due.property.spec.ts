import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rejection, addDays, fold, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { acceptPayout } from './accept-payout.js';
import { noteNotDue, endNotDue, stoppablePayouts } from './note-not-due.js';
import { confirmPayoutAccount } from './confirm-payout-account.js';
import { correctPayoutAccount } from './correct-payout-account.js';
import { instructPayout } from './instruct-payout.js';
import type { PayoutEvent } from './payout.events.js';
import { ORDERED_ON, OTHER_ACCOUNT, PAYOUT_ID as payoutId, ordered, toTheHeir } from './payout.examples.js';
import { known, payouts } from './payout.js';
import { recordMoneyBack } from './record-money-back.js';
import { recordPartBack } from './record-part-back.js';
import { returnPayout } from './return-payout.js';
import { settlePayout } from './settle-payout.js';
import { leftOf } from './what-is-due.js';

const PAID = toTheHeir.amountIdr;
const on = addDays(ORDERED_ON, 1);
const context = testContext({ today: on });
const second = { ...context, actor: { ...context.actor, id: 'finance-2' } };
const third = { ...context, actor: { ...context.actor, id: 'finance-3' } };

/** What of a payment came, went, is owed and is due, as somebody keeps account of it who knows no rule. */
class Account {
  readonly history: PayoutEvent[] = [ordered()];
  /** What the payee has of it, and of their own gave beyond it where that is less than nothing. */
  inHandIdr = 0;
  notDueIdr = 0;
  /** Came back as not due, and its claim has not said so yet. */
  private unsaidIdr = 0;
  readonly owed = new Map<string, { readonly amountIdr: number; is: 'OPEN' | 'PAID' | 'RETURNED' }>();

  get state() {
    return known(fold(payouts, this.history));
  }

  get owedIdr() {
    return [...this.owed.values()].reduce(
      (sum, { is, amountIdr }) => sum + (is === 'OPEN' ? amountIdr : 0),
      0,
    );
  }

  /** Records what a decision says, and nothing where it refuses. */
  decide(decided: () => readonly PayoutEvent[]): void {
    try {
      decided().forEach((event) => this.record(event));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }

  private record(event: PayoutEvent): void {
    const id = `event-${this.history.length}`;
    this.history.push(Object.assign({ id }, event));
    if (event.type === 'PayoutSettled') this.inHandIdr += PAID;
    if (event.type === 'SettledPayoutReturned') {
      this.inHandIdr -= PAID;
      for (const { askedBackId } of event.data.owedNoMore ?? []) this.close(askedBackId, 'RETURNED');
    }
    if (event.type === 'PayoutPartReturned') {
      const { amountIdr, keptIdr = 0 } = event.data;
      this.inHandIdr -= amountIdr;
      this.notDueIdr += amountIdr + keptIdr;
      this.unsaidIdr += amountIdr + keptIdr;
      if (keptIdr > 0) this.owed.set(id, { amountIdr: keptIdr, is: 'OPEN' });
    }
    if (event.type === 'PaymentAskedBack') {
      const { beforeId, amountIdr } = event.data;
      // What was paid before is not owed again.
      if (beforeId === undefined || this.owed.get(beforeId)?.is === 'RETURNED') {
        this.owed.set(id, { amountIdr, is: 'OPEN' });
      }
    }
  }

  /** Its claim says that so much is not due: once for each finding. */
  find(findingId: string, amountIdr: number): void {
    const before = this.history.length;
    const finding = {
      payoutId,
      claimId: 'claim-id',
      findingId,
      finderId: 'ani',
      amountIdr: rupiah(amountIdr),
    };
    this.decide(() => noteNotDue(finding, fold(stoppablePayouts, this.history), context));
    if (this.history.length === before) return;
    const said = Math.min(amountIdr, this.unsaidIdr);
    this.unsaidIdr -= said;
    this.notDueIdr = Math.min(PAID, this.notDueIdr + amountIdr - said);
  }

  payOne(): void {
    const [id, one] = [...this.owed].find(([, { is }]) => is === 'OPEN') ?? [];
    if (id === undefined || !one) return;
    this.inHandIdr -= one.amountIdr;
    this.close(id, 'PAID');
  }

  end(): void {
    this.decide(() => endNotDue({ payoutId }, fold(stoppablePayouts, this.history), context));
  }

  private close(id: string, is: 'PAID' | 'RETURNED'): void {
    const one = this.owed.get(id);
    if (one?.is === 'OPEN') one.is = is;
  }
}

type Step = (account: Account, nr: number) => void;

const number = (name: string, nr: number) => `${name}-${nr}`;
const part = fc
  .constantFrom(1 / 8, 1 / 8, 1 / 4, 1 / 2, 7 / 8, 1)
  .map((share) => rupiah(Math.round(PAID * share)));
const from = fc.constantFrom('BANK' as const, 'PAYEE' as const);

/** Brings it to the bank, and there as far as `to`. */
const toTheBank =
  (to: 'ACCEPTED' | 'SETTLED' | 'RETURNED'): Step =>
  (account, nr) => {
    const bankReference = number('BANK', nr);
    const decide = (decided: () => readonly PayoutEvent[]) => account.decide(decided);
    decide(() =>
      correctPayoutAccount({ payoutId, person: { account: OTHER_ACCOUNT } }, account.state, context),
    );
    decide(() => confirmPayoutAccount({ payoutId }, account.state, second));
    const instructionNumber = number('INS', nr);
    decide(() => instructPayout({ payoutId, instructedOn: on, instructionNumber }, account.state, third, {}));
    decide(() => acceptPayout({ payoutId, bankReference, on }, account.state, context));
    if (to === 'ACCEPTED') return;
    // What the bank had accepted before it says under that reference.
    const { state } = account;
    const said = state.situation === 'ACCEPTED' ? state.bankReference : bankReference;
    decide(() =>
      to === 'SETTLED'
        ? settlePayout({ payoutId, bankReference: said, on, amountIdr: PAID }, state, context)
        : returnPayout({ payoutId, bankReference: said, on, reason: 'BANK_REFUSED' }, state, context),
    );
  };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc.constantFrom('SETTLED' as const, 'ACCEPTED' as const, 'RETURNED' as const).map(toTheBank),
    weight: 2,
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('withdrawal', 'denial', 'another'), part).map(
      ([findingId, amountIdr]): Step =>
        (account) =>
          account.find(findingId, amountIdr),
    ),
  },
  fc.tuple(from, fc.constantFrom('WRONG_PAYEE' as const, 'NOT_OWED' as const)).map(
    ([sender, reason]): Step =>
      (account, nr) =>
        account.decide(() =>
          recordMoneyBack(
            {
              payoutId,
              from: sender,
              reason,
              bankReference: number('BACK', nr),
              on,
              amountIdr: PAID,
              reference: 'BA/1',
            },
            account.state,
            context,
          ),
        ),
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(from, part, fc.option(part, { nil: undefined })).map(
      ([sender, amountIdr, keptIdr]): Step =>
        (account, nr) =>
          account.decide(() =>
            recordPartBack(
              {
                payoutId,
                from: sender,
                bankReference: number('PART', nr),
                on,
                amountIdr,
                ...(keptIdr !== undefined && { keptIdr }),
                reference: 'BA/2',
              },
              account.state,
              context,
            ),
          ),
    ),
  },
  fc.constant<Step>((account) => account.payOne()),
  fc.constant<Step>((account) => account.end()),
);

/** What the account says after each of these steps, and once what follows by itself has followed. */
function after(steps: readonly Step[]): Account {
  const account = new Account();
  steps.forEach((one, nr) => {
    one(account, nr);
    expect(account.owedIdr).toBeLessThanOrEqual(Math.max(0, account.inHandIdr));
  });
  account.end();
  return account;
}

/** Most of it happens once it has arrived. */
const histories = fc
  .tuple(fc.boolean(), fc.array(step, { minLength: 4, maxLength: 12, size: 'max' }))
  .map(([hasArrived, steps]) => (hasArrived ? [toTheBank('SETTLED'), ...steps] : steps));

describe('A payment of which something is not due, came back, was returned or is kept, in whatever order', () => {
  it('leaves its payee what is due, once: what they have beyond that they owe, and never more than they have', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const account = after(steps);
        const { state, inHandIdr, owedIdr, notDueIdr } = account;
        expect(leftOf(state)).toBe(PAID - notDueIdr);
        if (state.situation === 'SETTLED') expect(inHandIdr - owedIdr).toBe(PAID - notDueIdr);
        else expect(owedIdr).toBe(0);
        if (state.situation === 'CANCELLED') expect(notDueIdr).toBe(PAID);
      }),
      { numRuns: 300 },
    );
  });

  it('meets each of these, and several of them in one payment', () => {
    const found = fc.sample(histories, { numRuns: 200, seed: 11 }).map((steps) => after(steps).history);
    const has = (...types: PayoutEvent['type'][]) =>
      found.some((history) => types.every((type) => history.some((event) => event.type === type)));
    expect(has('PaymentAskedBack', 'SettledPayoutReturned')).toBe(true);
    expect(has('PaymentAskedBack', 'PayoutPartReturned')).toBe(true);
    expect(has('SettledPayoutReturned', 'PayoutPartReturned')).toBe(true);
    expect(has('PaymentNotDue', 'PayoutCancelled')).toBe(true);
    expect(
      found.some((history) =>
        history.some((event) => event.type === 'PaymentAskedBack' && event.data.beforeId !== undefined),
      ),
    ).toBe(true);
  });
});
