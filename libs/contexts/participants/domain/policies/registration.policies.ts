import { type LocalDate, type Policy, ageOn } from '#kernel';
import { type Segment, mayRegisterAtAge, registrationAgeLimit } from '#law';
import { parseNik } from '../nik.js';
import { participantRefusals } from '../refusals.js';

/** What the registration rules look at. */
export interface RegistrationGrounds {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly segment: Segment;
  readonly registeredOn: LocalDate;
  readonly today: LocalDate;
}

const nikIsWellFormed: Policy<RegistrationGrounds> = {
  name: 'nik-is-well-formed',
  check: ({ nik }) => (parseNik(nik) ? undefined : participantRefusals.NIK_MALFORMED()),
};

const nameIsGiven: Policy<RegistrationGrounds> = {
  name: 'name-is-given',
  check: ({ name }) => (name.trim() === '' ? participantRefusals.NAME_MISSING() : undefined),
};

const notInTheFuture: Policy<RegistrationGrounds> = {
  name: 'not-in-the-future',
  check: ({ registeredOn, today }) =>
    registeredOn > today ? participantRefusals.REGISTERED_IN_FUTURE({ today }) : undefined,
};

const bornBeforeRegistration: Policy<RegistrationGrounds> = {
  name: 'born-before-registration',
  check: ({ birthDate, registeredOn }) =>
    birthDate >= registeredOn ? participantRefusals.BIRTH_DATE_IN_FUTURE({ of: 'PARTICIPANT' }) : undefined,
};

const withinAgeLimits: Policy<RegistrationGrounds> = {
  name: 'within-age-limits',
  check: ({ birthDate, segment, registeredOn }) => {
    const limit = registrationAgeLimit(segment, registeredOn);
    if (!limit || mayRegisterAtAge(segment, birthDate, registeredOn)) return undefined;
    const { minimumAge = 0, belowAge } = limit;
    const article = `${limit.provision.law}, ${limit.provision.article}`;
    const refusal =
      ageOn(birthDate, registeredOn) < minimumAge
        ? participantRefusals.AGE_UNDER_LIMIT({ segment, minimumAge })
        : participantRefusals.AGE_OVER_LIMIT({ segment, belowAge });
    return { ...refusal, article };
  },
};

/** In this order; the first refusal wins. */
export const REGISTRATION_POLICIES: readonly Policy<RegistrationGrounds>[] = [
  nikIsWellFormed,
  nameIsGiven,
  notInTheFuture,
  bornBeforeRegistration,
  withinAgeLimits,
];
