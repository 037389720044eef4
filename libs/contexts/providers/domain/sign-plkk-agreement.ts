import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, known } from './facility.js';
import type { PlkkTerms } from './plkk-terms.js';
import { SIGNING_POLICIES } from './policies/agreement.policies.js';
import { proposalMade } from './propose.js';

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
 * The first of two signatures under an agreement that makes a facility a Pusat Layanan Kecelakaan Kerja for a time (perjanjian kerja
 * sama PLKK). It holds once a second person has signed.
 * @throws Rejection `FACILITY_NOT_FOUND`, or the code of the first signing policy that objects
 */
export function signPlkkAgreement(
  { facilityId, agreementId, reference, ...agreed }: SignPlkkAgreementInput,
  state: FacilityState,
  context: CommandContext,
): readonly FacilityEvent[] {
  const { agreements } = known(state);
  enforce(SIGNING_POLICIES, { ...agreed, agreementId, agreements });
  return [proposalMade({ facilityId, agreementId, reference }, { kind: 'AGREEMENT', ...agreed }, context)];
}
