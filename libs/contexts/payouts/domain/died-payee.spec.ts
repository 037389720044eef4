import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { cancelPayout } from './cancel-payout.js';
import { type PayeeFacts, noteNotTheirs, notePayeeDeath, paidInPlace } from './died-payee.js';
import type { PayoutEvent } from './payout.events.js';
import {
  MARCH_13,
  MARCH_14,
  OTHER_ACCOUNT,
  PARTICIPANT_ID,
  PAYOUT_ID as payoutId,
  accepted,
  cameBack,
  erased,
  instructed,
  ordered,
  returned,
  settled,
  toTheHeir,
  toThePlkk,
} from './payout.examples.js';
import { payoutSteps } from './payout-steps.js';
import { cancellationSteps, redirectionSteps } from './redirection-steps.js';
import { payoutIdOf, payouts } from './payout.js';
import { recordMoneyBack } from './record-money-back.js';
import { type OrderedPayout, type RedirectFacts, orderedPayouts, redirectPayout } from './redirect-payout.js';

const given = decisionSpec(payouts);
const toSiti = ordered({ ...toTheHeir, payee: 'PARTICIPANT' });
const toHeir = ordered({ ...toTheHeir, heirId: 'widow' });
const DEAD: PayeeFacts = { claimId: 'claim-id', hasDied: true };
const ALIVE: PayeeFacts = { claimId: 'claim-id', hasDied: false };
const context = testContext();
const note = (events: readonly PayoutEvent[], facts: PayeeFacts) =>
  notePayeeDeath({ payoutId }, fold(payouts, events), context, facts);

const noted = (type: 'PayeeDied' | 'PayeeLives'): PayoutEvent => ({
  type,
  data: { payoutId, participantId: PARTICIPANT_ID, claimId: 'claim-id', effectiveOn: MARCH_14 },
});
const notTheirs: PayoutEvent = {
  type: 'PaymentNotTheirs',
  data: { payoutId, participantId: PARTICIPANT_ID, effectiveOn: MARCH_14 },
};

const stepsOf = (events: readonly PayoutEvent[]) =>
  [payoutSteps, redirectionSteps, cancellationSteps].map((one) => {
    const { step, heldBy } = fold(one, events).expected ?? {};
    return step && (heldBy ? [step, heldBy.onlyFor ?? 'held'] : step);
  });

describe('That a participant has died', () => {
  it.each([
    ['was ordered', [toSiti]],
    ['came back', [toSiti, instructed(MARCH_13), returned(MARCH_14)]],
    ['came back after it had arrived', [toSiti, instructed(MARCH_13), settled(MARCH_13), cameBack(MARCH_14)]],
  ])('is noted of what %s, once', (_what, events) => {
    expect(note(events, DEAD)).toMatchObject([{ type: 'PayeeDied', data: { claimId: 'claim-id' } }]);
    expect(note([...events, noted('PayeeDied')], DEAD)).toEqual([]);
    expect(note(events, ALIVE)).toEqual([]);
  });

  it.each([
    ['the bank has', [toSiti, instructed(MARCH_13)], DEAD],
    ['has arrived', [toSiti, instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_13)], DEAD],
    ['a facility is paid', [ordered(toThePlkk)], DEAD],
    ['is for no claim', [toSiti], { hasDied: true }],
    ['goes to somebody who was erased', [erased(toSiti)], DEAD],
    ['nobody ordered', [], DEAD],
  ])('concerns nothing that %s', (_what, events, facts) => expect(note(events, facts)).toEqual([]));

  it('is taken back with the death, and noted anew of the next one', () => {
    const died = [toSiti, noted('PayeeDied')];
    expect(note(died, ALIVE)).toMatchObject([{ type: 'PayeeLives' }]);
    expect(note([...died, noted('PayeeLives')], ALIVE)).toEqual([]);
    expect(note([...died, noted('PayeeLives')], DEAD)).toMatchObject([{ type: 'PayeeDied' }]);
  });

  it('leaves finance nothing to do while heirs are looked for, also where it is to be paid again', () => {
    const back = [toSiti, instructed(MARCH_13), returned(MARCH_14)];
    expect(stepsOf([toSiti])).toEqual([
      ['INSTRUCT_PAYOUT', 'held'],
      ['REDIRECT_PAYOUT', 'OTHERS'],
      ['CANCEL_PAYOUT', 'NOBODY'],
    ]);
    expect(stepsOf(back)).toEqual([
      ['CORRECT_ACCOUNT', 'held'],
      ['REDIRECT_PAYOUT', 'OTHERS'],
      ['CANCEL_PAYOUT', 'NOBODY'],
    ]);
  });

  it('ends with the payment given up where nobody has come who inherits, and only then', () => {
    const cancel = (isNobodys: boolean) => () =>
      cancelPayout({ payoutId, reason: 'NOBODY_CLAIMS_IT' }, fold(payouts, [toSiti]), context, { isNobodys });
    expect(cancel(true)()).toMatchObject([{ type: 'PayoutCancelled', data: { reason: 'NOBODY_CLAIMS_IT' } }]);
    given([toSiti]).when(cancel(false)).thenRejected('NOT_TO_BE_CANCELLED');
  });
});

