import { Rejection } from '#kernel';
import type { FacilityState, Registered } from './facility.js';

/** The known facility. @throws Rejection `FACILITY_NOT_FOUND` */
export function requireRegistered(state: FacilityState): Registered {
  if (state.situation === 'UNKNOWN') {
    throw new Rejection('FACILITY_NOT_FOUND', 'No such facility is registered', {
      allowed: ['register a facility'],
    });
  }
  return state;
}
