import { command } from '#runtime';
import { discardNotice } from '../domain/by-hand.js';
import { notices } from '../domain/notice.js';

export const DiscardNotice = command('DiscardNotice', notices, 'noticeId', discardNotice);
