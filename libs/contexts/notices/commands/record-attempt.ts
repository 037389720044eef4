import { command } from '#runtime';
import { recordAttempt } from '../domain/attempts.js';
import { notices } from '../domain/notice.js';

export const RecordAttempt = command('RecordNoticeAttempt', notices, 'noticeId', recordAttempt);
