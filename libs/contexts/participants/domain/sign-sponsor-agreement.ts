import { type LocalDate, Rejection, type Rupiah } from '#kernel';
import type { Basis, SponsorEvent } from './sponsor.events.js';
import { type SponsorState, knownSponsor } from './sponsor.js';
import { sponsorRefusals } from './refusals.js';

export interface SignSponsorAgreementInput {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly basis?: Basis;
  readonly reference: string;
  readonly governmentPaid: boolean;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly quota?: number;
  readonly monthlyIdr?: Rupiah;
}

/** Records a promise to pay. @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_ALREADY_SIGNED`, `AGREEMENT_ENDS_BEFORE_IT_BEGINS` */
export function signSponsorAgreement(
  input: SignSponsorAgreementInput,
  state: SponsorState,
): readonly SponsorEvent[] {
  const { agreements } = knownSponsor(state);
  if (agreements.some(({ agreementId }) => agreementId === input.agreementId)) {
    throw new Rejection(sponsorRefusals.AGREEMENT_ALREADY_SIGNED());
  }
  if (input.validUntil < input.validFrom) {
    throw new Rejection(sponsorRefusals.AGREEMENT_ENDS_BEFORE_IT_BEGINS());
  }
  return [{ type: 'SponsorAgreementSigned', data: { ...input, effectiveOn: input.validFrom } }];
}
