import { addDays, addYears, ageOn, type LocalDate } from '#kernel';
import { invalid } from '../kernel/input-error.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { lastDayOfTerm } from '../kernel/calendar.js';
import { FIRST_LAW, inForce } from '../kernel/rule.js';
import {
  JP_CHILD_END_AGE,
  JP_CHOICE_YEARS,
  JP_INDEXATION_YEARS,
  JP_RETIREMENT_AGE,
  JP_SHARES,
  type JpKind,
} from './jp.rules.js';

export interface JpFacts {
  readonly kind: JpKind;
  readonly claimDate: LocalDate;
  /** Of the member, for an old-age pension. */
  readonly birthDate?: LocalDate;
  readonly remarried?: boolean;
  /** Of the child, for a child pension. */
  readonly childAge?: number;
  readonly married?: boolean;
  readonly working?: boolean;
  /** OLD_AGE: still employed at the retirement age, the member chose to be paid on leaving. */
  readonly paidOnLeaving?: boolean;
  /** OLD_AGE, paid on leaving: the last day of work; without it the work goes on. */
  readonly employmentEndedOn?: LocalDate;
}

/** Nobody is older. */
const OLDEST = 130;

/**
 * The first day on which a person is as old as the retirement age of that very day (PP 45/2015 Art. 15). Once it is reached
 * the right stays, whatever the table says on the day of the claim. @throws Rejection when no age of the table is reached
 */
export function retirementAgeReachedOn(birthDate: LocalDate, claimDate: LocalDate): LocalDate {
  const ageOf = (day: LocalDate) => inForce(JP_RETIREMENT_AGE, day).value;
  const youngest = Math.min(ageOf(FIRST_LAW), ageOf(claimDate < FIRST_LAW ? FIRST_LAW : claimDate));
  for (let age = youngest; age <= OLDEST; age += 1) {
    const [from, to] = daysAtAge(birthDate, age);
    if (to < FIRST_LAW) continue;
    if (ageOf(from) <= age) return from;
    if (ageOf(to) <= age) return firstDayThat(from, (day) => ageOf(day) <= age);
  }
  throw invalid('OUT_OF_RANGE', 'The retirement age is not reached by anybody');
}

/** The days at an age, from the birthday to the day before the next; none before the first law. */
function daysAtAge(birthDate: LocalDate, age: number): readonly [LocalDate, LocalDate] {
  const birthday = addYears(birthDate, age);
  return [birthday < FIRST_LAW ? FIRST_LAW : birthday, addDays(addYears(birthDate, age + 1), -1)];
}

function firstDayThat(from: LocalDate, holds: (day: LocalDate) => boolean): LocalDate {
  let day = from;
  while (!holds(day)) day = addDays(day, 1);
  return day;
}

export const pensionAgeIsReached: BenefitPolicy<JpFacts> = {
  name: 'pension-age-is-reached',
  check: (facts) => {
    if (facts.kind !== 'OLD_AGE' || facts.birthDate === undefined) return undefined;
    const { birthDate, claimDate } = facts;
    if (birthDate > claimDate) throw invalid('DATES_OUT_OF_ORDER', 'claimDate is before birthDate');
    const reachedOn = retirementAgeReachedOn(birthDate, claimDate);
    if (reachedOn <= claimDate) return undefined;
    const version = inForce(JP_RETIREMENT_AGE, claimDate);
    return refuse(
      'REJECTED_UNDER_RETIREMENT_AGE',
      version,
      {
        id: `Usia pensiun pada ${claimDate} adalah ${version.value} tahun; usia pensiun dicapai pada ${reachedOn}.`,
        en: `The retirement age on ${claimDate} is ${version.value}; it is reached on ${reachedOn}.`,
      },
      { age: ageOn(birthDate, claimDate), retirementAge: version.value, reachedOn },
    );
  },
};

/** When a pension starts whose payment on leaving was chosen, and by when it starts at the latest (E-12). */
export interface ChosenStart {
  readonly startsOn: LocalDate;
  readonly latestStart: LocalDate;
}

