import type { Context } from '#runtime';
import { DeathsController } from './commands/deaths.controller.js';
import { deaths as deathStreams } from './domain/death.js';
import { deathRefusals } from './domain/refusals.js';

/** What a participant died of. */
export const deaths: Context = {
  name: 'deaths',
  streams: [deathStreams],
  commands: [DeathsController],
  refusals: [deathRefusals],
};
