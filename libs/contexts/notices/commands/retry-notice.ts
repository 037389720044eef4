import { command } from '#runtime';
import { retryNotice } from '../domain/by-hand.js';
import { notices } from '../domain/notice.js';

export const RetryNotice = command('RetryNotice', notices, 'noticeId', retryNotice);
