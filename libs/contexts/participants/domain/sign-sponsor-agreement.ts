import { type CommandContext, type LocalDate, Rejection, type Rupiah, requireSecondPerson } from '#kernel';
import { isBackDated } from '#law';
import type { Basis, SponsorEvent } from './sponsor.events.js';
import { type SponsorState, knownAgreement, knownSponsor } from './sponsor.js';
import { participantRefusals, sponsorRefusals } from './refusals.js';

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
  { today, actor }: CommandContext,
): readonly SponsorEvent[] {
  const { agreements } = knownSponsor(state);
  if (agreements.some(({ agreementId }) => agreementId === input.agreementId)) {
    throw new Rejection(sponsorRefusals.AGREEMENT_ALREADY_SIGNED());
  }
  if (input.validUntil < input.validFrom) {
    throw new Rejection(sponsorRefusals.AGREEMENT_ENDS_BEFORE_IT_BEGINS());
  }
  const late = isBackDated('AGREEMENT', input.validFrom, today) && { backDatedBy: actor.id };
  return [{ type: 'SponsorAgreementSigned', data: { ...input, ...late, effectiveOn: input.validFrom } }];
}

export interface ConfirmAgreementInput {
  readonly sponsorId: string;
  readonly agreementId: string;
}

/**
 * Confirms an agreement that somebody else recorded long after its first day.
 * @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmAgreement(
  input: ConfirmAgreementInput,
  state: SponsorState,
  { today, actor }: CommandContext,
): readonly SponsorEvent[] {
  const { backDatedBy } = knownAgreement(state, input.agreementId);
  requireSecondPerson(backDatedBy === undefined ? [] : [backDatedBy], actor, participantRefusals);
  return [
    { type: 'BackDatedAgreementConfirmed', data: { ...input, confirmerId: actor.id, effectiveOn: today } },
  ];
}
