import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, knownAgreement } from './facility.js';
import type { StopReason, WhatBecomesOfPatients } from './plkk-terms.js';
import { ENDING_POLICIES } from './policies/stop.policies.js';

export interface EndPlkkAgreementInput {
  readonly facilityId: string;
  readonly agreementId: string;
  readonly reference: string;
  /** The last day of the agreement. */
  readonly lastDay: LocalDate;
  readonly reason: StopReason;
  readonly patients: WhatBecomesOfPatients;
  readonly careUntil: LocalDate;
}

/**
 * Ends an agreement before its time (pengakhiran). Who is in care on its last day is treated on, or moved, until `careUntil`, at
 * the cost of BPJS. A facility that is let in again signs a new one.
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, or the code of the first ending policy that objects
 */
export function endPlkkAgreement(
  { lastDay, ...input }: EndPlkkAgreementInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  const agreement = knownAgreement(state, input.agreementId);
  enforce(ENDING_POLICIES, { ...input, agreement, from: lastDay, today });
  return [{ type: 'PlkkAgreementEnded', data: { ...input, effectiveOn: lastDay } }];
}
