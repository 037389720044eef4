import { command } from '#runtime';
import { correctDeathDay, revokeDeath } from '../domain/correct-death.js';
import { correctables } from '../domain/correctable.js';

export const RevokeDeath = command('RevokeDeath', correctables, 'participantId', revokeDeath);

export const CorrectDeathDay = command('CorrectDeathDay', correctables, 'participantId', correctDeathDay);
