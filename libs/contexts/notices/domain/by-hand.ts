import { type CommandContext, Rejection } from '#kernel';
import type { DiscardReason, NoticeEvent } from './notice.events.js';
import { type NoticeState, knownNotice } from './notice.js';
import { noticeRefusals } from './refusals.js';

export interface RetryNoticeInput {
  readonly noticeId: string;
}

/**
 * Has a notice sent again that was given up or discarded, such as once an address was corrected.
 * @throws Rejection `NOTICE_NOT_FOUND`, `NOTICE_NOT_GIVEN_UP`
 */
export function retryNotice(
  { noticeId }: RetryNoticeInput,
  state: NoticeState,
  { actor, today }: CommandContext,
): readonly NoticeEvent[] {
  const { participantId, situation } = knownNotice(state);
  if (situation !== 'GIVEN_UP' && situation !== 'DISCARDED')
    throw new Rejection(noticeRefusals.NOTICE_NOT_GIVEN_UP());
  return [
    { type: 'NoticeRetried', data: { noticeId, participantId, retrierId: actor.id, effectiveOn: today } },
  ];
}

export interface DiscardNoticeInput {
  readonly noticeId: string;
  readonly reason: DiscardReason;
}

/**
 * Nobody need be told any more. Once more changes nothing.
 * @throws Rejection `NOTICE_NOT_FOUND`, `NOTICE_SENT`
 */
export function discardNotice(
  { noticeId, reason }: DiscardNoticeInput,
  state: NoticeState,
  { actor, today }: CommandContext,
): readonly NoticeEvent[] {
  const { participantId, situation } = knownNotice(state);
  if (situation === 'SENT') throw new Rejection(noticeRefusals.NOTICE_SENT());
  if (situation === 'DISCARDED') return [];
  return [
    {
      type: 'NoticeDiscarded',
      data: { noticeId, participantId, discarderId: actor.id, reason, effectiveOn: today },
    },
  ];
}
