import fc from 'fast-check';
import { addDays, daysBetween, localDate } from '#kernel';
import { DISABILITY_ROWS } from '../jkk/disability.rules.js';
import type { Injury } from '../jkk/injury.js';
import { TRANSPORT_MODES } from '../jkk/jkk.rules.js';
import { contradictionAmong } from '../jkk/one-body.js';
import { LEVELS } from '../scholarship/scholarship.rules.js';

export const day = (from: string, to: string) =>
  fc
    .nat({ max: daysBetween(localDate(from), localDate(to)) })
    .map((days): string => addDays(localDate(from), days));
const eventDay = day('2015-07-01', '2030-12-31');
export const wage = fc.integer({ min: 1, max: 1_000_000_000 });
const segment = fc.constantFrom('PU', 'BPU', 'JAKON');
export const money = fc.integer({ min: 0, max: 1_000_000_000 });

const parts = DISABILITY_ROWS.filter(({ other }) => !other).map(({ id }) => id);
const counted = DISABILITY_ROWS.filter(({ versions }) => versions[0]!.value.kind === 'PER_UNIT');
const side = fc.constantFrom('RIGHT', 'LEFT');
const injury = fc.oneof(
  fc.record({
    item: fc.constantFrom(...parts),
    side,
    functionLossPct: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
    kind: fc.constant('FUNCTIONAL'),
  }),
  fc.record({
    item: fc.constantFrom(...parts),
    side,
    kind: fc.constant('ANATOMIC'),
    alreadyPaidPct: fc.constantFrom(0, 1.5, 4),
  }),
  fc.record({ item: fc.constantFrom(...counted.map(({ id }) => id)), units: fc.constantFrom(1, 2) }),
);
const injuries = fc
  .array(injury, { minLength: 1, maxLength: 6 })
  .filter((all) => contradictionAmong(all as readonly Injury[]) === undefined);
const child = fc.record({
  remainingYears: fc.record(
    Object.fromEntries(LEVELS.map((level) => [level, fc.integer({ min: 0, max: 8 })])),
  ),
});
export const children = fc.array(child, { maxLength: 4 });

export const wageBased = fc.record({
  segment,
  accidentDate: eventDay,
  monthlyWage: wage,
  injuries,
  incapacityMonths: fc.integer({ min: 0, max: 40 }),
  incapacityDays: fc.integer({ min: 0, max: 100 }),
  eligibleChildren: children,
});
export const WAGE_BASED = [
  'JKK_CASE',
  'JKK_PARTIAL',
  'JKK_STMB',
  'JKK_DEATH',
  'JKK_TOTAL_PERMANENT',
] as const;

