import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, instant, localDate } from '#kernel';
import { contextBy, decisionSpec, testContext } from '#testing/decisions';
import { type RecordAttemptInput, isTooLate, noteNotice, recordAttempt } from './attempts.js';
import { discardNotice, retryNotice } from './by-hand.js';
import { noticeText } from './notice-text.js';
import { NOTICE_SUBJECTS, type NoticeEvent } from './notice.events.js';
import { type NoticeState, notices } from './notice.js';

const NOTICE = {
  noticeId: 'notice-1',
  participantId: 'siti',
  claimId: 'claim-1',
  letterId: '0f1a4c0e-7f0a-5a44-9a1f-3f1d7c9d2b10',
  subject: 'DENIAL',
} as const;
const today = localDate('2026-11-20');
const of = { noticeId: 'notice-1', participantId: 'siti', effectiveOn: today };

const given = decisionSpec(notices);
const due: NoticeEvent = { type: 'NoticeDue', data: { ...NOTICE, effectiveOn: today } };
const delayed = (attempt: number, notBefore: string): NoticeEvent => ({
  type: 'NoticeDelayed',
  data: { ...of, channel: 'EMAIL', attempt, fault: 'BUSY', notBefore: instant(notBefore) },
});
const givenUp = (attempt: number, fault: 'BUSY' | 'NO_ADDRESS' | 'ADDRESS_REFUSED'): NoticeEvent => ({
  type: 'NoticeGivenUp',
  data: { ...of, attempt, fault },
});
const sent: NoticeEvent = { type: 'NoticeSent', data: { ...of, channel: 'EMAIL', attempt: 1 } };

const attempt =
  (tries: number, more: Partial<RecordAttemptInput> = {}) =>
  (state: NoticeState) =>
    recordAttempt({ noticeId: 'notice-1', tries, isDelayed: false, most: 3, ...more }, state, testContext());
const busy = { channel: 'EMAIL', fault: 'BUSY', isDelayed: true } as const;
const byRegistrar = contextBy('registrar-8', 'registrar');
const retry = (state: NoticeState) => retryNotice({ noticeId: 'notice-1' }, state, byRegistrar);
const discard = (state: NoticeState) =>
  discardNotice({ noticeId: 'notice-1', reason: 'TOLD_IN_PERSON' }, state, byRegistrar);

describe('A notice', () => {
  it('is due once, however often the process asks', () => {
    const note = (state: NoticeState) => noteNotice({ ...NOTICE, dueOn: today }, state, { today });
    given([]).when(note).thenRecorded([due]);
    given([due]).when(note).thenNothing();
  });

  it('is none of a letter of long ago, such as an earlier release left behind', () => {
    const dueOn = localDate('2026-10-20');
    given([])
      .when((state: NoticeState) => noteNotice({ ...NOTICE, dueOn }, state, { today }))
      .thenNothing();
  });

  it('is sent once a message was taken, and that is recorded once', () => {
    given([due])
      .when(attempt(0, { channel: 'EMAIL' }))
      .thenRecorded([sent]);
    given([due, sent])
      .when(attempt(0, { channel: 'EMAIL' }))
      .thenNothing();
    given([due, delayed(1, '2026-11-20T03:16:00.000Z')])
      .when(attempt(0, busy))
      .thenNothing();
  });

  it('waits longer after each failure, and is given up after the last', () => {
    const first = delayed(1, '2026-11-20T03:16:00.000Z');
    const second = delayed(2, '2026-11-20T03:20:00.000Z');
    given([due]).when(attempt(0, busy)).thenRecorded([first]);
    given([due, first]).when(attempt(1, busy)).thenRecorded([second]);
    given([due, first, second])
      .when(attempt(2, busy))
      .thenRecorded([givenUp(3, 'BUSY')]);
  });

  it('is given up at once where it was refused, or nobody can be reached', () => {
    const refused = { channel: 'EMAIL', fault: 'ADDRESS_REFUSED' } as const;
    given([due])
      .when(attempt(0, refused))
      .thenRecorded([givenUp(1, 'ADDRESS_REFUSED')]);
    given([due])
      .when(attempt(0))
      .thenRecorded([givenUp(1, 'NO_ADDRESS')]);
  });

  it('that was given up is tried anew when somebody asks for it, as often as at first', () => {
    const retried: NoticeEvent = { type: 'NoticeRetried', data: { ...of, retrierId: 'registrar-8' } };
    given([due, givenUp(1, 'NO_ADDRESS')])
      .when(retry)
      .thenRecorded([retried]);
    given([due, givenUp(1, 'NO_ADDRESS'), retried])
      .when(attempt(1, busy))
      .thenRecorded([delayed(1, '2026-11-20T03:16:00.000Z')]);
    given([due]).when(retry).thenRejected('NOTICE_NOT_GIVEN_UP');
    given([]).when(retry).thenRejected('NOTICE_NOT_FOUND');
  });

  it('is discarded with a reason while nobody was told, and not afterwards', () => {
    const discarded: NoticeEvent = {
      type: 'NoticeDiscarded',
      data: { ...of, discarderId: 'registrar-8', reason: 'TOLD_IN_PERSON' },
    };
    given([due]).when(discard).thenRecorded([discarded]);
    given([due, discarded]).when(discard).thenNothing();
    given([due, discarded])
      .when(attempt(0, { channel: 'SMS' }))
      .thenNothing();
    given([due, sent]).when(discard).thenRejected('NOTICE_SENT');
  });

  it('is not sent a month later', () => {
    expect([isTooLate(today, localDate('2026-12-20')), isTooLate(today, localDate('2026-12-21'))]).toEqual([
      false,
      true,
    ]);
  });

  it('says that there is a letter and its code, and fits into a few text messages', () => {
    for (const subject of NOTICE_SUBJECTS) {
      const { text } = noticeText(subject, NOTICE.letterId);
      expect(text).toContain('0F1A4C0E');
      expect(text).not.toMatch(/Rp|\d{9}/);
      expect(text.length).toBeLessThan(306);
    }
  });

  it('holds no address and no name in any event', () => {
    const all: readonly DomainEvent[] = [
      due,
      sent,
      delayed(1, '2026-11-20T03:16:00.000Z'),
      givenUp(1, 'BUSY'),
    ];
    expect(JSON.stringify(all)).not.toMatch(/@|08\d{6}|"person"/);
  });
});
