import { type LocalDate, type Policy, ageOn } from '#kernel';
import { type Segment, mayRegisterAtAge, registrationAgeLimit } from '#law';
import { parseNik } from '../nik.js';

/** What the registration rules look at. */
export interface RegistrationFacts {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly segment: Segment;
  readonly registeredOn: LocalDate;
  readonly today: LocalDate;
}

const nikIsWellFormed: Policy<RegistrationFacts> = {
  name: 'nik-is-well-formed',
  check: ({ nik }) =>
    parseNik(nik)
      ? undefined
      : {
          code: 'NIK_MALFORMED',
          detail:
            'A NIK has 16 digits: district 6, day, month and year of birth 6 (women: day + 40), serial 4 from 0001',
        },
};

const nameIsGiven: Policy<RegistrationFacts> = {
  name: 'name-is-given',
  check: ({ name }) =>
    name.trim() === '' ? { code: 'NAME_MISSING', detail: 'The name as on the KTP is needed' } : undefined,
};

const notInTheFuture: Policy<RegistrationFacts> = {
  name: 'not-in-the-future',
  check: ({ registeredOn, today }) =>
    registeredOn > today
      ? { code: 'REGISTERED_IN_FUTURE', detail: `A registration cannot take effect after today, ${today}` }
      : undefined,
};

const bornBeforeRegistration: Policy<RegistrationFacts> = {
  name: 'born-before-registration',
  check: ({ birthDate, registeredOn }) =>
    birthDate >= registeredOn
      ? { code: 'BIRTH_DATE_IN_FUTURE', detail: 'The birth date lies after the registration' }
      : undefined,
};

const withinAgeLimits: Policy<RegistrationFacts> = {
  name: 'within-age-limits',
  check: ({ birthDate, segment, registeredOn }) => {
    const limit = registrationAgeLimit(segment, registeredOn);
    if (!limit || mayRegisterAtAge(segment, birthDate, registeredOn)) return undefined;
    const { minimumAge = 0, belowAge } = limit;
    const article = `${limit.provision.law}, ${limit.provision.article}`;
    return ageOn(birthDate, registeredOn) < minimumAge
      ? {
          code: 'AGE_UNDER_LIMIT',
          detail: `A ${segment} registers from the age of ${minimumAge} on`,
          article,
        }
      : { code: 'AGE_OVER_LIMIT', detail: `A ${segment} registers before the age of ${belowAge}`, article };
  },
};

/** In this order; the first refusal wins. */
export const REGISTRATION_POLICIES: readonly Policy<RegistrationFacts>[] = [
  nikIsWellFormed,
  nameIsGiven,
  notInTheFuture,
  bornBeforeRegistration,
  withinAgeLimits,
];
