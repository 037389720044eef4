import { OFFICE, actionsController } from '#http';
import { noticeActions } from './notice.actions.js';

export const NoticeActionsController = actionsController(noticeActions, {
  name: 'NoticeActionsController',
  tag: 'notices',
  path: 'notices/:noticeId',
  what: 'with a notice',
  roles: OFFICE,
});
