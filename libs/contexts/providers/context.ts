import type { Context } from '#runtime';
import { FacilitiesController } from './commands/facilities.controller.js';
import { facilities } from './domain/facility.js';
import { facilityRefusals } from './domain/refusals.js';

/** Health facilities, and when each of them is a PLKK. */
export const providers: Context = {
  name: 'providers',
  streams: [facilities],
  commands: [FacilitiesController],
  refusals: [facilityRefusals],
};
