import type { Context } from '#runtime';
import { NoteNotice } from './commands/note-notice.js';
import { NoticeActionsController } from './commands/notice-actions.controller.js';
import { noticeActions } from './commands/notice.actions.js';
import { NoticesController } from './commands/notices.controller.js';
import { SendNotices } from './commands/send-notices.js';
import { DueNotices } from './domain/due-notices.js';
import { notices as noticeStreams } from './domain/notice.js';
import { noticeRefusals } from './domain/refusals.js';
import { lettersDue } from './processes/letters-due.js';
import { noticesContracts } from './published.js';
import { noticeReadModel } from './read-models/notice/notice.read-model.js';
import { NoticesQueriesController } from './read-models/notice/notices-queries.controller.js';
import { StoredDueNotices } from './read-models/notice/stored-due-notices.js';

/** Who is told of which letter, by mail or by a text message. */
export const notices: Context = {
  name: 'notices',
  streams: [noticeStreams],
  commands: [NoticesController, NoticeActionsController],
  actions: [noticeActions],
  queries: [NoticesQueriesController],
  processes: [lettersDue],
  processCommands: { NoteNotice },
  works: [SendNotices],
  readModels: [noticeReadModel],
  app: 'claim-projection',
  beside: [noticeReadModel],
  published: noticesContracts,
  refusals: [noticeRefusals],
  providers: [{ provide: DueNotices, useClass: StoredDueNotices }],
};
