import { type CommandContext, type LocalDate, Rejection, type Rupiah, enforce } from '#kernel';
import { bpuBandFor, isBackDated } from '#law';
import { type CorrectableState, knownPerson, notErased } from './correctable.js';
import { membershipRefusals } from './membership.refusals.js';
import type { Channel, OccupationGroup, ParticipantEvent, Payer, Sector } from './participant.events.js';
import { type ParticipantState, living } from './participant.js';
import { REGISTRATION_POLICIES } from './policies/registration.policies.js';
import { type SponsorState, payingAgreement } from './sponsor.js';

export interface RegisterSelfEmploymentInput {
  readonly participantId: string;
  readonly channel: Channel;
  readonly payer: Payer;
  readonly sponsorId?: string;
  readonly agreementId?: string;
  readonly sector: Sector;
  readonly occupationGroup?: OccupationGroup;
  readonly branch?: string;
  readonly declaredIncomeIdr: Rupiah;
  readonly registeredOn: LocalDate;
  readonly person: { readonly occupation: string; readonly workplace: string };
}

/** What the decision needs beside the participant. */
export interface SelfEmploymentFacts {
  /** The sponsor that the registration names, if it names one. */
  readonly sponsor: SponsorState;
  /** As who the participant is known. */
  readonly person: CorrectableState;
  /** The number of the card that is given out with it. */
  readonly kpj?: string;
}

/**
 * Registers that a wage earner works for himself as well: from then on he is a BPU beside his employment, by the rules of any BPU.
 * @throws Rejection as `payingAgreement`, `PARTICIPANT_NOT_FOUND`, `DECEASED`, `SELF_EMPLOYED_ALREADY`, `PAID_BY_EMPLOYER`,
 *   `SELF_EMPLOYED_BEFORE_REGISTRATION`, `PERSONAL_DATA_ERASED`, or the code of the first registration policy that objects
 */
export function registerSelfEmployment(
  { declaredIncomeIdr, registeredOn, ...input }: RegisterSelfEmploymentInput,
  state: ParticipantState,
  { today, actor }: CommandContext,
  { sponsor, person, kpj }: SelfEmploymentFacts,
): readonly ParticipantEvent[] {
  const participant = living(state);
  if (participant.segment === 'BPU') throw new Rejection(membershipRefusals.SELF_EMPLOYED_ALREADY());
  if (input.payer === 'EMPLOYER') throw new Rejection(membershipRefusals.PAID_BY_EMPLOYER());
  if (registeredOn < participant.registeredOn) {
    const { registeredOn: since } = participant;
    throw new Rejection(membershipRefusals.SELF_EMPLOYED_BEFORE_REGISTRATION({ registeredOn: since }));
  }
  payingAgreement(input, sponsor, registeredOn);
  enforce(REGISTRATION_POLICIES, {
    ...notErased(knownPerson(person)),
    segment: 'BPU',
    registeredOn,
    today,
  });
  const incomeBaseIdr = bpuBandFor(declaredIncomeIdr).base;
  const late = isBackDated('REGISTRATION', registeredOn, today) && { backDatedBy: actor.id };
  return [
    {
      type: 'SelfEmploymentRegistered',
      data: {
        ...input,
        incomeBaseIdr,
        ...late,
        effectiveOn: registeredOn,
        person: { ...input.person, ...(kpj && { kpj }) },
      },
    },
  ];
}
