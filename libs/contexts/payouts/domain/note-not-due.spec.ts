import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { paymentBy } from './died-payee.js';
import { type StoppablePayout, endNotDue, noteNotDue, stoppablePayouts } from './note-not-due.js';
import type { PayoutEvent } from './payout.events.js';
import {
  MARCH_13,
  MARCH_14,
  PARTICIPANT_ID,
  PAYOUT_ID,
  accepted,
  cameBack,
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
    noteNotDue({ ...INPUT, findingId, amountIdr: rupiah(amountIdr) }, state, testContext());

const end = (state: StoppablePayout) => endNotDue({ payoutId: PAYOUT_ID }, state, testContext());

const found = (amountIdr: number, findingId = INPUT.findingId): PayoutEvent => ({
  type: 'PaymentNotDue',
  data: {
    ...INPUT,
    findingId,
    participantId: PARTICIPANT_ID,
    amountIdr: rupiah(amountIdr),
    effectiveOn: today,
  },
});

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

const SHARES = [
  { payee: 'HEIR', heirId: 'grandson', amountIdr: rupiah(WHOLE - 2_000_000) },
  { payee: 'HEIR', heirId: 'granddaughter', amountIdr: rupiah(2_000_000) },
];

const INSTEAD: readonly PayoutEvent[] = [
  Object.assign(
    { id: 'redirection' },
    {
      type: 'PayoutRedirected' as const,
      data: {
        payoutId: PAYOUT_ID,
        participantId: PARTICIPANT_ID,
        source: toTheHeir.source,
        componentCodes: ['JKK_STMB'],
        shares: SHARES,
        redirectorId: 'sita',
        effectiveOn: localDate('2026-03-20'),
        person: { accounts: [] },
      },
    },
  ),
];

const givenUp: PayoutEvent = {
  type: 'PayoutCancelled',
  data: { payoutId: PAYOUT_ID, reason: 'REDIRECTED', cancelledOn: today, effectiveOn: today },
};

const AT_BANK = [ordered(), instructed(MARCH_13), accepted(MARCH_13)];
const ARRIVED = [...AT_BANK, settled(MARCH_14)];

describe('A payment before the end of a treatment that is not due', () => {
  it('names the heir who was paid', () => {
    const toSon = ordered({ ...toTheHeir, heirId: 'son' });
    const arrived = [toSon, instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_13)];
    const back = ask()(fold(stoppablePayouts, arrived)).at(-1);
    expect(back).toMatchObject({ type: 'PaymentAskedBack', data: { heirId: 'son' } });
  });

  it.each<[string, PayoutEvent[]]>([
    ['nobody has told a bank of', [ordered()]],
    ['a bank has sent back', [...AT_BANK, returned(MARCH_14)]],
    ['a bank has sent back after it had arrived', [...ARRIVED, cameBack(MARCH_14)]],
  ])('is stopped where it is one that %s, and owed back by nobody', (_which, history) => {
    given(history)
      .when(ask())
      .thenRecorded([found(WHOLE), stopped]);
  });

  it('is stopped where the bank that has it sends it back: nobody got it, and nobody owes it', () => {
    given(AT_BANK)
      .when(ask())
      .thenRecorded([found(WHOLE)]);
    given([...AT_BANK, found(WHOLE)])
      .when(end)
      .thenNothing();
    given([...AT_BANK, found(WHOLE), returned(MARCH_14)])
      .when(end)
      .thenRecorded([stopped]);
    given([...AT_BANK, found(WHOLE), returned(MARCH_14), stopped])
      .when(end)
      .thenNothing();
  });

  it('is owed back once it has arrived, and then once', () => {
    const late = [...AT_BANK, found(WHOLE), settled(MARCH_14)];
    given(late)
      .when(end)
      .thenRecorded([askedBack(WHOLE)]);
    given([...late, askedBack(WHOLE)])
      .when(end)
      .thenNothing();
    given(ARRIVED)
      .when(ask())
      .thenRecorded([found(WHOLE), askedBack(WHOLE)]);
  });

  it('is owed back by the employer that was paid', () => {
    const { employerId } = toTheEmployer;
    given([ordered(toTheEmployer), ...ARRIVED.slice(1)])
      .when(ask())
      .thenRecorded([found(WHOLE), askedBack(WHOLE, { employerId })]);
  });

  it('goes out where a part of it is due, and the rest is owed back by whoever gets it', () => {
    const part = [ordered(), found(WHOLE - 1)];
    given([ordered()])
      .when(ask(WHOLE - 1))
      .thenRecorded(part.slice(1));
    given([...part, ...ARRIVED.slice(1)])
      .when(end)
      .thenRecorded([askedBack(WHOLE - 1)]);
    given([...part, ...AT_BANK.slice(1), returned(MARCH_14)])
      .when(end)
      .thenNothing();
  });

  it('is stopped where what was left of it is not due either', () => {
    given([ordered(), found(WHOLE - 1_000)])
      .when(ask(1_000, 'denial'))
      .thenRecorded([found(1_000, 'denial'), stopped]);
  });

  it('is owed back no more than once, whatever is found of it', () => {
    const history = [...ARRIVED, found(WHOLE - 1_000), askedBack(WHOLE - 1_000)];
    given(history).when(ask()).thenNothing();
    given([...AT_BANK, found(WHOLE)])
      .when(ask())
      .thenNothing();
    const rest = [found(1_000, 'denial'), askedBack(1_000, { findingId: 'denial' })];
    given(history).when(ask(WHOLE, 'denial')).thenRecorded(rest);
    given([...history, ...rest])
      .when(ask(WHOLE, 'another denial'))
      .thenNothing();
  });

  const inLog = (event: PayoutEvent, id: string): PayoutEvent => Object.assign({ id }, event);
  const partBack = (amountIdr: number, keptIdr?: number): PayoutEvent => ({
    type: 'PayoutPartReturned',
    data: {
      payoutId: PAYOUT_ID,
      participantId: PARTICIPANT_ID,
      source: toTheHeir.source,
      from: 'PAYEE',
      bankReference: 'BANK-R-1',
      amountIdr: rupiah(amountIdr),
      ...(keptIdr !== undefined && { keptIdr: rupiah(keptIdr) }),
      reference: 'BA/10/2026',
      recorderId: 'user-1',
      returnedOn: MARCH_14,
      effectiveOn: MARCH_14,
    },
  });
  const foundOf = (amountIdr: number, gaveBackIdr: number, findingId?: string): PayoutEvent => {
    const { data } = found(amountIdr, findingId) as Extract<PayoutEvent, { type: 'PaymentNotDue' }>;
    return { type: 'PaymentNotDue', data: { ...data, gaveBackIdr: rupiah(gaveBackIdr) } };
  };

  it('is not owed back a second time where it came back before, or is kept and owed already', () => {
    given([...ARRIVED, partBack(1_000_000)])
      .when(ask(1_000_000))
      .thenRecorded([foundOf(1_000_000, 1_000_000)]);
    given([...ARRIVED, partBack(500_000, 500_000)])
      .when(ask(1_500_000))
      .thenRecorded([foundOf(1_500_000, 1_000_000), askedBack(500_000)]);
  });

  it('came back for one event of its claim: what another one finds is owed back', () => {
    const history = [...ARRIVED, partBack(1_000_000), foundOf(1_000_000, 1_000_000)];
    given(history).when(ask(1_000_000)).thenNothing();
    given(history)
      .when(ask(1_000_000, 'denial'))
      .thenRecorded([found(1_000_000, 'denial'), askedBack(1_000_000, { findingId: 'denial' })]);
  });

  it('is owed by nobody once the bank returns the payment, and owed back anew where that arrives again', () => {
    const owed = [...ARRIVED, found(1_000_000), inLog(askedBack(1_000_000), 'asked')];
    const again = [...owed, cameBack(MARCH_14), instructed(MARCH_14, 'INS-2'), accepted(MARCH_14, 'BANK-2')];
    given([...owed, cameBack(MARCH_14)])
      .when(end)
      .thenNothing();
    given([...again, settled(MARCH_14, 'BANK-2')])
      .when(end)
      .thenRecorded([askedBack(1_000_000, { beforeId: 'asked' })]);
  });

  it('is stopped where the bank returns the whole of it, that was owed back', () => {
    given([...ARRIVED, found(WHOLE), askedBack(WHOLE), cameBack(MARCH_14)])
      .when(end)
      .thenRecorded([stopped]);
  });

  it('was paid to nobody where it was never ordered, or given up', () => {
    given().when(ask()).thenNothing();
    given().when(end).thenNothing();
    for (const givenUp of [stopped, cancelled(today)]) {
      given([ordered(), givenUp]).when(ask()).thenNothing();
      given([ordered(), found(WHOLE), givenUp])
        .when(end)
        .thenNothing();
    }
  });

  it('is asked of those who are paid in its place, found before that or since, once and no more than they are paid', () => {
    const passedOn = (amounts: number[], findingId = INPUT.findingId): PayoutEvent => ({
      type: 'NotDuePassedOn',
      data: {
        payoutId: PAYOUT_ID,
        participantId: PARTICIPANT_ID,
        claimId: INPUT.claimId,
        findingId,
        finderId: INPUT.finderId,
        payments: amounts.map((amountIdr, place) => ({
          payoutId: paymentBy('redirection', SHARES[place]!).payoutId,
          amountIdr: rupiah(amountIdr),
        })),
        effectiveOn: today,
      },
    });
    const instead = [...INSTEAD, givenUp];
    given([ordered(), ...instead])
      .when(ask())
      .thenRecorded([passedOn([WHOLE - 2_000_000, 2_000_000])]);
    const known = [...AT_BANK, found(WHOLE / 2), returned(MARCH_14), ...instead];
    const half = passedOn([WHOLE / 2 - 1_000_000, 1_000_000]);
    given(known).when(end).thenRecorded([half]);
    given([...known, half])
      .when(end)
      .thenNothing();
    given([...known, half])
      .when(ask(WHOLE / 2))
      .thenNothing();
    given([...known, half])
      .when(ask(WHOLE, 'denial'))
      .thenRecorded([passedOn([WHOLE / 2 - 1_000_000, 1_000_000], 'denial')]);
  });

  it('is not due either to whom it goes back, where heirs have it and owe it', () => {
    const back = [...ARRIVED, found(1_000), askedBack(1_000), ...INSTEAD];
    const [event, ...others] = end(fold(stoppablePayouts, back));
    expect([event, others]).toMatchObject([
      { type: 'NotDuePassedOn', data: { findingId: 'withdrawal' } },
      [],
    ]);
    given([...back, event!])
      .when(end)
      .thenNothing();
  });
});
