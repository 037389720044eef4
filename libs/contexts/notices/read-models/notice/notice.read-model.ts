import { category, changeOf, newRow, put, readModel } from '#followers';
import { day, index, instant, integer, ordering, table, text, uuid } from '#postgres';
import type { Channel, NoticeEvent, NoticeFault, NoticeSubject } from '../../domain/notice.events.js';
import type { KnownNotice } from '../../domain/notice.js';

export type NoticeStatus = KnownNotice['situation'];

/** What people are told of. Nothing says where they are reached. */
export const notices = table(
  'notices',
  {
    noticeId: uuid().key(),
    /** Null where the letter is about a complaint. */
    claimId: uuid().nullable(),
    letterId: uuid(),
    subject: text<NoticeSubject>(),
    status: text<NoticeStatus>(),
    dueOn: day(),
    attempts: integer(),
    /** By which it was sent, or tried last. */
    channel: text<Channel>().nullable(),
    /** Why it was not taken the last time. */
    fault: text<NoticeFault>().nullable(),
    /** It waits until then; null where it may be tried at once, or is not tried any more. */
    notBefore: instant().nullable(),
    revision: integer(),
  },
  {
    indexes: [
      index('notices_by_status', ['status', 'dueOn', 'noticeId']),
      index('notices_by_claim', ['claimId', 'dueOn', 'noticeId']),
    ],
  },
);

export const BY_DAY = ordering(notices, ['dueOn', 'noticeId']);

const notice = changeOf(notices, 'noticeId');

/** Whom people tell of letters, and how far that has got. */
export const noticeReadModel = readModel({
  name: 'notice',
  version: 2,
  own: [category<NoticeEvent>('notice')],
  tables: { notices },
  on: {
    NoticeDue: ({ data, revision }) => [
      put(notices, {
        ...newRow(notices, data),
        status: 'DUE',
        dueOn: data.effectiveOn,
        attempts: 0,
        revision: Number(revision),
      }),
    ],
    NoticeSent: (event) => {
      const { channel, attempt: attempts } = event.data;
      return [notice(event, { status: 'SENT', channel, attempts, fault: null, notBefore: null })];
    },
    NoticeDelayed: (event) => {
      const { channel, attempt: attempts, fault, notBefore } = event.data;
      return [notice(event, { status: 'DUE', channel, attempts, fault, notBefore })];
    },
    NoticeGivenUp: (event) => {
      const { attempt: attempts, fault } = event.data;
      return [notice(event, { status: 'GIVEN_UP', attempts, fault, notBefore: null })];
    },
    NoticeRetried: (event) => [
      notice(event, {
        status: 'DUE',
        attempts: 0,
        fault: null,
        notBefore: null,
        dueOn: event.data.effectiveOn,
      }),
    ],
    NoticeDiscarded: (event) => [notice(event, { status: 'DISCARDED', notBefore: null })],
  },
});
