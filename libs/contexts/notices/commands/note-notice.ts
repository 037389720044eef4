import { command } from '#runtime';
import { noteNotice } from '../domain/attempts.js';
import { notices } from '../domain/notice.js';

export const NoteNotice = command('NoteNotice', notices, 'noticeId', noteNotice);
