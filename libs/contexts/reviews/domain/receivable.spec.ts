import { describe, expect, it } from '@jest/globals';
import { type Caused, instant, localDate, rupiah } from '#kernel';
import { on, readModelSpec } from '#testing';
import { decisionSpec, testContext } from '#testing/decisions';
import { recoveries } from '../processes/receivables.js';
import { reviewReadModel } from '../read-models/review/review.read-model.js';
import type { ReceivableEvent } from './receivable.events.js';
import {
  receivableIdOf,
  receivables,
  recordReceivable,
  settleReceivable,
  waiveReceivable,
} from './receivable.js';
import type { LateFactReviewClosed } from './review.events.js';
import { CAUSE, REVIEW, SITI, closed, listed } from './review.examples.js';

/** Today is 20 November 2026. */
const context = testContext();
const given = decisionSpec(receivables);
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
const recorded: ReceivableEvent = { type: 'ReceivableRecorded', data: { ...input, effectiveOn } };
const of = { receivableId, participantId: SITI };
const settled: ReceivableEvent = {
  type: 'ReceivableSettled',
  data: { ...of, bankReference: 'BRI/9', settlerId: context.actor.id, effectiveOn },
};
const waived: ReceivableEvent = {
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
    given()
      .when((state) => recordReceivable(input, state, context))
      .thenRecorded([recorded]);
    given([recorded])
      .when((state) => recordReceivable(input, state, context))
      .thenNothing();
  });

  it('is nothing where nobody found anything', () => {
    const reviewed = { ...closed, id: CAUSE, recordedAt: instant('2026-11-20T02:00:00Z') };
    expect(recoveries.on.LateFactReviewClosed?.(reviewed)).toEqual([]);
  });

  it('is paid, whole', () => {
    given([recorded])
      .when((state) => settleReceivable(settling, state, context))
      .thenRecorded([settled]);
    for (const day of ['2026-11-19', '2026-11-21'])
      given([recorded])
        .when((state) => settleReceivable({ ...settling, paidOn: localDate(day) }, state, context))
        .thenRejected('PAID_OUTSIDE_RECEIVABLE');
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

  it.each([
    ['RECEIVABLE_NOT_FOUND', []],
    ['RECEIVABLE_CLOSED', [recorded, settled]],
    ['RECEIVABLE_CLOSED', [recorded, waived]],
  ])('is refused both: %s', (code, history) => {
    given(history)
      .when((state) => settleReceivable(settling, state, context))
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
