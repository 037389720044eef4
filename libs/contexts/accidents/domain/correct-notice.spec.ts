import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { AccidentEvent } from './accident.events.js';
import {
  ACCIDENT_ID,
  PARTICIPANT_ID,
  concluded,
  notice,
  notified,
  referral,
  stageOne,
  statement,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { reportSteps } from './accident-steps.js';
import { type CorrectNoticeInput, correctNotice, withdrawNotice } from './correct-notice.js';
import { notifyAccident } from './notify-accident.js';

const given = decisionSpec(accidents);
const context = testContext();
const ids = { accidentId: ACCIDENT_ID, participantId: PARTICIPANT_ID };

const correct = (history: readonly AccidentEvent[], changes: Omit<CorrectNoticeInput, 'accidentId'>) =>
  given(history).when((state) => correctNotice({ accidentId: ACCIDENT_ID, ...changes }, state, context));

describe('the wrong kind of accident in a notice', () => {
  it('is corrected, with place and hour; what is right already is not said again', () => {
    correct([notified(), stageOne()], {
      kind: 'COMMUTE',
      placeKind: 'TRAFFIC',
      occurredAt: '08:00',
    }).thenRecorded([
      {
        type: 'NoticeCorrected',
        data: {
          ...ids,
          kind: 'COMMUTE',
          placeKind: 'TRAFFIC',
          correctorId: context.actor.id,
          effectiveOn: context.today,
        },
      },
    ]);
    correct([notified()], { kind: 'AT_WORK' }).thenNothing();
  });

  it('moves the hours of stage I with the hour of the accident', () => {
    const history = [notified()];
    const after = correctNotice(
      { accidentId: ACCIDENT_ID, occurredAt: '05:30' },
      fold(accidents, history),
      context,
    );
    expect(fold(reportSteps, [...history, ...after]).expected).toMatchObject({
      step: 'REPORT_STAGE_ONE',
      dueAt: '2026-09-02T22:30:00.000Z',
    });
  });

  it.each<[string, AccidentEvent[], Omit<CorrectNoticeInput, 'accidentId'>, string]>([
    ['once it is concluded', [notified(), stageOne(), concluded()], { kind: 'BREAK' }, 'ALREADY_CONCLUDED'],
    [
      'to a disease, once stage I is reported',
      [notified(), stageOne()],
      { kind: 'OCCUPATIONAL_DISEASE' },
      'FORM_FOLLOWS_KIND',
    ],
    [
      'to a sudden death that left an injury',
      [notified(), stageOne()],
      { kind: 'SUDDEN_DEATH' },
      'EFFECT_CONTRADICTS_KIND',
    ],
    [
      'to an hour that has not come',
      [notified({ occurredOn: context.today })],
      { occurredAt: '23:59' },
      'ACCIDENT_IN_FUTURE',
    ],
    ['to a commute inside the work site', [notified()], { kind: 'COMMUTE' }, 'PLACE_CONTRADICTS_KIND'],
  ])('is not corrected %s', (_when, history, changes, code) => {
    correct(history, changes).thenRejected(code);
  });
});

describe('the wrong day in a notice', () => {
  const withdrawn: AccidentEvent = {
    type: 'NoticeWithdrawn',
    data: { ...ids, fault: 'WRONG_DAY', withdrawerId: context.actor.id, effectiveOn: context.today },
  };
  const withdraw = (history: readonly AccidentEvent[]) =>
    given(history).when((state) =>
      withdrawNotice({ accidentId: ACCIDENT_ID, fault: 'WRONG_DAY' }, state, context),
    );

  it('is taken back with the notice, which waits for nobody then', () => {
    for (const history of [[notified()], [notified(), stageOne()]]) {
      withdraw(history).thenRecorded([withdrawn]);
      expect(fold(reportSteps, [...history, withdrawn]).expected).toBeUndefined();
    }
  });

  it('is told once; a notice of that day may be given again', () => {
    withdraw([notified(), withdrawn]).thenRejected('NOTICE_WITHDRAWN');
    given([notified(), withdrawn])
      .when((state) => notifyAccident(notice(), state, context, {}))
      .thenRecorded([expect.objectContaining({ type: 'AccidentNotified' }) as unknown as AccidentEvent]);
  });

  it.each<[string, AccidentEvent[], string]>([
    ['once the victim was referred', [notified(), stageOne(), referral()], 'CARE_IS_UNDER_WAY'],
    ['once a doctor has seen them', [notified(), stageOne(), statement()], 'CARE_IS_UNDER_WAY'],
    ['once it is concluded', [notified(), stageOne(), concluded()], 'ALREADY_CONCLUDED'],
  ])('is not taken back %s', (_when, history, code) => {
    withdraw(history).thenRejected(code);
  });
});
