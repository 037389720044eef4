import { describe, expect, it } from '@jest/globals';
import { type AuthorityLevel, type Caused, type LocalDate, fold, instant, localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import { decisionSpec, testContext } from '#testing/decisions';
import { recoveries } from '../processes/receivables.js';
import { reviewReadModel } from '../read-models/review/review.read-model.js';
import type {
  ReceivableEvent,
  ReceivableRecorded,
  ReceivableSettled,
  ReceivableWaived,
  WaiverReason,
} from './receivable.events.js';
import { NO_SMALL_AMOUNT } from './policies/waiver.policies.js';
import {
  type Owed,
  endReceivable,
  owed,
  receivableIdOf,
  receivables,
  recordReceivable,
  settleReceivable,
  refuseWaiver,
  waiveReceivable,
} from './receivable.js';
import { receivableSteps, waiverSteps } from './review-steps.js';
import type { LateFactReviewClosed } from './review.events.js';
import { CAUSE, CLAIM, REVIEW, SITI, closed, listed } from './review.examples.js';
import { benefitDays } from './review.js';

/** Today is 20 November 2026. */
const context = testContext();
const given = decisionSpec(owed);
const effectiveOn = localDate('2026-11-20');
const [FACTORY, FINDER] = ['5f0c7f0e-6666-5000-8000-000000000001', 'adjudicator-1'];
const found = { kind: 'EMPLOYER_OWES_BACK', employerId: FACTORY, amountIdr: rupiah(750_000) } as const;
const receivableId = receivableIdOf({ reviewId: REVIEW, ...found });
const input = {
  receivableId,
  participantId: SITI,
  reviewId: REVIEW,
  benefit: listed.data.benefit,
  ...found,
  finderId: FINDER,
};
const recorded: ReceivableRecorded = { type: 'ReceivableRecorded', data: { ...input, effectiveOn } };
const of = { receivableId, participantId: SITI };
const settled: ReceivableSettled = {
  type: 'ReceivableSettled',
  data: { ...of, bankReference: 'BRI/9', settlerId: context.actor.id, effectiveOn },
};
const waived: ReceivableWaived = {
  type: 'ReceivableWaived',
  data: { ...of, reason: 'GOOD_FAITH', waiverId: context.actor.id, effectiveOn },
};
const settling = { receivableId, bankReference: 'BRI/9', paidOn: effectiveOn };
const waiving = { receivableId, reason: 'GOOD_FAITH' } as const;

describe('What is owed since a benefit was looked at again', () => {
  it('is recorded once, as somebody found it', () => {
    const reviewed: Caused<LateFactReviewClosed> = {
      ...closed,
      id: CAUSE,
      recordedAt: instant('2026-11-20T02:00:00Z'),
      data: {
        ...closed.data,
        outcome: 'DECIDED_ANEW',
        closerId: FINDER,
        found: [found],
        benefit: listed.data.benefit,
      },
    };
    expect(recoveries.on.LateFactReviewClosed?.(reviewed)).toEqual([
      { key: receivableId, command: 'RecordReceivable', input },
    ]);
    const recording = decisionSpec(receivables);
    recording()
      .when((state) => recordReceivable(input, state, context))
      .thenRecorded([recorded]);
    recording([recorded])
      .when((state) => recordReceivable(input, state, context))
      .thenNothing();
  });

  it.each<[string, object, object | undefined]>([
    ['a person', {}, { kind: 'PAID_TOO_MUCH', benefit: { kind: 'CLAIM', id: CAUSE } }],
    ['an employer', { employerId: SITI }, { kind: 'EMPLOYER_OWES_BACK', employerId: SITI }],
    ['nobody, where all of it came back', { keptIdr: undefined }, undefined],
  ])('is what %s keeps of a payment of which a part came back', (_who, changes, expected) => {
    const partBack = {
      type: 'PayoutPartReturned',
      id: CAUSE,
      data: {
        participantId: SITI,
        source: { kind: 'CLAIM', id: CAUSE, eventId: CAUSE },
        keptIdr: rupiah(250_000),
        recorderId: FINDER,
        ...changes,
      },
    };
    const inputs = recoveries.on.PayoutPartReturned?.(partBack as never).map((one) => one.input);
    expect(inputs).toEqual(
      expected
        ? [expect.objectContaining({ ...expected, amountIdr: 250_000, reviewId: CAUSE, finderId: FINDER })]
        : [],
    );
  });

  it('is nothing where nobody found anything', () => {
    const reviewed = { ...closed, id: CAUSE, recordedAt: instant('2026-11-20T02:00:00Z') };
    expect(recoveries.on.LateFactReviewClosed?.(reviewed)).toEqual([]);
  });

  it('is owed by nobody once the bank returned the payment, and once that arrives again is what was still owed', () => {
    const recording = decisionSpec(receivables);
    const ended: ReceivableEvent = {
      type: 'ReceivableSettled',
      data: { ...of, bankReference: 'BRI/R', isReturned: true, settlerId: 'finance-1', effectiveOn },
    };
    const end = { receivableId, bankReference: 'BRI/R', returnedOn: effectiveOn, recorderId: 'finance-1' };
    recording([recorded])
      .when((state) => endReceivable(end, state))
      .thenRecorded([ended]);
    for (const closed of [[], [recorded, settled], [recorded, waived], [recorded, ended]])
      recording(closed)
        .when((state) => endReceivable(end, state))
        .thenNothing();
    const again = { ...input, receivableId: CAUSE, beforeId: receivableId };
    const after = (...events: readonly ReceivableEvent[]) =>
      recording().when((state) =>
        recordReceivable(again, state, context, { before: fold(receivables, events) }),
      );
    after(recorded, ended).thenRecorded([{ type: 'ReceivableRecorded', data: { ...again, effectiveOn } }]);
    for (const closed of [settled, waived]) after(recorded, closed).thenNothing();
    // It was not recorded the last time: what was owed before that had been paid.
    after().thenNothing();
  });

  /** Whether money that came on that day is taken. */
  const cameOn = (day: string, benefitSince?: LocalDate) =>
    given([recorded]).when((state) =>
      settleReceivable({ ...settling, paidOn: localDate(day) }, state, context, { benefitSince }),
    );

  it('is paid, whole', () => {
    cameOn('2026-11-20').thenRecorded([settled]);
    cameOn('2026-11-21').thenRejected('PAID_OUTSIDE_RECEIVABLE');
  });

  it('may have been paid before anybody closed the review, but not before there was a benefit', () => {
    const since = localDate('2026-09-01');
    cameOn('2026-09-01', since).thenRecorded([{ ...settled, data: { ...settled.data, effectiveOn: since } }]);
    cameOn('2026-08-31', since).thenRejected('PAID_OUTSIDE_RECEIVABLE');
    cameOn('2026-11-21', since).thenRejected('PAID_OUTSIDE_RECEIVABLE');
  });

  it('is of a benefit that is listed since a day, or of one of which no day is known', () => {
    expect(fold(benefitDays, [listed, closed])).toEqual({ [CLAIM]: listed.data.effectiveOn });
    cameOn('2026-11-19').thenRejected('PAID_OUTSIDE_RECEIVABLE');
  });

  it('is given up by somebody who did not find it', () => {
    given([recorded])
      .when((state) => waiveReceivable(waiving, state, context))
      .thenRecorded([waived]);
    const finder = testContext({ actor: { ...context.actor, id: FINDER } });
    given([recorded])
      .when((state) => waiveReceivable(waiving, state, finder))
      .thenRejected('FOUND_BY_YOU');
  });

  /** Gives up something that was found, for a reason. */
  const givenUp = (what: Partial<ReceivableRecorded['data']>, reason: WaiverReason) =>
    given([{ ...recorded, data: { ...recorded.data, ...what } }]).when((state) =>
      waiveReceivable({ receivableId, reason }, state, context),
    );
  const waivedFor = (reason: WaiverReason): ReceivableEvent => ({
    ...waived,
    data: { ...waived.data, reason },
  });

  it('is given up as little only where it is less than a million rupiah', () => {
    const least = { amountIdr: NO_SMALL_AMOUNT };
    expect(NO_SMALL_AMOUNT).toBe(1_000_000);
    givenUp({ amountIdr: rupiah(999_999) }, 'SMALL_AMOUNT').thenRecorded([waivedFor('SMALL_AMOUNT')]);
    givenUp(least, 'SMALL_AMOUNT').thenRejected('NO_SMALL_AMOUNT');
    givenUp(least, 'GOOD_FAITH').thenRecorded([waivedFor('GOOD_FAITH')]);
  });

  const levelled = (authority: AuthorityLevel, id: string) =>
    testContext({ actor: { ...context.actor, id, roles: ['supervisor'], authority } });

  it.each([
    [1_000_001, 3],
    [10_000_001, 4],
    [100_000_001, 5],
  ] as const)('of %i rupiah is given up from level %i on', (amountIdr, level) => {
    const much = { ...recorded, data: { ...recorded.data, amountIdr: rupiah(amountIdr) } };
    given([much])
      .when((state) => waiveReceivable(waiving, state, levelled((level - 1) as AuthorityLevel, 'below')))
      .thenRejected('WAIVER_BEYOND_AUTHORITY');
    const [event] = waiveReceivable(waiving, fold(owed, [much]), levelled(level, 'above'));
    expect(event?.type).toBe(level === 5 ? 'WaiverEndorsed' : 'ReceivableWaived');
  });

  it('beyond a regional head is given up by two persons, for one reason', () => {
    const much = { ...recorded, data: { ...recorded.data, amountIdr: rupiah(200_000_000) } };
    const endorsed: ReceivableEvent = {
      type: 'WaiverEndorsed',
      data: { ...of, reason: 'GOOD_FAITH', endorserId: 'first', effectiveOn },
    };
    const waive = (reason: WaiverReason, who: string) => (state: Owed) =>
      waiveReceivable({ receivableId, reason }, state, levelled(5, who));
    given([much]).when(waive('GOOD_FAITH', 'first')).thenRecorded([endorsed]);
    given([much, endorsed]).when(waive('GOOD_FAITH', 'first')).thenRejected('WAIVER_ENDORSED_BY_YOU');
    given([much, endorsed])
      .when(waive('GOOD_FAITH', 'second'))
      .thenRecorded([{ ...waived, data: { ...waived.data, waiverId: 'second' } }]);
    given([much, endorsed])
      .when(waive('COURT_RULING', 'second'))
      .thenRecorded([
        { ...endorsed, data: { ...endorsed.data, reason: 'COURT_RULING', endorserId: 'second' } },
      ]);
  });

  it('is owed as before where the second of two does not give it up, and may be given up anew', () => {
    const much = { ...recorded, data: { ...recorded.data, amountIdr: rupiah(200_000_000) } };
    const endorsed: ReceivableEvent = {
      type: 'WaiverEndorsed',
      data: { ...of, reason: 'GOOD_FAITH', endorserId: 'first', effectiveOn },
    };
    const refused: ReceivableEvent = {
      type: 'WaiverRefused',
      data: { ...of, reason: 'CAN_BE_PAID', endorserId: 'first', refuserId: 'second', effectiveOn },
    };
    const refuse =
      (who: string, authority: AuthorityLevel = 5) =>
      (state: Owed) =>
        refuseWaiver({ receivableId, reason: 'CAN_BE_PAID' }, state, levelled(authority, who));
    given([much, endorsed]).when(refuse('second')).thenRecorded([refused]);
    given([much, endorsed])
      .when(refuse('first'))
      .thenRecorded([{ ...refused, data: { ...refused.data, refuserId: 'first' } }]);
    given([much, endorsed]).when(refuse(FINDER)).thenRejected('FOUND_BY_YOU');
    given([much, endorsed]).when(refuse('below', 4)).thenRejected('WAIVER_BEYOND_AUTHORITY');
    for (const history of [[much], [much, endorsed, refused]])
      given(history).when(refuse('second')).thenRejected('NOTHING_GIVEN_UP');
    given([much, endorsed, refused])
      .when((state) => waiveReceivable(waiving, state, levelled(5, 'second')))
      .thenRecorded([{ ...endorsed, data: { ...endorsed.data, endorserId: 'second' } }]);
    expect(fold(receivableSteps, [much, endorsed, refused]).expected).toMatchObject({ step: 'PAY_BACK' });
    expect(fold(waiverSteps, [much, endorsed, refused]).expected).toBeUndefined();
    expect(fold(waiverSteps, [much, endorsed, refused, endorsed]).expected?.notBy).toEqual(['first', FINDER]);
    readModelSpec(reviewReadModel)(on(receivables.of(receivableId), much, endorsed, refused)).thenRows(
      'receivables',
      [{ status: 'OPEN', endorserId: null, waiverRefused: 'CAN_BE_PAID' }],
    );
  });

  it('stays on the clock while one of two has given it up, and so does the second one’s decision', () => {
    const history: ReceivableEvent[] = [
      recorded,
      { type: 'WaiverEndorsed', data: { ...of, reason: 'GOOD_FAITH', endorserId: 'first', effectiveOn } },
    ];
    expect(fold(receivableSteps, history).expected).toMatchObject({
      step: 'PAY_BACK',
      dueDays: ['2026-12-04'],
    });
    expect(fold(waiverSteps, history).expected).toMatchObject({
      step: 'DECIDE_WAIVER',
      dueDays: ['2026-12-04'],
      notBy: ['first', FINDER],
    });
    for (const over of [settled, waived]) {
      expect(fold(receivableSteps, [...history, over]).expected).toBeUndefined();
      expect(fold(waiverSteps, [...history, over]).expected).toBeUndefined();
    }
  });

  it.each(['COURT_RULING', 'OUT_OF_TIME'] as const)(
    'is given up for %s also where BPJS owes it to an employer',
    (reason) => {
      givenUp({ kind: 'EMPLOYER_PAID_FIRST' }, reason).thenRecorded([waivedFor(reason)]);
    },
  );

  it.each(['GOOD_FAITH', 'SMALL_AMOUNT'] as const)(
    'is not given up for %s by BPJS that owes it',
    (reason) => {
      givenUp({ kind: 'EMPLOYER_PAID_FIRST' }, reason).thenRejected('WAIVER_DOES_NOT_FIT');
    },
  );

  it.each([
    ['RECEIVABLE_NOT_FOUND', []],
    ['RECEIVABLE_CLOSED', [recorded, settled]],
    ['RECEIVABLE_CLOSED', [recorded, waived]],
  ])('is refused both: %s', (code, history) => {
    given(history)
      .when((state) => settleReceivable(settling, state, context, {}))
      .thenRejected(code);
    given(history)
      .when((state) => waiveReceivable(waiving, state, context))
      .thenRejected(code);
  });

  it('is shown while it is open, and what became of it', () => {
    readModelSpec(reviewReadModel)(on(receivables.of(receivableId), recorded))
      .thenRows('receivables', [
        {
          receivableId,
          kind: 'EMPLOYER_OWES_BACK',
          employerId: FACTORY,
          amountIdr: rupiah(750_000),
          status: 'OPEN',
        },
      ])
      .and(on(receivables.of(receivableId), settled))
      .thenRows('receivables', [{ status: 'SETTLED', bankReference: 'BRI/9', closedOn: effectiveOn }]);
  });
});
