import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { TEST_ACTOR, testContext } from '#testing/decisions';
import { cancelPayout } from './cancel-payout.js';
import { confirmPayoutAccount } from './confirm-payout-account.js';
import { correctPayoutAccount } from './correct-payout-account.js';
import { notePayee, noteRevoked } from './died-payee.js';
import type { PayoutEvent } from './payout.events.js';
import {
  MARCH_13,
  MARCH_14,
  OTHER_ACCOUNT,
  PARTICIPANT_ID,
  PAYOUT_ID as payoutId,
  instructed,
  ordered,
  returned,
  settled,
  toTheHeir,
  toThePlkk,
} from './payout.examples.js';
import { payoutSteps } from './payout-steps.js';
import { cancellationSteps, redirectionSteps } from './redirection-steps.js';
import { payouts } from './payout.js';

const REVOKED = { isRevoked: true };
const toHeir = ordered({ ...toTheHeir, heirId: 'widow' });
const note = (events: readonly PayoutEvent[], facts: { readonly isRevoked?: boolean }) =>
  noteRevoked({ payoutId }, fold(payouts, events), testContext(), facts);

const noted = (isRevoked?: boolean): PayoutEvent => ({
  type: 'PaymentNotTheirs',
  data: {
    payoutId,
    participantId: PARTICIPANT_ID,
    ...(isRevoked !== undefined && { isRevoked }),
    effectiveOn: MARCH_14,
  },
});

const openSteps = (events: readonly PayoutEvent[]) =>
  [payoutSteps, redirectionSteps, cancellationSteps].flatMap((one) => {
    const { step, turn, heldBy } = fold(one, events).expected ?? {};
    return step && heldBy?.onlyFor === undefined ? [`${step} ${turn}`] : [];
  });

const back = [toHeir, instructed(MARCH_13), returned(MARCH_14)];

describe('That the death was taken back which heirs are to be paid for', () => {
  it.each([
    ['was ordered', [toHeir]],
    ['came back', back],
  ])('is noted of what %s, once', (_what, events) => {
    expect(note(events, REVOKED)).toMatchObject([{ type: 'PaymentNotTheirs', data: REVOKED }]);
    expect(note([...events, noted(true)], REVOKED)).toEqual([]);
    expect(note(events, {})).toEqual([]);
  });

  it.each([
    ['the bank has', [toHeir, instructed(MARCH_13)]],
    ['has arrived', [toHeir, instructed(MARCH_13), settled(MARCH_13)]],
    ['a facility is paid', [ordered(toThePlkk)]],
    ['goes back to the participant', [toHeir, noted()]],
    ['nobody ordered', []],
  ])('concerns nothing that %s', (_what, events) => expect(note(events, REVOKED)).toEqual([]));

  it('is looked at once it comes back, as the death of a participant is', () => {
    const state = fold(payouts, back);
    expect(notePayee({ payoutId }, state, testContext(), REVOKED)).toMatchObject([{ data: REVOKED }]);
    const toSiti = fold(payouts, [ordered({ ...toTheHeir, payee: 'PARTICIPANT' })]);
    const dead = { claimId: 'claim-id', hasDied: true };
    expect(notePayee({ payoutId }, toSiti, testContext(), dead)).toMatchObject([{ type: 'PayeeDied' }]);
  });

  it.each([
    ['INSTRUCT_PAYOUT FINANCE', [toHeir]],
    ['CORRECT_ACCOUNT FINANCE', back],
  ])('takes %s from finance: a supervisor gives it up', (step, events) => {
    expect(openSteps(events)).toEqual([step]);
    const revoked = [...events, noted(true)];
    expect(openSteps(revoked)).toEqual(['CANCEL_PAYOUT SUPERVISOR']);
    expect(fold(payoutSteps, revoked)).not.toHaveProperty('lateIdr', expect.anything());
    const given = cancelPayout(
      { payoutId, reason: 'EVENT_REVOKED' },
      fold(payouts, revoked),
      testContext(),
      REVOKED,
    );
    expect(given).toMatchObject([{ type: 'PayoutCancelled' }]);
    expect(openSteps([...revoked, ...given])).toEqual([]);
  });

  it('is over once it happened after all: finance has what it had', () => {
    const revoked = [toHeir, noted(true)];
    expect(note(revoked, { isRevoked: false })).toMatchObject([{ data: { isRevoked: false } }]);
    expect(fold(payoutSteps, [...revoked, noted(false)])).toEqual(fold(payoutSteps, [toHeir]));
    expect(fold(redirectionSteps, [...revoked, noted(false)]).expected?.step).toBe('REDIRECT_PAYOUT');
  });

  it('does not keep it from a participant whose it turns out to be', () => {
    expect(fold(redirectionSteps, [toHeir, noted(true), noted()]).expected?.step).toBe('REDIRECT_PAYOUT');
  });

  const by = (id: string) => testContext({ actor: { ...TEST_ACTOR, id } });
  const correct = (events: readonly PayoutEvent[]) => [
    ...events,
    ...correctPayoutAccount(
      { payoutId, person: { account: OTHER_ACCOUNT } },
      fold(payouts, events),
      by('corrector'),
    ),
  ];
  const confirm = (events: readonly PayoutEvent[]) => [
    ...events,
    ...confirmPayoutAccount({ payoutId }, fold(payouts, events), by('confirmer')),
  ];

  it.each([
    ['was given', 'CONFIRM_ACCOUNT', correct([...back, noted(true)])],
    ['was confirmed', 'INSTRUCT_PAYOUT', confirm([...correct(back), noted(true)])],
  ])(
    'leaves it given up where another account %s meanwhile, and then finance has %s',
    (_what, step, events) => {
      expect(openSteps(events)).toEqual(['CANCEL_PAYOUT SUPERVISOR']);
      expect(fold(redirectionSteps, events).expected).toBeUndefined();
      const happened = [...events, noted(false)];
      expect(fold(payoutSteps, happened).expected).toMatchObject({ step, notBy: ['corrector'] });
    },
  );
});
