import { localDate } from '#kernel';
import type { CoverageStatus } from '../coverage/coverage.js';
import type { Confidence, Provision } from './rule.js';
import type { Segment } from './segment.js';

/**
 * Every choice this project made where no text of law was found, in one list for a lawyer to review.
 * Changing one is changing its `value` here, and raising `RULES_EDITION`. One without a value describes how the
 * engine is built, or follows another.
 */
export interface Convention<Value> {
  /** R-n and Q-n are the ids of the reference, E-n are choices of this engine. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly value: Value;
  readonly confidence: Confidence;
}

const convention = <Value>(
  id: string,
  question: string,
  answer: string,
  value: Value,
  confidence: Confidence = 'D',
): Convention<Value> => ({ id, question, answer, value, confidence });

const description = (id: string, question: string, answer: string, confidence?: Confidence) =>
  convention(id, question, answer, undefined, confidence);

/** A convention as the basis of a component. */
export function provisionOf(law: string, { id, confidence }: Convention<unknown>): Provision {
  return { law, article: `convention ${id}`, sources: [], confidence };
}

export const ROUNDING = convention<'HALF_UP' | 'DOWN'>(
  'R-1',
  'How are amounts rounded?',
  'Exact fractions, rounded half up to whole rupiah once per component; the wage factor is never rounded.',
  'HALF_UP',
);
export const CONTRIBUTION_ROUNDING = description(
  'R-2',
  'How are contributions rounded?',
  'As R-1, per programme and per person.',
);
export const STMB_DAYS_PER_MONTH = convention(
  'R-3',
  'What is one day of temporary incapacity (STMB) worth?',
  'Wage / 30; 30 days are one month; the bands count from the first day of incapacity. See also Q-3.',
  30,
);
export const STMB_WAGE_CONTINUES = convention<readonly Segment[]>(
  'R-4',
  'Who receives STMB?',
  'The employer of a PU if it kept paying the wage (taken as so unless said otherwise), else the participant.',
  ['PU'],
  'H',
);
export const PARTIAL_DISABILITY_CAP = convention(
  'R-5',
  'Is the sum of partial disabilities of one accident limited?',
  'At 70 %, so never above permanent total disability. See also Q-5.',
  '70',
  'L',
);
export const BPU_BAND_LOOKUP = convention<'BAND_BELOW' | 'BAND_ABOVE'>(
  'R-6',
  'Which band holds an income in a gap between the printed ranges (1,099,001 to 1,099,999)?',
  'The last band whose lower bound is not above the income.',
  'BAND_BELOW',
);
export const DAYS_LATE = convention<'CALENDAR_DAYS' | 'WORKING_DAYS'>(
  'R-7',
  'How are days late counted?',
  'Calendar days after the due working day.',
  'CALENDAR_DAYS',
  'L',
);
export const SAME_DAY_INCLUDED = convention(
  'R-8',
  'When does a term of years end?',
  'On the same calendar day n years later, that day included; 29 February ends on 28 February.',
  true,
);
export const SAME_ITEM_DEDUCTED = convention(
  'R-9',
  'A higher grade for an item already paid; death after a paid permanent total disability?',
  'The percentage already paid is deducted; death after a paid permanent total goes to a person (Q-5).',
  true,
  'L',
);

export const BPU_ARREARS = convention<CoverageStatus>(
  'Q-1',
  'Is a BPU covered in months 1 to 3 of arrears?',
  'Held as PENDING_ARREARS: paid only after the arrears are settled.',
  'PENDING_ARREARS',
);
export const JKM_LIMITED_FROM = convention(
  'Q-2',
  'How are the Rp10,000,000 of a BPU under three months booked, and since when?',
  'One component, for deaths from 2021-04-01.',
  localDate('2021-04-01'),
  'L',
);
export const STMB_DIVISOR = description(
  'Q-3',
  'Which daily divisor does BPJS use for STMB?',
  'Wage / 30, half up, as R-3.',
);
export const EXPIRY_TRANSITION_FROM = convention(
  'Q-4',
  'Which time limit holds for accidents whose two years still ran on 2019-12-02?',
  'Five years, for accidents from 2017-12-02.',
  localDate('2017-12-02'),
  'L',
);
export const DEATH_AFTER_TOTAL_PERMANENT = convention(
  'Q-5',
  'Death, or another permanent total disability, after one was paid?',
  'A person decides.',
  'MANUAL_REVIEW',
  'L',
);
export const JKK_DEATH_FLOOR_APPLIES = convention(
  'Q-6',
  'Does the JKK death benefit have a floor?',
  'Yes: the JKM lump sum of the same law.',
  true,
  'L',
);
export const JKM_SEVERAL_EMPLOYERS = description(
  'Q-7',
  'JKM with several employers (Permenaker 1/2025)?',
  'One JKM payment.',
);
export const JP_LIMITS_KNOWN = description(
  'Q-8',
  'Which floor and ceiling hold for JP in a given year?',
  'Only the values of 2015 are filled in (`JP_LIMITS`); a request may name the values of its year.',
);
export const NO_HEIR = convention(
  'Q-9',
  'No heir at all: social security fund or Balai Harta Peninggalan?',
  'A person decides.',
  'MANUAL_REVIEW',
);
export const SCHOLARSHIP_BACK_YEARS = description(
  'Q-10',
  'Scholarship: back years, replacement child, unborn child?',
  'Back years are payable when the child did study; no replacement and no unborn child.',
);
export const PP_49_2023_FROM = convention(
  'Q-11a',
  'From which day is PP 49/2023 in force?',
  'The first of its month, 2023-10-01.',
  localDate('2023-10-01'),
  'L',
);
export const PERMENAKER_1_2025_FROM = convention(
  'Q-11b',
  'From which day is Permenaker 1/2025 in force?',
  'The first of its month, 2025-02-01.',
  localDate('2025-02-01'),
  'L',
);
export const JKP_RUNNING_CLAIMS = description(
  'Q-11c',
  'Which law holds for JKP claims running on 2025-02-07?',
  'That of the day of termination.',
  'L',
);
export const LATE_PAYMENT_DAYS = description(
  'Q-12',
  '"1 % per day": calendar or working days?',
  'Calendar days, as R-7.',
);
export const PMI_BENEFITS = description(
  'Q-13',
  'Lump sums of migrant workers (Permenaker 4/2023)?',
  'Not known; the engine refuses to compute benefits of PMI instead of guessing.',
);
export const PLKK_REGISTRATION = description(
  'Q-14',
  'Registration at a PLKK?',
  'The same as through a partner.',
);

export const JKM_LIMITED_IS_WHOLE = convention(
  'E-1',
  'Does the BPU under three months also give scholarships?',
  'No: Rp10,000,000 "in total".',
  true,
  'L',
);
export const ARREARS_MONTHS_HELD = convention(
  'E-2',
  'How long do arrears last before coverage is inactive?',
  'Three calendar months, counted from the month in which the first unpaid contribution falls due; from the first day of the fourth, inactive.',
  3,
  'L',
);
export const FIRST_TWO_CHILDREN = description(
  'E-3',
  'More than two children are named. Which two?',
  'The first two, as registered by the member.',
  'H',
);
export const PERIOD_LAW = convention<'LAST_DAY' | 'FIRST_DAY'>(
  'E-4',
  'A law starts within a month. Which law governs the contribution of that month, and the fine on it?',
  'The law in force on the last day of the month.',
  'LAST_DAY',
);
export const DAYS_AFTER_WAIT = convention(
  'E-5',
  'On which day does a waiting period of one month end?',
  'On the same day of the next month; a claim is possible so many days after.',
  1,
);
export const SCHOOL_YEAR_BEGINS = convention(
  'E-6',
  'On which day does a school year begin, when the years still ahead of a child are counted?',
  'On 1 July (month and day).',
  '07-01',
);

export const PARTS_OF_ONE_ITEM = convention<Readonly<Record<string, number>>>(
  'E-7',
  'An item of the disability table may name any of several parts ("any one other finger", "one eye"). When is a later one the same (R-9)?',
  'Only what goes beyond the parts that a body has was paid before: three other fingers of a hand, two eyes where no side is stated.',
  {
    JARI_LAIN_TANGAN: 3,
    RUAS_PERTAMA_JARI_LAIN: 3,
    SEBELAH_KAKI_PANGKAL_PAHA: 2,
    SEBELAH_KAKI_MATA_KAKI: 2,
    SEBELAH_MATA: 2,
    PENDENGARAN_SEBELAH: 2,
    IBU_JARI_KAKI: 2,
    TELUNJUK_KAKI: 2,
    JARI_KAKI_LAIN: 6,
  },
);

export const CONVENTIONS: readonly Convention<unknown>[] = [
  ROUNDING,
  CONTRIBUTION_ROUNDING,
  STMB_DAYS_PER_MONTH,
  STMB_WAGE_CONTINUES,
  PARTIAL_DISABILITY_CAP,
  BPU_BAND_LOOKUP,
  DAYS_LATE,
  SAME_DAY_INCLUDED,
  SAME_ITEM_DEDUCTED,
  BPU_ARREARS,
  JKM_LIMITED_FROM,
  STMB_DIVISOR,
  EXPIRY_TRANSITION_FROM,
  DEATH_AFTER_TOTAL_PERMANENT,
  JKK_DEATH_FLOOR_APPLIES,
  JKM_SEVERAL_EMPLOYERS,
  JP_LIMITS_KNOWN,
  NO_HEIR,
  SCHOLARSHIP_BACK_YEARS,
  PP_49_2023_FROM,
  PERMENAKER_1_2025_FROM,
  JKP_RUNNING_CLAIMS,
  LATE_PAYMENT_DAYS,
  PMI_BENEFITS,
  PLKK_REGISTRATION,
  JKM_LIMITED_IS_WHOLE,
  ARREARS_MONTHS_HELD,
  FIRST_TWO_CHILDREN,
  PERIOD_LAW,
  DAYS_AFTER_WAIT,
  SCHOOL_YEAR_BEGINS,
  PARTS_OF_ONE_ITEM,
];
