import type { Context } from '#runtime';
import { DeathsController } from './commands/deaths.controller.js';
import { deaths as deathStreams } from './domain/death.js';
import { deathRefusals } from './domain/refusals.js';
import { deathsContracts } from './published.js';

/** What a participant died of. */
export const deaths: Context = {
  name: 'deaths',
  streams: [deathStreams],
  commands: [DeathsController],
  published: deathsContracts,
  refusals: [deathRefusals],
};
