import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { compensateLateness } from './compensate-lateness.js';
import { approveCompensation, denyCompensation } from './decide-compensation.js';
import { lateness } from './lateness.js';
import { compensationSteps } from './compensation-steps.js';
import { payoutSteps } from './payout-steps.js';
import {
  ACCOUNT,
  MARCH_13,
  OTHER_ACCOUNT,
  PARTICIPANT_ID,
  PAYOUT_ID as payoutId,
  accepted,
  confirmed,
  corrected,
  erased,
  instructed,
  ordered,
  returned,
  settled,
  toTheHeir,
} from './payout.examples.js';
import type { PayoutEvent } from './payout.events.js';

const given = decisionSpec(lateness);

/** Three days after the last one in time: 3 % of 42,000,000. */
const LATE = localDate('2026-03-19');
const WAY = [instructed(MARCH_13), accepted(MARCH_13), settled(LATE)];

const foundOf = (history: readonly PayoutEvent[]) => [
  ...history,
  ...compensateLateness({ payoutId }, fold(lateness, history), testContext()),
];
const FOUND = foundOf([ordered(), ...WAY]);

const by = (id: string, authority: 2 | 3 | 4 | 5 = 2) =>
  testContext({ actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority } });
const { today } = testContext();

const approved = (account = ACCOUNT): PayoutEvent => ({
  type: 'LateCompensationApproved',
  data: {
    payoutId,
    participantId: PARTICIPANT_ID,
    payee: 'HEIR',
    claimId: 'claim-id',
    componentCodes: ['JKM_LATE_COMPENSATION'],
    amountIdr: rupiah(1_260_000),
    approverId: 'sita',
    authority: {
      level: 2,
      upToIdr: rupiah(100_000_000),
      weighed: [{ matter: 'CASH', amountIdr: rupiah(1_260_000) }],
    },
    effectiveOn: today,
    person: { account },
  },
});

const moneyBack = (reason: 'ACCOUNT_CLOSED' | 'NOT_OWED'): PayoutEvent => ({
  type: 'SettledPayoutReturned',
  data: {
    payoutId,
    from: 'PAYEE',
    reason,
    bankReference: 'BANK-9',
    amountIdr: rupiah(42_000_000),
    reference: 'BA/8/2026',
    recorderId: 'tono',
    returnedOn: today,
    effectiveOn: today,
  },
});

const INPUT = { payoutId, reason: 'DELAY_OF_PAYEE', reference: 'BA/7/2026' } as const;

