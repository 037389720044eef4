import { type CommandContext, type Instant, type LocalDate, addDays, addMinutes } from '#kernel';
import type { Channel, NoticeEvent, NoticeFault, NoticeSubject } from './notice.events.js';
import type { NoticeState } from './notice.js';

export interface NoteNoticeInput {
  readonly noticeId: string;
  readonly participantId: string;
  readonly claimId?: string;
  readonly letterId: string;
  readonly subject: NoticeSubject;
  readonly dueOn: LocalDate;
}

/** Records that somebody is to be told, once; not of letters of long ago, which a log of an earlier release is full of. */
export function noteNotice(
  { dueOn, ...notice }: NoteNoticeInput,
  state: NoticeState,
  { today }: Pick<CommandContext, 'today'>,
): readonly NoticeEvent[] {
  if (state.situation !== 'UNKNOWN' || isTooLate(dueOn, today)) return [];
  return [{ type: 'NoticeDue', data: { ...notice, effectiveOn: dueOn } }];
}

/** What became of one attempt. */
export interface RecordAttemptInput {
  readonly noticeId: string;
  /** How often it had been tried before: an attempt is recorded once. */
  readonly tries: number;
  /** Left out where nobody could even be written to. */
  readonly channel?: Channel;
  /** Left out where the message was taken. */
  readonly fault?: NoticeFault;
  /** It may be taken later. */
  readonly isDelayed: boolean;
  /** So many attempts are made. */
  readonly most: number;
}

/** After each failure it waits longer, in minutes: a server is away for a moment, or for a night. */
const PAUSES_MINUTES = [1, 5, 30, 120, 360, 720];

/** A month later nobody is told any more by themselves: whoever asks meanwhile is shown the letter. */
export const TOO_LATE_DAYS = 30;

/** Whether it was due so long ago that it is not sent any more. */
export const isTooLate = (dueOn: LocalDate, today: LocalDate): boolean =>
  addDays(dueOn, TOO_LATE_DAYS) < today;

/** Records what became of an attempt; nothing where it was recorded before. */
export function recordAttempt(
  { noticeId, tries, channel, fault, isDelayed, most }: RecordAttemptInput,
  state: NoticeState,
  { today, issuedAt }: CommandContext,
): readonly NoticeEvent[] {
  if (state.situation !== 'DUE' || state.tries !== tries) return [];
  const { participantId, attempts } = state;
  const of = { noticeId, participantId, attempt: attempts + 1, effectiveOn: today };
  if (channel !== undefined && fault === undefined) return [{ type: 'NoticeSent', data: { ...of, channel } }];
  const why = fault ?? 'NO_ADDRESS';
  return isDelayed && channel !== undefined && of.attempt < most
    ? [
        {
          type: 'NoticeDelayed',
          data: { ...of, channel, fault: why, notBefore: afterPause(issuedAt, attempts) },
        },
      ]
    : [{ type: 'NoticeGivenUp', data: { ...of, fault: why } }];
}

function afterPause(now: Instant, attempts: number): Instant {
  return addMinutes(now, PAUSES_MINUTES[Math.min(attempts, PAUSES_MINUTES.length - 1)] ?? 1);
}
