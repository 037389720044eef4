import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import { suspensionFrom } from './agreement.js';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, knownAgreement } from './facility.js';
import { facilityRefusals } from './refusals.js';

export interface LiftPlkkSuspensionInput {
  readonly facilityId: string;
  readonly agreementId: string;
  readonly reference: string;
  /** From this day on the agreement is in force again. */
  readonly from: LocalDate;
}

/**
 * Ends the suspension of a day before its last one (pencabutan penangguhan), or takes the next one back before it begins. Later ones stay.
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `STOPS_IN_THE_PAST`, `NOT_SUSPENDED`
 */
export function liftPlkkSuspension(
  { from, ...input }: LiftPlkkSuspensionInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  const agreement = knownAgreement(state, input.agreementId);
  if (from < today) throw new Rejection(facilityRefusals.STOPS_IN_THE_PAST({ today }));
  if (!suspensionFrom(agreement, from)) throw new Rejection(facilityRefusals.NOT_SUSPENDED());
  return [{ type: 'PlkkSuspensionLifted', data: { ...input, effectiveOn: from } }];
}
