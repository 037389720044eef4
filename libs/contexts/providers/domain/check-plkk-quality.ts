import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { FacilityEvent, QualityOutcome } from './facility.events.js';
import { type FacilityState, knownAgreement } from './facility.js';
import { CHECK_POLICIES } from './policies/stop.policies.js';

export interface CheckPlkkQualityInput {
  readonly facilityId: string;
  readonly agreementId: string;
  /** Number of the report. */
  readonly reference: string;
  readonly checkedOn: LocalDate;
  readonly outcome: QualityOutcome;
  readonly nextCheckBy: LocalDate;
}

/**
 * Records that somebody looked whether a PLKK keeps what was agreed (pemeriksaan mutu). It stops nothing by itself: whoever
 * failed is suspended, or the agreement ended, by a decision.
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, or the code of the first check policy that objects
 */
export function checkPlkkQuality(
  { checkedOn, ...input }: CheckPlkkQualityInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  const agreement = knownAgreement(state, input.agreementId);
  enforce(CHECK_POLICIES, { agreement, from: checkedOn, nextCheckBy: input.nextCheckBy, today });
  return [{ type: 'PlkkQualityChecked', data: { ...input, effectiveOn: checkedOn } }];
}
