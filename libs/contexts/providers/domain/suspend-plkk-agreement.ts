import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, knownAgreement } from './facility.js';
import type { StopReason, WhatBecomesOfPatients } from './plkk-terms.js';
import { SUSPENSION_POLICIES } from './policies/stop.policies.js';

export interface SuspendPlkkAgreementInput {
  readonly facilityId: string;
  readonly agreementId: string;
  readonly reference: string;
  readonly from: LocalDate;
  /** The last day of it. */
  readonly until: LocalDate;
  readonly reason: StopReason;
  readonly patients: WhatBecomesOfPatients;
  readonly careUntil: LocalDate;
}

/**
 * Lets a PLKK take no new patients for a time (penangguhan). Who is in care on the first day is treated on, or moved, until
 * `careUntil`, at the cost of BPJS. It ends by itself on its last day, earlier when it is lifted, or with the agreement; whoever is in
 * care at its end, by `careUntil`, is treated on as if it had not been.
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, or the code of the first suspension policy that objects
 */
export function suspendPlkkAgreement(
  { from, ...input }: SuspendPlkkAgreementInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  const agreement = knownAgreement(state, input.agreementId);
  enforce(SUSPENSION_POLICIES, { ...input, agreement, from, today });
  return [{ type: 'PlkkAgreementSuspended', data: { ...input, effectiveOn: from } }];
}
