import { type LocalDate, enforce } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, known } from './facility.js';
import type { PlkkTerms } from './plkk-terms.js';
import { SIGNING_POLICIES } from './policies/agreement.policies.js';

export interface SignPlkkAgreementInput {
  readonly facilityId: string;
  readonly agreementId: string;
  readonly reference: string;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  /** What is agreed; everything that a PLKK does where nobody says. */
  readonly terms?: PlkkTerms;
}

/**
 * Makes a facility a Pusat Layanan Kecelakaan Kerja for a time (perjanjian kerja sama PLKK).
 * @throws Rejection `FACILITY_NOT_FOUND`, or the code of the first signing policy that objects
 */
export function signPlkkAgreement(
  input: SignPlkkAgreementInput,
  state: FacilityState,
): readonly FacilityEvent[] {
  const { agreements } = known(state);
  enforce(SIGNING_POLICIES, { ...input, agreements });
  return [{ type: 'PlkkAgreementSigned', data: { ...input, effectiveOn: input.validFrom } }];
}
