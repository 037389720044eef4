import { type CommandContext, Rejection } from '#kernel';
import type { FacilityAccount, FacilityEvent, FacilityKind } from './facility.events.js';
import type { FacilityState } from './facility.js';

export interface RegisterFacilityInput {
  readonly facilityId: string;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly district: string;
  readonly account: FacilityAccount;
}

/**
 * Makes a health facility known (pendaftaran fasilitas kesehatan). It is a PLKK only once an agreement is signed.
 * @throws Rejection `FACILITY_ALREADY_REGISTERED`
 */
export function registerFacility(
  input: RegisterFacilityInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  if (state.situation !== 'UNKNOWN') {
    throw new Rejection('FACILITY_ALREADY_REGISTERED', 'This facility is registered already', {
      allowed: ['sign a PLKK agreement'],
    });
  }
  return [{ type: 'FacilityRegistered', data: { ...input, effectiveOn: today } }];
}
