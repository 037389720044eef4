import {
  type Page,
  PageOf,
  PastPageQuery,
  actionsAt,
  asked,
  orderedPage,
  shape,
  shown,
  shownOf,
} from '#http';
import type { Sight } from '#kernel';
import { query } from '#runtime';
import { CHANNELS, NOTICE_FAULTS, NOTICE_SUBJECTS } from '../../domain/notice.events.js';
import { BY_DAY, noticeReadModel } from './notice.read-model.js';

const STATUSES = ['DUE', 'SENT', 'GIVEN_UP', 'DISCARDED'] as const;

/** What somebody is told of, and how far that has got. */
export class NoticeItem extends shape({
  actions: actionsAt('/notices/0b4f…'),
  noticeId: shown.uuid(),
  claimId: shown.uuid({ nullable: true, description: 'Null where the letter is about a complaint' }),
  letterId: shown.uuid(),
  subject: shown.code(NOTICE_SUBJECTS),
  status: shown.code(STATUSES),
  dueOn: shown.day(),
  attempts: shown.number({ description: 'Since it was due, or asked for again' }),
  channel: shown.code(CHANNELS, { nullable: true, description: 'By which it was sent, or tried last' }),
  fault: shown.code(NOTICE_FAULTS, { nullable: true, description: 'Why it was not taken the last time' }),
}) {}

export class NoticePage extends PageOf(NoticeItem) {}

export class NoticeListQuery extends shape(
  {
    status: asked.code(STATUSES, { optional: true, description: 'GIVEN_UP: what somebody has to look at' }),
    claimId: asked.uuid({ optional: true }),
  },
  PastPageQuery,
) {}

export const ListNotices = query(
  'ListNotices',
  noticeReadModel,
  async (filter: NoticeListQuery & { sight: Sight }, tables): Promise<Page<NoticeItem>> => {
    const { status, claimId, limit, cursor } = filter;
    let rows = tables.selectFrom('notices').selectAll();
    if (status) rows = rows.where('status', '=', status);
    if (claimId) rows = rows.where('claimId', '=', claimId);
    return orderedPage(rows, BY_DAY, { limit, cursor, direction: 'asc' }, (row) => ({
      ...shownOf(NoticeItem, row),
      actions: `/notices/${row.noticeId}/actions`,
    }));
  },
);
