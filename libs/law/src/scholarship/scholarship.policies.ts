import { firstDayOf, type LocalDate, period } from '#kernel';
import type { Provision } from '../kernel/provision.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce, versionOn } from '../kernel/rule.js';
import {
  type Level,
  SCHOLARSHIP_CHILDREN,
  SCHOLARSHIP_END_AGE,
  SCHOLARSHIP_LEVELS,
  SCHOLARSHIP_PU_WORK_MONTHS,
} from './scholarship.rules.js';

/** How a child works: wage earner, self-employed, or intern. */
export const WORK_KINDS = ['PU', 'BPU', 'INTERN'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Who may receive the scholarship for a child under age, the first of them before the others. */
export const GUARDIANS = ['SURVIVING_PARENT', 'BY_COURT', 'BY_VILLAGE_LETTER'] as const;
export type Guardian = (typeof GUARDIANS)[number];

/** One child in one claim year. */
export interface SchoolYear {
  readonly level: Level;
  /** The how-manieth year at this level, repeated years included. */
  readonly yearInLevel: number;
  /** School letter, report card or transcript of this year. */
  readonly evidence: boolean;
  readonly ageAtClaim: number;
  readonly married?: boolean;
  readonly working?: boolean;
  /** Of a working child: PU unless given. */
  readonly workKind?: WorkKind;
  /** Consecutive months of work as a PU. */
  readonly workMonths?: number;
  /** Who claims to be its guardian, each with a paper. */
  readonly guardians?: readonly Guardian[];
}

export interface SchoolYearFacts extends SchoolYear {
  readonly eventDate: LocalDate;
  readonly claimYear: number;
  /** Position among the registered children, from 0. */
  readonly childIndex: number;
}

const provision = ({ eventDate }: SchoolYearFacts): Provision => inForce(SCHOLARSHIP_END_AGE, eventDate);

export const childIsAmongTheRegistered: BenefitPolicy<SchoolYearFacts> = {
  name: 'child-is-among-the-registered',
  check: ({ eventDate, childIndex }) => {
    const allowed = inForce(SCHOLARSHIP_CHILDREN, eventDate);
    if (childIndex < allowed.value) return undefined;
    return refuse(
      'REJECTED_MAX_CHILDREN',
      allowed,
      {
        id: `Beasiswa diberikan untuk paling banyak ${allowed.value} anak.`,
        en: `A scholarship is for ${allowed.value} children at most.`,
      },
      { childIndex },
    );
  },
};

export const childIsYoungEnough: BenefitPolicy<SchoolYearFacts> = {
  name: 'child-is-young-enough',
  check: (facts) => {
    const { value: endAge } = inForce(SCHOLARSHIP_END_AGE, facts.eventDate);
    if (facts.ageAtClaim < endAge) return undefined;
    return refuse(
      `REJECTED_AGE_${endAge}`,
      provision(facts),
      {
        id: `Beasiswa berakhir saat anak berusia ${endAge} tahun.`,
        en: `The scholarship ends when the child turns ${endAge}.`,
      },
      { ageAtClaim: facts.ageAtClaim },
    );
  },
};

export const childIsUnmarried: BenefitPolicy<SchoolYearFacts> = {
  name: 'child-is-unmarried',
  check: (facts) =>
    facts.married
      ? refuse('REJECTED_MARRIED', provision(facts), {
          id: 'Beasiswa berakhir saat anak menikah.',
          en: 'The scholarship ends when the child marries.',
        })
      : undefined,
};

export const childIsNotWorking: BenefitPolicy<SchoolYearFacts> = {
  name: 'child-is-not-working',
  check: (facts) =>
    facts.working && !mayWork(facts)
      ? refuse('REJECTED_WORKING', provision(facts), {
          id: 'Beasiswa berakhir saat anak bekerja.',
          en: 'The scholarship ends when the child works.',
        })
      : undefined,
};

/**
 * From Permenaker 1/2025 (Art. 103(3a)) a child still at school keeps the right as an intern, as a BPU, or as a
 * PU for a short time. The year of the claim decides: it is then that the child works.
 */
function mayWork(facts: SchoolYearFacts): boolean {
  const endOfClaimYear = firstDayOf(period(`${facts.claimYear}-12`));
  const limit = versionOn(SCHOLARSHIP_PU_WORK_MONTHS, endOfClaimYear);
  if (!limit || !facts.evidence || facts.workKind === undefined) return false;
  return facts.workKind !== 'PU' || (facts.workMonths !== undefined && facts.workMonths <= limit.value);
}

export const schoolingIsEvident: BenefitPolicy<SchoolYearFacts> = {
  name: 'schooling-is-evident',
  check: (facts) =>
    facts.evidence
      ? undefined
      : refuse('REJECTED_NO_EVIDENCE', provision(facts), {
          id: 'Belum ada bukti sekolah untuk tahun ini; hak tidak hilang dan dapat diklaim lagi dengan bukti.',
          en: 'There is no evidence of schooling for this year; the right is kept and can be claimed with evidence.',
        }),
};

export const levelIsNotExhausted: BenefitPolicy<SchoolYearFacts> = {
  name: 'level-is-not-exhausted',
  check: ({ eventDate, level, yearInLevel }) => {
    const version = versionOn(SCHOLARSHIP_LEVELS[level], eventDate);
    if (!version || yearInLevel <= version.value.maxYears) return undefined;
    return refuse(
      'REJECTED_LEVEL_EXHAUSTED',
      version,
      {
        id: `Jenjang ${level} dibayar paling banyak ${version.value.maxYears} tahun; ini tahun ke-${yearInLevel}.`,
        en: `${level} is paid for ${version.value.maxYears} years at most; this is year ${yearInLevel}.`,
      },
      { level, yearInLevel },
    );
  },
};

/** Whether a child gets the scholarship of a year. */
export const SCHOLARSHIP_POLICIES: readonly BenefitPolicy<SchoolYearFacts>[] = [
  childIsAmongTheRegistered,
  childIsYoungEnough,
  childIsUnmarried,
  childIsNotWorking,
  schoolingIsEvident,
  levelIsNotExhausted,
];
