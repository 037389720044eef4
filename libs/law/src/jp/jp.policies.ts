import { ageOn, type LocalDate } from '#kernel';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { JP_CHILD_END_AGE, JP_RETIREMENT_AGE, JP_SHARES, type JpKind } from './jp.rules.js';

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
}

export const pensionAgeIsReached: BenefitPolicy<JpFacts> = {
  name: 'pension-age-is-reached',
  check: ({ kind, birthDate, claimDate }) => {
    if (kind !== 'OLD_AGE' || birthDate === undefined) return undefined;
    const version = inForce(JP_RETIREMENT_AGE, claimDate);
    const age = ageOn(birthDate, claimDate);
    if (age >= version.value) return undefined;
    return refuse(
      'REJECTED_UNDER_RETIREMENT_AGE',
      version,
      {
        id: `Usia pensiun pada ${claimDate} adalah ${version.value} tahun.`,
        en: `The retirement age on ${claimDate} is ${version.value}.`,
      },
      { age, retirementAge: version.value },
    );
  },
};

export const spouseHasNotRemarried: BenefitPolicy<JpFacts> = {
  name: 'spouse-has-not-remarried',
  check: ({ kind, remarried, claimDate }) =>
    (kind === 'WIDOW' || kind === 'WIDOWER') && remarried
      ? refuse(
          'REJECTED_REMARRIED',
          { ...inForce(JP_SHARES, claimDate), sources: ['S40b'] },
          {
            id: 'Pensiun janda atau duda berakhir saat menikah lagi.',
            en: 'The pension of a widow or widower ends at remarriage.',
          },
        )
      : undefined,
};

export const childIsEntitledToPension: BenefitPolicy<JpFacts> = {
  name: 'child-is-entitled-to-pension',
  check: ({ kind, childAge = 0, married, working, claimDate }) => {
    const version = inForce(JP_CHILD_END_AGE, claimDate);
    if (kind !== 'CHILD' || (childAge < version.value && !married && !working)) return undefined;
    return refuse('REJECTED_CHILD_ENDED', version, {
      id: `Pensiun anak berakhir pada usia ${version.value} tahun, saat menikah, atau bekerja.`,
      en: `A child pension ends at ${version.value}, at marriage, or at work.`,
    });
  },
};

/** Whether a pension is drawn. */
export const JP_POLICIES: readonly BenefitPolicy<JpFacts>[] = [
  pensionAgeIsReached,
  spouseHasNotRemarried,
  childIsEntitledToPension,
];
