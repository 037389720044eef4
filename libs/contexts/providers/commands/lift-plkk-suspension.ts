import { command } from '#runtime';
import { facilities } from '../domain/facility.js';
import { liftPlkkSuspension } from '../domain/lift-plkk-suspension.js';

export const LiftPlkkSuspension = command('LiftPlkkSuspension', facilities, 'facilityId', liftPlkkSuspension);
