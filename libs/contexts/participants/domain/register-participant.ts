import {
  type Actor,
  type CommandContext,
  type LocalDate,
  type Refusal,
  Rejection,
  type Rupiah,
  enforce,
  isWithin,
  sightOf,
} from '#kernel';
import { type Segment, bpuBandFor, isBackDated } from '#law';
import type {
  Channel,
  OccupationGroup,
  ParticipantEvent,
  Payer,
  RegistrationWarning,
  Sector,
  Sex,
} from './participant.events.js';
import { type FieldActionState, requireOnAction } from './field-action.js';
import { membershipRefusals } from './membership.refusals.js';
import { ageBandOf } from './age-bands.js';
import type { Correctable } from './correctable.js';
import { NikPassedOver, holderAt } from './nik-chain.js';
import type { ParticipantState, Registered, Unknown } from './participant.js';
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
  readonly occupationGroup?: OccupationGroup;
  readonly branch?: string;
  /** The action in the field on which the worker was registered. */
  readonly fieldActionId?: string;
  readonly declaredIncomeIdr: Rupiah;
  readonly registeredOn: LocalDate;
  /** Under which id the NIK is looked up, where it is not the participant's own. */
  readonly nikId?: string;
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
  /** The action in the field that it names, if it names one. */
  readonly fieldAction?: FieldActionState;
  /** To whom the NIK was corrected, where the stream says that it was. */
  readonly assignee?: Correctable;
  /** As whom whoever stands there goes on, where they were merged. */
  readonly survivor?: Correctable;
  /** The number of the card that is given out with the registration. */
  readonly kpj?: string;
}

/**
 * Registers a self-employed worker (pendaftaran peserta BPU), or a wage earner who joins an employer (PU).
 * @throws Rejection as `payingAgreement` and `requireOnAction`, `PAID_BY_EMPLOYER`, `ALREADY_REGISTERED`, or the code of the first registration policy that objects
 * @throws NikPassedOver where whoever was registered here, or was assigned the place, has another NIK by now
 */
export function registerParticipant(
  input: RegisterParticipantInput,
  state: ParticipantState,
  { today, actor }: CommandContext,
  { sponsor, fieldAction, kpj, ...place }: RegistrationFacts,
): readonly ParticipantEvent[] {
  payingAgreement(input, sponsor, input.registeredOn);
  if (fieldAction) requireOnAction(fieldAction, input.registeredOn);
  // Who has an employer that pays is a wage earner: BPU has another tariff and other benefits.
  if (input.segment === 'BPU' && input.payer === 'EMPLOYER') {
    throw new Rejection(membershipRefusals.PAID_BY_EMPLOYER());
  }
  // Before it is said who is known: nobody learns that without a registration that would otherwise stand.
  enforce(REGISTRATION_POLICIES, { ...input, ...input.person, today });
  if (state.situation !== 'UNKNOWN') {
    const holder = holderOf(state, place);
    if (!holder) throw new NikPassedOver();
    throw new Rejection(alreadyRegistered(holder, actor));
  }

  const { declaredIncomeIdr: _asBand, registeredOn, person, nikId, ...rest } = input;
  return [
    {
      type: 'ParticipantRegistered',
      data: {
        ...rest,
        sex: person.sex,
        ageBand: ageBandOf(person.birthDate, registeredOn),
        incomeBaseIdr: incomeBaseOf(input),
        warnings: registrationWarnings(person),
        ...(actor.facilityId && { facilityId: actor.facilityId }),
        // The joining of a wage earner is what covers, and is confirmed itself.
        ...(input.segment === 'BPU' &&
          isBackDated('REGISTRATION', registeredOn, today) && { backDatedBy: actor.id }),
        effectiveOn: registeredOn,
        person: { ...person, ...(nikId && { nikId }), name: person.name.trim(), ...(kpj && { kpj }) },
      },
    },
  ];
}

/** Of a wage earner it is what was earned at first; what counts for benefits is the wage of the month, by its report. */
const incomeBaseOf = ({ segment, declaredIncomeIdr }: RegisterParticipantInput): Rupiah =>
  segment === 'BPU' ? bpuBandFor(declaredIncomeIdr).base : declaredIncomeIdr;

/** Whose the NIK is that this stream stands for; undefined where that stands further on in its chain. */
function holderOf(
  state: Exclude<ParticipantState, Unknown>,
  place: Omit<RegistrationFacts, 'sponsor' | 'fieldAction' | 'kpj'>,
): Holder | undefined {
  if (state.situation === 'ASSIGNED') return holderAt({ ...place, state });
  if (state.situation === 'MERGED') return state.record.nikCorrected ? undefined : place.survivor;
  return state.nikCorrected ? undefined : state;
}

type Holder = Pick<Registered, 'participantId' | 'facilityId'>;

/** A facility is told the id of nobody whom another registered. */
function alreadyRegistered({ participantId, facilityId }: Holder, actor: Actor): Refusal {
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
