import { LARGEST_AMOUNT, type LocalDate } from '#kernel';
import {
  JP_ACCRUAL,
  JP_DISABILITY_CONDITION,
  JP_FULL_MONTHS,
  JP_KINDS,
  JP_LIMITS,
  JP_SHARES,
  JP_SURVIVOR_CONDITION,
  type JpDensity,
} from '../../jp/jp.rules.js';
import { inForce, type Rule } from '../../kernel/rule.js';
import { ask, askFor, totalOf } from '../ask.js';
import { axis, choice, stepsTo, type Divided } from '../regions.js';

const MOST_MONTHS = 720;
const WAGE = 1_000_000;
/** With so many months the formula of one percent a year is a fifth of the wage. */
const TWENTY_YEARS = 240;

const JP: readonly Divided[] = [
  axis({
    rules: [JP_FULL_MONTHS],
    what: { id: 'bulan iuran pensiun hari tua', en: 'contribution months of an old-age pension' },
    least: 0,
    most: MOST_MONTHS,
    regions: (on) =>
      stepsTo(MOST_MONTHS, [0, 'JP_LUMP_SUM'], [inForce(JP_FULL_MONTHS, on).value, 'JP_MONTHLY']),
    answer: (contributionMonths, on) => {
      const answer = ask({
        calculator: 'JP_MONTHLY',
        kind: 'OLD_AGE',
        claimDate: on,
        contributionMonths,
        weightedAvgMonthlyWage: WAGE,
        contributionsPaid: WAGE,
      });
      return typeof answer === 'string' ? answer : answer.components[0]!.code;
    },
  }),
  axis({
    rules: [JP_LIMITS, JP_ACCRUAL],
    what: { id: 'rata-rata upah, masa iur 20 tahun', en: 'mean wage, with 20 years of contributions' },
    least: 1,
    most: LARGEST_AMOUNT,
    regions: (on) => {
      const { floor, ceiling } = inForce(JP_LIMITS, on).value;
      const share = Number(inForce(JP_ACCRUAL, on).value) * (TWENTY_YEARS / 12);
      const wageFor = (pension: number) => (pension * 100) / share;
      return stepsTo(
        LARGEST_AMOUNT,
        [1, 'the floor'],
        [Math.ceil(wageFor(floor)), 'the formula'],
        [Math.floor(wageFor(ceiling)) + 1, 'the ceiling'],
      );
    },
    answer: (weightedAvgMonthlyWage, on) =>
      askFor(
        'JP_MONTHLY',
        {
          calculator: 'JP_MONTHLY',
          kind: 'OLD_AGE',
          claimDate: on,
          contributionMonths: TWENTY_YEARS,
          weightedAvgMonthlyWage,
        },
        ({ arithmetic }) =>
          arithmetic.includes('→ min')
            ? 'the floor'
            : arithmetic.includes('→ max')
              ? 'the ceiling'
              : 'the formula',
      ),
  }),
  choice({
    rules: [JP_SHARES],
    what: { id: 'penerima pensiun', en: 'who draws the pension' },
    members: JP_KINDS,
    entries: (on) =>
      Object.entries(inForce(JP_SHARES, on).value).map(([kind, share]) => [kind, `${share}%`] as const),
    answer: (kind, on) => {
      const pension = totalOf({
        calculator: 'JP_MONTHLY',
        kind,
        claimDate: on,
        contributionMonths: TWENTY_YEARS,
        weightedAvgMonthlyWage: WAGE * 5,
        floor: 0,
        ceiling: LARGEST_AMOUNT,
      });
      const formula = (WAGE * 5 * Number(inForce(JP_ACCRUAL, on).value) * (TWENTY_YEARS / 12)) / 100;
      return `${(pension * 100) / formula}%`;
    },
  }),
];

/** Below fifteen years a survivor or an invalid draws a pension after so many months, so many percent of them paid. */
const density = (kind: 'CHILD' | 'DISABILITY', rule: Rule<JpDensity>): readonly Divided[] => {
  const askPension = (on: LocalDate, months: number, paymentDensityPct: number) => {
    const answer = ask({
      calculator: 'JP_MONTHLY',
      kind,
      claimDate: on,
      contributionMonths: months,
      membershipMonths: months,
      paymentDensityPct,
      weightedAvgMonthlyWage: WAGE,
      contributionsPaid: WAGE,
    });
    return typeof answer === 'string' ? answer : answer.components[0]!.code;
  };
  return [
    axis({
      rules: [rule],
      what: { id: `bulan kepesertaan, ${kind}`, en: `months of membership, ${kind}` },
      least: 0,
      most: MOST_MONTHS,
      regions: (on) =>
        stepsTo(MOST_MONTHS, [0, 'JP_LUMP_SUM'], [inForce(rule, on).value.memberMonths, 'JP_MONTHLY']),
      answer: (months, on) => askPension(on, months, 100),
    }),
    axis({
      rules: [rule],
      what: { id: `bulan terbayar, % × 1/100, ${kind}`, en: `paid months, % × 1/100, ${kind}` },
      least: 0,
      most: 10_000,
      regions: (on) =>
        stepsTo(10_000, [0, 'JP_LUMP_SUM'], [inForce(rule, on).value.densityPct * 100, 'JP_MONTHLY']),
      answer: (hundredths, on) => askPension(on, 60, hundredths / 100),
    }),
  ];
};

export const JP_AXES: readonly Divided[] = [
  ...JP,
  ...density('CHILD', JP_SURVIVOR_CONDITION),
  ...density('DISABILITY', JP_DISABILITY_CONDITION),
];
