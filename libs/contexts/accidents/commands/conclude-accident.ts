import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { concludeAccident } from '../domain/conclude-accident.js';
import { mayDecide } from './may-decide.js';

export const ConcludeAccident = command('ConcludeAccident', accidents, 'accidentId', concludeAccident, {
  permit: mayDecide,
});