describe('What heirs were to be paid in place of a participant who lives after all', () => {
  const noteHeir = (events: readonly PayoutEvent[], facts: PayeeFacts) =>
    noteNotTheirs({ payoutId }, fold(payouts, events), context, facts);
  const instead: RedirectFacts['instead'] = {
    shares: [{ payee: 'PARTICIPANT', amountIdr: rupiah(42_000_000) }],
    accounts: [OTHER_ACCOUNT],
    isBack: true,
  };
  const back = (state: OrderedPayout) => redirectPayout({ payoutId }, state, context, { instead });
  const backOf = (events: readonly PayoutEvent[]) => back(fold(orderedPayouts, events));
  const givenPaid = decisionSpec(orderedPayouts);
  const arrived = [toHeir, instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_14), notTheirs];

  it('is found by the payment whose place it took', () => {
    const redirected: DomainEvent & { readonly id: string } = {
      id: 'redirection',
      type: 'PayoutRedirected',
      data: { payoutId, shares: [{ payee: 'HEIR', heirId: 'widow', amountIdr: 1 }] },
    };
    const toWidow = { payee: 'HEIR', heirId: 'widow' };
    expect(fold(paidInPlace, [toSiti, redirected as unknown as PayoutEvent])).toEqual([
      { payoutId: payoutIdOf({ source: { eventId: 'redirection' }, ...toWidow }), ...toWidow },
    ]);
  });

  it('is noted once, whatever became of it, and not where they have died', () => {
    for (const events of [[toHeir], arrived.slice(0, 4)]) {
      expect(noteHeir(events, ALIVE)).toMatchObject([{ type: 'PaymentNotTheirs' }]);
    }
    expect(noteHeir([toHeir, notTheirs], ALIVE)).toEqual([]);
    expect(noteHeir([toHeir], DEAD)).toEqual([]);
    expect(noteHeir([], ALIVE)).toEqual([]);
    expect(noteHeir([toSiti], ALIVE)).toEqual([]);
  });

  it('is a supervisor’s to have paid back, as soon as no bank has it', () => {
    expect(stepsOf([toHeir, notTheirs]).slice(0, 2)).toEqual([undefined, 'REDIRECT_PAYOUT']);
    const atBank = [toHeir, instructed(MARCH_13), notTheirs];
    expect(stepsOf(atBank).slice(0, 2)).toEqual(['AWAIT_BANK', undefined]);
    expect(stepsOf([...atBank, returned(MARCH_14)]).slice(0, 2)).toEqual([undefined, 'REDIRECT_PAYOUT']);
    expect(stepsOf([...atBank, settled(MARCH_14)]).slice(0, 2)).toEqual([undefined, 'REDIRECT_PAYOUT']);
    givenPaid(atBank).when(back).thenRejected('MONEY_HAS_LEFT');
  });

  it('goes to the participant, and is given up where it had not arrived', () => {
    expect(backOf([toHeir, notTheirs])).toMatchObject([
      { type: 'PayoutRedirected', data: { shares: [{ payee: 'PARTICIPANT', amountIdr: 42_000_000 }] } },
      { type: 'PayoutCancelled', data: { reason: 'REDIRECTED' } },
    ]);
  });

  it('is owed by them where it had arrived, once', () => {
    const redirected = [...arrived, ...backOf(arrived)];
    expect(redirected.slice(arrived.length)).toMatchObject([
      { type: 'PayoutRedirected', data: { keptIdr: 42_000_000, heirId: 'widow' } },
    ]);
    expect(stepsOf(redirected).slice(0, 2)).toEqual([undefined, undefined]);
    givenPaid(redirected).when(back).thenRejected('NOT_TO_BE_REDIRECTED');
    const money = { from: 'PAYEE', reason: 'NOT_OWED', bankReference: 'B-9', reference: 'BA 9' } as const;
    const amountIdr = rupiah(42_000_000);
    given(redirected)
      .when((state) =>
        recordMoneyBack({ payoutId, ...money, on: localDate('2026-03-16'), amountIdr }, state, context),
      )
      .thenRejected('OWED_AS_RECEIVABLE');
  });
});