/** Any request that can be answered, of every kind that pays or bills money. */
export const anyRequest = fc.oneof(
  wageBased.chain((facts) => fc.constantFrom(...WAGE_BASED).map((calculator) => ({ ...facts, calculator }))),
  fc.record({
    calculator: fc.constant('JKM'),
    segment,
    deathDate: eventDay,
    consecutivePaidMonths: fc.integer({ min: 0, max: 40 }),
    totalPaidMonths: fc.integer({ min: 40, max: 100 }),
    eligibleChildren: children,
  }),
  fc.record({
    calculator: fc.constant('JKK_TRANSPORT'),
    accidentDate: eventDay,
    receipts: fc.record(Object.fromEntries(TRANSPORT_MODES.map((mode) => [mode, money]))),
  }),
  fc.record({
    calculator: fc.constant('JKK_REHAB'),
    accidentDate: eventDay,
    invoices: fc.record({
      DENTURE: money,
      GLASSES: money,
      HOME_CARE: money,
      PROSTHESIS_REFERENCE_PRICE: money,
    }),
  }),
  fc.record({
    calculator: fc.constant('CONTRIB_BPU'),
    declaredIncome: money,
    period: eventDay.map((date) => date.slice(0, 7)),
    months: fc.constantFrom(1, 2, 3, 6, 12),
    sector: fc.constantFrom('TRANSPORT', 'OTHER'),
    governmentPaid: fc.boolean(),
    programs: fc.constant(['JKK', 'JKM', 'JHT']),
  }),
  fc.record({
    calculator: fc.constant('CONTRIB_PU'),
    monthlyWage: wage,
    riskClass: fc.constantFrom(1, 2, 3, 4, 5),
    period: eventDay.map((date) => date.slice(0, 7)),
    programs: fc.constant(['JKK', 'JKM', 'JHT', 'JP']),
    labourIntensiveRelief: fc.boolean(),
  }),
  fc.record({
    calculator: fc.constant('CONTRIB_NON_ASN'),
    monthlyWage: wage,
    riskClass: fc.constantFrom(1, 2),
    period: eventDay.map((date) => date.slice(0, 7)),
    programs: fc.constantFrom(['JKK', 'JKM'], ['JKK', 'JKM', 'JHT']),
  }),
  fc.record({
    calculator: fc.constant('CONTRIB_JAKON'),
    contractValueInclVat: fc.integer({ min: 0, max: 1e15 }),
  }),
  fc.record({ calculator: fc.constant('JKP'), terminationDate: eventDay, lastReportedWage: wage }),
  fc.record({
    calculator: fc.constant('JP_MONTHLY'),
    kind: fc.constantFrom('OLD_AGE', 'WIDOW', 'CHILD', 'PARENT', 'DISABILITY'),
    contributionMonths: fc.integer({ min: 0, max: 600 }),
    membershipMonths: fc.constant(600),
    weightedAvgMonthlyWage: money,
    contributionsPaid: money,
  }),
  fc.record({
    calculator: fc.constant('LATE_FINE'),
    contributionDue: money,
    monthsLate: fc.integer({ min: 0, max: 720 }),
    period: eventDay.map((date) => date.slice(0, 7)),
  }),
  fc.record({
    calculator: fc.constant('LATE_PAYMENT'),
    benefitDue: money,
    daysLate: fc.integer({ min: 0, max: 3_660 }),
    program: fc.constantFrom('JKK', 'JKM'),
  }),
  fc.record({
    calculator: fc.constant('JHT_PARTIAL'),
    contributionsPaid: money,
    developmentCredited: money,
    membershipMonths: fc.constant(120),
    purpose: fc.constantFrom('HOUSE', 'RETIREMENT_PREPARATION'),
  }),
  fc.record({
    calculator: fc.constant('WAGE_MONTH'),
    kind: fc.constant('PIECE'),
    monthlyWages: fc.array(money, { minLength: 3, maxLength: 3 }),
  }),
  fc.record({
    calculator: fc.constant('JKP'),
    terminationDate: eventDay.filter((date) => date >= '2021-02-02'),
    lastReportedWage: wage,
    months: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    calculator: fc.constant('JHT_FULL'),
    reason: fc.constant('RETIREMENT_AGE'),
    ageAtClaim: fc.constant(60),
    balance: money,
  }),
  fc.record({
    calculator: fc.constant('JP_INDEXATION'),
    startedOn: day('2016-01-01', '2020-01-01'),
    indexedOn: day('2020-01-01', '2030-01-01'),
    previousPension: fc.integer({ min: 300_000, max: 5_000_000 }),
    inflationPct: fc.integer({ min: 0, max: 2_000 }).map((hundredths) => hundredths / 100),
  }),
  fc.record({ calculator: fc.constant('JP_LUMP_SUM'), contributionsPaid: money, developmentCredited: money }),
  fc.record({
    calculator: fc.constant('CONTRIB_PMI'),
    route: fc.constantFrom('PLACEMENT_AGENCY', 'INDEPENDENT'),
    contractMonths: fc.constantFrom(6, 12, 24),
    extraMonths: fc.integer({ min: 0, max: 12 }),
    jhtMonthly: fc.integer({ min: 50_000, max: 600_000 }),
  }),
  fc.record({
    calculator: fc.constant('CONTRIB_JAKON'),
    contractValueExVat: fc.integer({ min: 0, max: 1e13 }),
    contractDate: eventDay,
  }),
  fc.record({
    calculator: fc.constant('LATE_PAYMENT'),
    benefitDue: money,
    program: fc.constantFrom('JKK', 'JKM'),
    completeOn: day('2016-01-01', '2026-12-31'),
    paidOn: day('2027-01-01', '2027-12-31'),
  }),
  fc.record({
    calculator: fc.constant('SUSPECTED_CASE'),
    accidentDate: day('2024-01-01', '2024-12-31'),
    stageIReceived: fc.constant('2025-01-02'),
    concludedOn: fc.constant('2025-01-20'),
    conclusion: fc.constant('WORK_ACCIDENT'),
    medicalCost: money,
    plkk: fc.boolean(),
  }),
  fc.record({
    calculator: fc.constant('WAGE_MONTH'),
    kind: fc.constant('DAILY'),
    dailyWage: money,
    workDaysPerWeek: fc.constantFrom(5, 6),
  }),
  fc.record({
    calculator: fc.constant('PMI_AID'),
    kind: fc.constantFrom('FAILED_DEPARTURE', 'LOSS_ON_WAY_HOME', 'RAPE', 'DISMISSAL_AFTER_ACCIDENT'),
    eventDate: day('2023-02-22', '2030-12-31'),
    loss: money,
    monthsWorked: fc.integer({ min: 0, max: 17 }),
  }),
  fc.record({
    calculator: fc.constantFrom('JKK_DEATH', 'JKK_TOTAL_PERMANENT', 'JKK_PARTIAL', 'JKK_CASE'),
    segment: fc.constant('PMI'),
    pmiPhase: fc.constant('DURING'),
    accidentDate: day('2023-02-22', '2030-12-31'),
    injuries,
    medicalReceipts: money,
    eligibleChildren: children,
  }),
  fc.record({
    calculator: fc.constant('SCHOLARSHIP_PROJECTION'),
    eventDate: eventDay,
    eligibleChildren: children,
  }),
);
