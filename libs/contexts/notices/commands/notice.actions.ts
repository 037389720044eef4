import { action, actionsOn, attempt } from '#runtime';
import { DISCARD_REASONS } from '../domain/notice.events.js';
import { knownNotice, notices } from '../domain/notice.js';
import { DiscardNotice } from './discard-notice.js';
import { NoticesController } from './notices.controller.js';
import { RetryNotice } from './retry-notice.js';

/** Everything that can be done by hand with a notice. What is open of it, the commands say. */
export const noticeActions = actionsOn(notices, 'noticeId', { known: knownNotice }, [
  action('retry-notice', NoticesController, 'retry', ({ id: noticeId }) => [
    attempt(RetryNotice, { noticeId }),
  ]),
  action(
    'discard-notice',
    NoticesController,
    'discard',
    ({ id: noticeId }) =>
      DISCARD_REASONS.map((reason) => attempt(DiscardNotice, { noticeId, reason }, reason)),
    'reason',
  ),
]);
