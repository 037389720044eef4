import {
  type Actor,
  type CommandContext,
  type LocalDate,
  type Refusal,
  Rejection,
  type Rupiah,
  enforce,
  inSituation,
  isWithin,
  sightOf,
} from '#kernel';
import { type Segment, bpuBandFor } from '#law';
import type {
  Channel,
  ParticipantEvent,
  Payer,
  RegistrationWarning,
  Sector,
  Sex,
} from './participant.events.js';
import type { Deceased, ParticipantState, Registered } from './participant.js';
import { membershipRefusals } from './membership-refusals.js';
import { nikAgreesWithBirthDate, parseNik } from './nik.js';
import { REGISTRATION_POLICIES } from './policies/registration.policies.js';
import { participantRefusals } from './refusals.js';
import { type SponsorState, payingAgreement } from './sponsor.js';

export interface RegisterParticipantInput {
  readonly participantId: string;
  readonly segment: Segment;
  readonly channel: Channel;
  readonly payer: Payer;
  readonly sponsorId?: string;
  readonly agreementId?: string;
  readonly district: string;
  readonly sector: Sector;
  readonly declaredIncomeIdr: Rupiah;
  readonly registeredOn: LocalDate;
  readonly person: {
    readonly nik: string;
    readonly name: string;
    readonly birthDate: LocalDate;
    readonly sex: Sex;
    readonly phone?: string;
    readonly occupation: string;
    readonly workplace: string;
  };
}

/** What the decision needs of other streams. */
export interface RegistrationFacts {
  /** The sponsor that the registration names, if it names one. */
  readonly sponsor: SponsorState;
}

/**
 * Registers a self-employed worker (pendaftaran peserta BPU), or a wage earner who joins an employer (PU).
 * @throws Rejection as `payingAgreement`, `PAID_BY_EMPLOYER`, `ALREADY_REGISTERED`, or the code of the first registration policy that objects
 */
export function registerParticipant(
  input: RegisterParticipantInput,
  state: ParticipantState,
  { today, actor }: CommandContext,
  { sponsor }: RegistrationFacts,
): readonly ParticipantEvent[] {
  payingAgreement(input, sponsor, input.registeredOn);
  // Who has an employer that pays is a wage earner: BPU has another tariff and other benefits.
  if (input.segment === 'BPU' && input.payer === 'EMPLOYER') {
    throw new Rejection(membershipRefusals.PAID_BY_EMPLOYER());
  }
  // Before it is said who is known: nobody learns that without a registration that would otherwise stand.
  enforce(REGISTRATION_POLICIES, { ...input, ...input.person, today });
  inSituation(state, ['UNKNOWN'], (known) => alreadyRegistered(known, actor));

  const { declaredIncomeIdr, registeredOn, person, ...rest } = input;
  return [
    {
      type: 'ParticipantRegistered',
      data: {
        ...rest,
        // Of a wage earner it is what was earned at first; what counts for benefits is the wage of the month, by its report.
        incomeBaseIdr: input.segment === 'PU' ? declaredIncomeIdr : bpuBandFor(declaredIncomeIdr).base,
        warnings: registrationWarnings(person),
        ...(actor.facilityId && { facilityId: actor.facilityId }),
        effectiveOn: registeredOn,
        person: { ...person, name: person.name.trim() },
      },
    },
  ];
}

/** A facility is told the id of nobody whom another registered. */
function alreadyRegistered({ participantId, facilityId }: Registered | Deceased, actor: Actor): Refusal {
  return participantRefusals.ALREADY_REGISTERED(
    isWithin(sightOf(actor), [facilityId]) ? { participantId } : {},
  );
}

/** What a person should look at: a NIK is never re-issued, so a difference does not stop a registration. */
export function registrationWarnings(
  person: Pick<RegisterParticipantInput['person'], 'nik' | 'birthDate' | 'sex'>,
): RegistrationWarning[] {
  const nik = parseNik(person.nik);
  if (!nik) return [];
  return [
    ...(nikAgreesWithBirthDate(nik, person.birthDate) ? [] : (['NIK_BIRTH_DATE_DIFFERS'] as const)),
    ...(nik.sex === person.sex ? [] : (['NIK_SEX_DIFFERS'] as const)),
  ];
}
