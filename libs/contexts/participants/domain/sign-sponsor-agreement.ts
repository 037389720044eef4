import { type LocalDate, Rejection } from '#kernel';
import type { SponsorEvent } from './sponsor.events.js';
import type { SponsorState } from './sponsor.js';

export interface SignSponsorAgreementInput {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly reference: string;
  readonly governmentPaid: boolean;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

/** Records a promise to pay. @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_ALREADY_SIGNED`, `AGREEMENT_ENDS_BEFORE_IT_BEGINS` */
export function signSponsorAgreement(
  input: SignSponsorAgreementInput,
  state: SponsorState,
): readonly SponsorEvent[] {
  if (state.situation === 'UNKNOWN') {
    throw new Rejection('SPONSOR_NOT_FOUND', 'No such sponsor is registered', {
      allowed: ['register a sponsor'],
    });
  }
  if (state.agreements.some(({ agreementId }) => agreementId === input.agreementId)) {
    throw new Rejection('AGREEMENT_ALREADY_SIGNED', 'This agreement is recorded already');
  }
  if (input.validUntil < input.validFrom) {
    throw new Rejection('AGREEMENT_ENDS_BEFORE_IT_BEGINS', 'validUntil lies before validFrom');
  }
  return [{ type: 'SponsorAgreementSigned', data: { ...input, effectiveOn: input.validFrom } }];
}
