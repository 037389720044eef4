import type { Context } from '#runtime';
import { FacilitiesController } from './commands/facilities.controller.js';
import { facilities } from './domain/facility.js';
import { facilityRefusals } from './domain/refusals.js';
import { providersContracts } from './published.js';

/** Health facilities, and when each of them is a PLKK. */
export const providers: Context = {
  name: 'providers',
  streams: [facilities],
  commands: [FacilitiesController],
  published: providersContracts,
  refusals: [facilityRefusals],
};