/** @throws Rejection MISSING_FIELD without a birth date */
export function chosenStart({ birthDate, claimDate, employmentEndedOn }: JpFacts): ChosenStart {
  if (birthDate === undefined) throw invalid('MISSING_FIELD', 'birthDate is needed with paidOnLeaving');
  const reachedOn = retirementAgeReachedOn(birthDate, claimDate);
  const latestStart = lastDayOfTerm(reachedOn, inForce(JP_CHOICE_YEARS, reachedOn).value);
  const left = employmentEndedOn ?? latestStart;
  const startsOn = left < reachedOn ? reachedOn : left > latestStart ? latestStart : left;
  return { startsOn, latestStart };
}

export const chosenDayHasCome: BenefitPolicy<JpFacts> = {
  name: 'chosen-day-has-come',
  check: (facts) => {
    if (facts.kind !== 'OLD_AGE' || !facts.paidOnLeaving) return undefined;
    const { claimDate } = facts;
    const { startsOn, latestStart } = chosenStart(facts);
    if (startsOn <= claimDate) return undefined;
    return refuse(
      'REJECTED_STILL_EMPLOYED',
      inForce(JP_CHOICE_YEARS, claimDate),
      {
        id: `Peserta memilih dibayar saat berhenti bekerja; pensiun dimulai pada ${startsOn}, paling lambat ${latestStart}.`,
        en: `The member chose to be paid on leaving; the pension starts on ${startsOn}, by ${latestStart} at the latest.`,
      },
      { startsOn, latestStart },
    );
  },
};

export const spouseHasNotRemarried: BenefitPolicy<JpFacts> = {
  name: 'spouse-has-not-remarried',
  check: (facts) =>
    (facts.kind === 'WIDOW' || facts.kind === 'WIDOWER') && facts.remarried
      ? refuse(
          'REJECTED_REMARRIED',
          { ...inForce(JP_SHARES, facts.claimDate), sources: ['S40b'] },
          {
            id: 'Pensiun janda atau duda berakhir saat menikah lagi.',
            en: 'The pension of a widow or widower ends at remarriage.',
          },
        )
      : undefined,
};

export const childIsEntitledToPension: BenefitPolicy<JpFacts> = {
  name: 'child-is-entitled-to-pension',
  check: (facts) => {
    if (facts.kind !== 'CHILD') return undefined;
    const version = inForce(JP_CHILD_END_AGE, facts.claimDate);
    if ((facts.childAge ?? 0) < version.value && !facts.married && !facts.working) return undefined;
    return refuse('REJECTED_CHILD_ENDED', version, {
      id: `Pensiun anak berakhir pada usia ${version.value} tahun, saat menikah, atau bekerja.`,
      en: `A child pension ends at ${version.value}, at marriage, or at work.`,
    });
  },
};

/** Whether a pension is drawn. */
export const JP_POLICIES: readonly BenefitPolicy<JpFacts>[] = [
  pensionAgeIsReached,
  chosenDayHasCome,
  spouseHasNotRemarried,
  childIsEntitledToPension,
];

export interface JpIndexationFacts {
  readonly startedOn: LocalDate;
  readonly indexedOn: LocalDate;
}

export const firstYearIsOver: BenefitPolicy<JpIndexationFacts> = {
  name: 'first-year-is-over',
  check: ({ startedOn, indexedOn }) => {
    if (indexedOn < startedOn) throw invalid('DATES_OUT_OF_ORDER', 'indexedOn is before startedOn');
    const version = inForce(JP_INDEXATION_YEARS, indexedOn);
    const firstDay = addYears(startedOn, version.value);
    if (indexedOn >= firstDay) return undefined;
    return refuse(
      'REJECTED_FIRST_YEAR',
      version,
      {
        id: `Pensiun belum diindeksasi pada tahun pertamanya; paling awal pada ${firstDay}.`,
        en: `A pension is not indexed in its first year; ${firstDay} is the earliest day.`,
      },
      { startedOn, indexedOn, firstDay },
    );
  },
};

/** Whether a pension is indexed. */
export const JP_INDEXATION_POLICIES: readonly BenefitPolicy<JpIndexationFacts>[] = [firstYearIsOver];
