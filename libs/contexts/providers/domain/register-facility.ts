import { type CommandContext, inSituation } from '#kernel';
import type { FacilityAccount, FacilityEvent, FacilityKind } from './facility.events.js';
import type { FacilityState } from './facility.js';
import { facilityRefusals } from './refusals.js';

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
  inSituation(state, ['UNKNOWN'], () => facilityRefusals.FACILITY_ALREADY_REGISTERED());
  return [{ type: 'FacilityRegistered', data: { ...input, effectiveOn: today } }];
}
