import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { nameOtherPayer } from '../domain/name-other-payer.js';
import { inSight } from './in-sight.js';

export const NameOtherPayer = command('NameOtherPayer', accidents, 'accidentId', nameOtherPayer, {
  permit: inSight,
});