describe('What a payment that came late owes', () => {
  it('is approved by a second person, to the account where the late payment arrived', () => {
    given(FOUND)
      .when((state) => approveCompensation({ payoutId }, state, by('sita')))
      .thenRecorded([approved()]);
    const toAnother = foundOf([
      ordered(),
      instructed(MARCH_13),
      returned(MARCH_13, 'BANK-0'),
      corrected(MARCH_13),
      confirmed(MARCH_13),
      instructed(MARCH_13, 'INS-2'),
      accepted(MARCH_13),
      settled(LATE),
    ]);
    given(toAnother)
      .when((state) => approveCompensation({ payoutId }, state, by('sita')))
      .thenRecorded([approved(OTHER_ACCOUNT)]);
  });

  const notDue = (amountIdr: number): PayoutEvent => ({
    type: 'PaymentNotDue',
    data: {
      payoutId,
      participantId: PARTICIPANT_ID,
      claimId: 'claim-id',
      amountIdr: rupiah(amountIdr),
      findingId: 'withdrawal',
      finderId: 'ani',
      effectiveOn: today,
    },
  });

  it('is nothing of a payment that was not due at all: it is not approved, and is denied as not owed', () => {
    const atBank = [ordered(), instructed(MARCH_13), accepted(MARCH_13), notDue(42_000_000), settled(LATE)];
    expect(compensateLateness({ payoutId }, fold(lateness, atBank), testContext())).toEqual([]);
    const history = [...FOUND, notDue(42_000_000)];
    given(history)
      .when((state) => approveCompensation({ payoutId }, state, by('sita')))
      .thenRejected('LATE_PAYMENT_NOT_OWED');
    const denial = { ...INPUT, reason: 'PAYMENT_NOT_OWED' } as const;
    given([...FOUND, notDue(41_000_000)])
      .when((state) => denyCompensation(denial, state, by('sita')))
      .thenRejected('LATE_PAYMENT_STANDS');
    expect(denyCompensation(denial, fold(lateness, history), by('sita'))).toMatchObject([
      { type: 'LateCompensationDenied', data: { reason: 'PAYMENT_NOT_OWED' } },
    ]);
  });

  it('is of what was due where a part is not, also where that was found since', () => {
    const atBank = [ordered(), instructed(MARCH_13), accepted(MARCH_13), notDue(10_500_000), settled(LATE)];
    expect(compensateLateness({ payoutId }, fold(lateness, atBank), testContext())).toMatchObject([
      { data: { benefitDueIdr: 31_500_000, amountIdr: 945_000 } },
    ]);
    const since = fold(lateness, [...FOUND, notDue(10_500_000)]);
    expect(approveCompensation({ payoutId }, since, by('sita'))).toMatchObject([
      { type: 'LateCompensationApproved', data: { amountIdr: 945_000 } },
    ]);
  });

  it('goes to no account that nobody has confirmed', () => {
    const back = [moneyBack('ACCOUNT_CLOSED'), corrected(today, 'tini')];
    given([...FOUND, ...back])
      .when((state) => approveCompensation({ payoutId }, state, by('sita')))
      .thenRecorded([approved()]);
    expect(fold(lateness, [...FOUND, ...back]).accountGiverId).toBeUndefined();
    expect(fold(lateness, [...FOUND, ...back, confirmed(today)])).toMatchObject({
      account: OTHER_ACCOUNT,
      accountGiverId: 'tini',
    });
  });

  it('is decided whatever becomes of a payment that came back, which waits for another account all the same', () => {
    const late = [ordered(), ...WAY];
    const found = compensateLateness({ payoutId }, fold(lateness, late), testContext());
    const foundThen = [...late, ...found, moneyBack('ACCOUNT_CLOSED')];
    // What follows from the delay may be recorded after the money came back.
    const backThen = [...late, moneyBack('ACCOUNT_CLOSED'), ...found];
    for (const history of [foundThen, backThen]) {
      expect(fold(payoutSteps, history).expected).toMatchObject({ step: 'CORRECT_ACCOUNT' });
      expect(fold(compensationSteps, history).expected).toMatchObject({ step: 'DECIDE_COMPENSATION' });
    }
    const again = [...backThen, corrected(today, 'tini'), confirmed(today), instructed(today)];
    const settledAgain = [...again, accepted(today), settled(today, 'BANK-2')];
    expect(fold(payoutSteps, settledAgain).expected).toBeUndefined();
    expect(fold(compensationSteps, settledAgain).expected).toMatchObject({
      step: 'DECIDE_COMPENSATION',
      notBy: [TEST_ACTOR.id],
    });
    const denied = denyCompensation(INPUT, fold(lateness, settledAgain), by('sita'));
    expect(fold(compensationSteps, [...settledAgain, ...denied]).expected).toBeUndefined();
  });

  it('is nothing where what came late was given back and owed to nobody: it is denied for that alone', () => {
    const givenUp: PayoutEvent = {
      type: 'PayoutCancelled',
      data: { payoutId, reason: 'NOT_OWED', cancelledOn: today, effectiveOn: today },
    };
    const notOwed = { ...INPUT, reason: 'PAYMENT_NOT_OWED' } as const;
    const history = [...FOUND, moneyBack('NOT_OWED'), givenUp];
    given(history)
      .when((state) => approveCompensation({ payoutId }, state, by('sita')))
      .thenRejected('LATE_PAYMENT_NOT_OWED');
    given(history)
      .when((state) => denyCompensation(notOwed, state, by('sita')))
      .thenRecorded([
        {
          type: 'LateCompensationDenied',
          data: { ...notOwed, participantId: PARTICIPANT_ID, deciderId: 'sita', effectiveOn: today },
        },
      ]);
    given(FOUND)
      .when((state) => denyCompensation(notOwed, state, by('sita')))
      .thenRejected('LATE_PAYMENT_STANDS');
  });

  it('is decided by whoever reaches what is owed by now, which is less once a part of what came late is not due', () => {
    const great = { ...toTheHeir, amountIdr: rupiah(4_000_000_000) };
    const late = foundOf([ordered(great), ...WAY]);
    const steps = (history: readonly PayoutEvent[]) => fold(compensationSteps, history);
    expect(steps(late)).toMatchObject({
      amountIdr: 120_000_000,
      expected: { weighed: [{ matter: 'CASH', amountIdr: 120_000_000 }] },
    });
    const notDue: PayoutEvent = {
      type: 'PaymentNotDue',
      data: {
        payoutId,
        participantId: PARTICIPANT_ID,
        claimId: 'claim-id',
        amountIdr: rupiah(3_900_000_000),
        findingId: 'finding',
        finderId: 'ani',
        effectiveOn: today,
      },
    };
    const less = [...late, notDue];
    expect(steps(less)).toMatchObject({
      amountIdr: 3_000_000,
      expected: { weighed: [{ matter: 'CASH', amountIdr: 3_000_000 }] },
    });
    expect(approveCompensation({ payoutId }, fold(lateness, less), by('sita'))).toMatchObject([
      { type: 'LateCompensationApproved', data: { amountIdr: 3_000_000 } },
    ]);
    const givenUp: PayoutEvent = {
      type: 'PayoutCancelled',
      data: { payoutId, reason: 'NOT_OWED', cancelledOn: today, effectiveOn: today },
    };
    expect(steps([...less, givenUp])).toMatchObject({
      amountIdr: 0,
      expected: { step: 'DECIDE_COMPENSATION', weighed: [{ amountIdr: 0 }] },
    });
  });

  it('is not decided by whoever told the bank', () => {
    given(FOUND)
      .when((state) => approveCompensation({ payoutId }, state, by(TEST_ACTOR.id)))
      .thenRejected('INSTRUCTOR_CANNOT_COMPENSATE');
    given(FOUND)
      .when((state) => denyCompensation(INPUT, state, by(TEST_ACTOR.id)))
      .thenRejected('INSTRUCTOR_CANNOT_COMPENSATE');
  });

  it('is decided once', () => {
    given([...FOUND, approved()])
      .when((state) => approveCompensation({ payoutId }, state, by('tuti')))
      .thenRejected('LATE_COMPENSATION_DECIDED');
    given([...FOUND, approved()])
      .when((state) => denyCompensation(INPUT, state, by('tuti')))
      .thenRejected('LATE_COMPENSATION_DECIDED');
  });

  it('needs the authority of its sum', () => {
    const great = { ...toTheHeir, amountIdr: rupiah(4_000_000_000) };
    const late = foundOf([ordered(great), ...WAY]);
    given(late)
      .when((state) => approveCompensation({ payoutId }, state, by('sita')))
      .thenRejected('BEYOND_AUTHORITY');
    expect(approveCompensation({ payoutId }, fold(lateness, late), by('sita', 3))).toHaveLength(1);
  });

  it('takes two persons of the directorate above two thousand million', () => {
    const greatest = { ...toTheHeir, amountIdr: rupiah(70_000_000_000) };
    const late = foundOf([ordered(greatest), ...WAY]);
    given(late)
      .when((state) => approveCompensation({ payoutId }, state, by('sita', 4)))
      .thenRejected('BEYOND_AUTHORITY');
    const endorsed = approveCompensation({ payoutId }, fold(lateness, late), by('sita', 5));
    expect(endorsed).toMatchObject([
      {
        type: 'LateCompensationEndorsed',
        data: { endorserId: 'sita', amountIdr: rupiah(2_100_000_000), level: 5 },
      },
    ]);
    given([...late, ...endorsed])
      .when((state) => approveCompensation({ payoutId }, state, by('sita', 5)))
      .thenRejected('ENDORSED_BY_YOU');
    expect(fold(compensationSteps, [...late, ...endorsed]).expected).toMatchObject({
      step: 'DECIDE_COMPENSATION',
      notBy: [TEST_ACTOR.id, 'sita'],
    });
    expect(
      approveCompensation({ payoutId }, fold(lateness, [...late, ...endorsed]), by('tuti', 5)),
    ).toMatchObject([
      {
        type: 'LateCompensationApproved',
        data: { approverId: 'tuti', authority: { level: 5, endorserIds: ['sita'] } },
      },
    ]);
  });

  it('is nothing before it was found', () => {
    given([ordered()])
      .when((state) => approveCompensation({ payoutId }, state, by('sita')))
      .thenRejected('NO_LATE_COMPENSATION');
  });

  it('is not paid where the payee was the reason', () => {
    given(FOUND)
      .when((state) => denyCompensation(INPUT, state, by('sita')))
      .thenRecorded([
        {
          type: 'LateCompensationDenied',
          data: { ...INPUT, participantId: PARTICIPANT_ID, deciderId: 'sita', effectiveOn: today },
        },
      ]);
  });

  it('is given up for want of a payee only once that was erased, and is paid otherwise', () => {
    const nobody = { ...INPUT, reason: 'NOBODY_CLAIMS_IT' } as const;
    given(FOUND)
      .when((state) => denyCompensation(nobody, state, by('sita')))
      .thenRejected('PAYEE_IS_KNOWN');
    const ofErased = foundOf([erased(ordered()), ...WAY]);
    given(ofErased)
      .when((state) => approveCompensation({ payoutId }, state, by('sita')))
      .thenRejected('ACCOUNT_OF_LATE_PAYMENT_ERASED');
    expect(denyCompensation(nobody, fold(lateness, ofErased), by('sita'))).toHaveLength(1);
  });
});
