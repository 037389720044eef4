import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { confirmNotice } from '../domain/confirm-notice.js';
import { mayDecide } from './may-decide.js';

export const ConfirmNotice = command('ConfirmNotice', accidents, 'accidentId', confirmNotice, {
  permit: mayDecide,
});
