import { type LocalDate, assertNever, inSituation, stream } from '#kernel';
import type { NoticeEvent, NoticeSubject } from './notice.events.js';
import { noticeRefusals } from './refusals.js';

/** What is known of a notice whatever becomes of it. */
interface Known {
  readonly noticeId: string;
  readonly participantId: string;
  readonly claimId?: string;
  readonly letterId: string;
  readonly subject: NoticeSubject;
  readonly dueOn: LocalDate;
  /** How often it was tried since it was due, or asked for again. */
  readonly attempts: number;
  /** How often in all: part of the id of each attempt. */
  readonly tries: number;
}

export type NoticeState =
  | { readonly situation: 'UNKNOWN' }
  | ({ readonly situation: 'DUE' | 'SENT' | 'GIVEN_UP' | 'DISCARDED' } & Known);

export type KnownNotice = Exclude<NoticeState, { situation: 'UNKNOWN' }>;

/** What somebody is told of: `notice-<id>`. Who they are, and where they are reached, stands elsewhere. */
export const notices = stream<NoticeState, NoticeEvent>('notice', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'NoticeDue') {
      const { effectiveOn: dueOn, ...notice } = event.data;
      return { ...notice, dueOn, attempts: 0, tries: 0, situation: 'DUE' };
    }
    return state.situation === 'UNKNOWN' ? state : later(state, event);
  },
});

function later(state: KnownNotice, event: Exclude<NoticeEvent, { type: 'NoticeDue' }>): NoticeState {
  const tried = { attempts: state.attempts + 1, tries: state.tries + 1 };
  switch (event.type) {
    case 'NoticeSent':
      return { ...state, ...tried, situation: 'SENT' };
    case 'NoticeDelayed':
      return { ...state, ...tried, situation: 'DUE' };
    case 'NoticeGivenUp':
      return { ...state, ...tried, situation: 'GIVEN_UP' };
    case 'NoticeRetried':
      // What was given up for its age is not given up for it again.
      return { ...state, attempts: 0, dueOn: event.data.effectiveOn, situation: 'DUE' };
    case 'NoticeDiscarded':
      return { ...state, situation: 'DISCARDED' };
    default:
      return assertNever(event, 'notice event');
  }
}

/** @throws Rejection `NOTICE_NOT_FOUND` */
export const knownNotice = (state: NoticeState): KnownNotice =>
  inSituation(state, ['DUE', 'SENT', 'GIVEN_UP', 'DISCARDED'], () => noticeRefusals.NOTICE_NOT_FOUND());
