import type { Context } from '#runtime';
import { deathActions } from './commands/death.actions.js';
import { DeathActionsController } from './commands/death-actions.controller.js';
import { DeathsController } from './commands/deaths.controller.js';
import { deaths as deathStreams } from './domain/death.js';
import { deathRefusals } from './domain/refusals.js';
import { deathsContracts } from './published.js';

/** What a participant died of. */
export const deaths: Context = {
  name: 'deaths',
  streams: [deathStreams],
  commands: [DeathsController, DeathActionsController],
  actions: [deathActions],
  published: deathsContracts,
  refusals: [deathRefusals],
};
