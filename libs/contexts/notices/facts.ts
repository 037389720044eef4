/** What other contexts may say: that somebody is to be told of a letter. */
export type { NoteNoticeInput } from './domain/attempts.js';
export { noticeIdOf } from './domain/notice-id.js';
export type { NoticeSubject } from './domain/notice.events.js';
