import {
  type CommandContext,
  type LocalDate,
  Rejection,
  type Rupiah,
  putForward,
  requireSecondPerson,
} from '#kernel';
import type { Basis, SponsorEvent, SponsorProposalMade, SponsorProposed } from './sponsor.events.js';
import { type SponsorState, knownAgreement, knownSponsor } from './sponsor.js';
import { participantRefusals } from './refusals.js';
import { sponsorRefusals } from './sponsor.refusals.js';

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

/**
 * The first of two signatures under a promise to pay: nobody is registered or paid for under it before a second person has signed.
 * @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_ALREADY_SIGNED`, `AGREEMENT_ENDS_BEFORE_IT_BEGINS`
 */
export function signSponsorAgreement(
  { sponsorId, agreementId, reference, ...promised }: SignSponsorAgreementInput,
  state: SponsorState,
  context: CommandContext,
): readonly SponsorEvent[] {
  requireNew(agreementId, state);
  if (promised.validUntil < promised.validFrom) {
    throw new Rejection(sponsorRefusals.AGREEMENT_ENDS_BEFORE_IT_BEGINS());
  }
  const paper = { sponsorId, agreementId, reference };
  return [sponsorProposal(paper, { kind: 'AGREEMENT', ...promised }, context)];
}

/** An agreement is signed once. @throws Rejection `SPONSOR_NOT_FOUND`, `AGREEMENT_ALREADY_SIGNED` */
export function requireNew(agreementId: string, state: SponsorState): void {
  if (knownSponsor(state).agreements.some((one) => one.agreementId === agreementId)) {
    throw new Rejection(sponsorRefusals.AGREEMENT_ALREADY_SIGNED());
  }
}

type SponsorPaper = Pick<SponsorProposalMade['data'], 'sponsorId' | 'agreementId' | 'reference'>;

/** What one person has signed, and a second one is to sign. */
export const sponsorProposal = (
  paper: SponsorPaper,
  proposed: SponsorProposed,
  context: CommandContext,
): SponsorProposalMade => ({
  type: 'SponsorProposalMade',
  data: { ...paper, proposed, ...putForward(context) },
});

export interface ConfirmAgreementInput {
  readonly sponsorId: string;
  readonly agreementId: string;
}

/**
 * Confirms an agreement that somebody else alone recorded long after its first day, as earlier releases let them.
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
