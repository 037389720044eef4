import { describe, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { type StoppablePayout, askInterimBack, stoppablePayouts } from './ask-interim-back.js';
import type { PayoutEvent } from './payout.events.js';
import {
  MARCH_13,
  MARCH_14,
  PARTICIPANT_ID,
  PAYOUT_ID,
  accepted,
  cancelled,
  instructed,
  ordered,
  returned,
  settled,
  toTheEmployer,
  toTheHeir,
} from './payout.examples.js';

const given = decisionSpec(stoppablePayouts);
const { today } = testContext();
const WHOLE = toTheHeir.amountIdr;
const INPUT = { payoutId: PAYOUT_ID, claimId: 'claim-id', findingId: 'withdrawal', finderId: 'ani' };

const ask =
  (amountIdr: number = WHOLE, findingId = INPUT.findingId) =>
  (state: StoppablePayout) =>
    askInterimBack({ ...INPUT, findingId, amountIdr: rupiah(amountIdr) }, state, testContext());

const askedBack = (amountIdr: number, more: object = {}): PayoutEvent => ({
  type: 'PaymentAskedBack',
  data: {
    ...INPUT,
    participantId: PARTICIPANT_ID,
    amountIdr: rupiah(amountIdr),
    effectiveOn: today,
    ...more,
  },
});

const stopped: PayoutEvent = {
  type: 'PayoutCancelled',
  data: { payoutId: PAYOUT_ID, reason: 'NOT_OWED', cancelledOn: today, effectiveOn: today },
};

const redirected: PayoutEvent = {
  type: 'PayoutRedirected',
  data: {
    payoutId: PAYOUT_ID,
    participantId: PARTICIPANT_ID,
    source: toTheHeir.source,
    componentCodes: ['JKK_STMB'],
    shares: [],
    redirectorId: 'sita',
    effectiveOn: localDate('2026-03-20'),
    person: { accounts: [] },
  },
};

describe('A payment before the end of a treatment that is not due', () => {
  it.each<[string, PayoutEvent[]]>([
    ['nobody has told a bank of', [ordered()]],
    ['a bank has sent back', [ordered(), instructed(MARCH_13), returned(MARCH_14)]],
  ])('is stopped where it is one that %s, and owed back by nobody', (_which, history) => {
    given(history).when(ask()).thenRecorded([stopped]);
  });

  it.each<[string, PayoutEvent[]]>([
    ['was told of', [instructed(MARCH_13)]],
    ['took', [instructed(MARCH_13), accepted(MARCH_13)]],
    ['has paid', [instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_14)]],
  ])('is owed back where it is one that a bank %s', (_which, steps) => {
    given([ordered(), ...steps])
      .when(ask())
      .thenRecorded([askedBack(WHOLE)]);
  });

  it('is owed back by the employer that was paid', () => {
    const { employerId } = toTheEmployer;
    given([ordered(toTheEmployer), instructed(MARCH_13)])
      .when(ask())
      .thenRecorded([askedBack(WHOLE, { employerId })]);
  });

  it('goes out where a part of it is due, and the rest is owed back', () => {
    given([ordered()])
      .when(ask(WHOLE - 1))
      .thenRecorded([askedBack(WHOLE - 1)]);
  });

  it('is owed back no more than once, whatever is found of it', () => {
    const history = [ordered(), instructed(MARCH_13), askedBack(WHOLE - 1_000)];
    given(history).when(ask()).thenNothing();
    given(history)
      .when(ask(WHOLE, 'denial'))
      .thenRecorded([askedBack(1_000, { findingId: 'denial' })]);
    given([...history, askedBack(1_000, { findingId: 'denial' })])
      .when(ask(WHOLE, 'another denial'))
      .thenNothing();
  });

  it('was paid to nobody where it was never ordered, or given up', () => {
    given().when(ask()).thenNothing();
    given([ordered(), stopped]).when(ask()).thenNothing();
    given([ordered(), cancelled(today)])
      .when(ask())
      .thenNothing();
  });

  it('is owed back where others are paid in its place', () => {
    const instead: PayoutEvent = {
      ...stopped,
      data: { ...stopped.data, reason: 'REDIRECTED' },
    } as PayoutEvent;
    given([ordered(), redirected, instead])
      .when(ask())
      .thenRecorded([askedBack(WHOLE)]);
  });
});
