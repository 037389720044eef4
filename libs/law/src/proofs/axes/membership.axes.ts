import { addYears, LARGEST_AMOUNT } from '#kernel';
import { BPU_AGE_LIMIT } from '../../coverage/coverage.rules.js';
import { mayRegisterAtAge } from '../../coverage/registration-age.js';
import { RELATIONS } from '../../heirs/heirs.js';
import { HEIR_ORDER } from '../../heirs/heirs.rules.js';
import { inForce, versionOn } from '../../kernel/rule.js';
import {
  MLT_DEVELOPER_SHARE,
  MLT_KINDS,
  MLT_LIMITS,
  MLT_MEMBERSHIP_MONTHS,
  MLT_TERM_YEARS,
} from '../../mlt/mlt.rules.js';
import { PMI_DISMISSAL } from '../../pmi/migrant-benefits.rules.js';
import { PMI_TARIFF } from '../../pmi/pmi.rules.js';
import { LATE_COMPENSATION, SERVICE_PROGRAMS } from '../../service/service.rules.js';
import { WAGE_CONVERSION, WORK_WEEKS } from '../../wage/wage.rules.js';
import { ask, askDecision, askFor, type Request } from '../ask.js';
import { axis, choice, type Divided, stepsTo } from '../regions.js';

const MOST_AGE = 130;
const MOST_MONTHS = 720;

const REGISTRATION: readonly Divided[] = [
  axis({
    rules: [BPU_AGE_LIMIT],
    what: { id: 'usia saat mendaftar sebagai BPU', en: 'age at registration as BPU' },
    least: 0,
    most: MOST_AGE,
    regions: (on) => {
      const limit = versionOn(BPU_AGE_LIMIT, on)?.value;
      if (!limit) return undefined;
      const { minimumAge = 0, belowAge = MOST_AGE + 1 } = limit;
      return [
        ...(minimumAge > 0 ? [{ from: 0, to: minimumAge - 1, says: 'refused' }] : []),
        { from: minimumAge, to: belowAge - 1, says: 'may register' },
        ...(belowAge <= MOST_AGE ? [{ from: belowAge, to: MOST_AGE, says: 'refused' }] : []),
      ];
    },
    answer: (age, on) => (mayRegisterAtAge('BPU', addYears(on, -age), on) ? 'may register' : 'refused'),
  }),
];

const askMean = (kind: string, months: number, eventDate: string) => {
  const monthlyWages = Array.from({ length: months }, () => 1_000_000);
  return askFor(
    'WAGE_MONTHLY',
    { calculator: 'WAGE_MONTH', kind, monthlyWages, eventDate },
    () => 'the mean',
  );
};

const meanOf = (kind: string, months: 'pieceMonths' | 'weatherMonths', what: Divided['what']): Divided =>
  axis({
    rules: [WAGE_CONVERSION],
    what,
    least: 1,
    most: 12,
    regions: (on) => {
      const asked = inForce(WAGE_CONVERSION, on).value[months];
      return [
        ...(asked > 1 ? [{ from: 1, to: asked - 1, says: 'OUT_OF_RANGE' }] : []),
        { from: asked, to: asked, says: 'the mean' },
        ...(asked < 12 ? [{ from: asked + 1, to: 12, says: 'OUT_OF_RANGE' }] : []),
      ];
    },
    answer: (given, on) => askMean(kind, given, on),
  });

const WAGES: readonly Divided[] = [
  choice({
    rules: [WAGE_CONVERSION],
    what: { id: 'hari kerja seminggu, upah harian', en: 'working days a week, daily wage' },
    members: WORK_WEEKS.map(String),
    entries: (on) =>
      Object.entries(inForce(WAGE_CONVERSION, on).value.daysInMonth).map(
        ([week, days]) => [week, `${days} days`] as const,
      ),
    answer: (week, on) =>
      askFor(
        'WAGE_MONTHLY',
        {
          calculator: 'WAGE_MONTH',
          kind: 'DAILY',
          dailyWage: 1_000,
          workDaysPerWeek: Number(week),
          eventDate: on,
        },
        ({ amountIdr }) => `${amountIdr / 1_000} days`,
      ),
  }),
  meanOf('PIECE', 'pieceMonths', { id: 'bulan upah borongan', en: 'months of piece-rate wages' }),
  meanOf('WEATHER', 'weatherMonths', {
    id: 'bulan upah tergantung cuaca',
    en: 'months of weather-dependent wages',
  }),
];

const MOST_CONTRACT = 120;

const MIGRANTS: readonly Divided[] = [
  axis({
    rules: [PMI_TARIFF],
    what: { id: 'bulan kontrak PMI', en: 'contract months of a migrant worker' },
    least: 1,
    most: MOST_CONTRACT,
    regions: (on) => {
      const offered = inForce(PMI_TARIFF, on).value.duringAfter;
      return Array.from({ length: MOST_CONTRACT }, (_, index) => index + 1).map((months) => ({
        from: months,
        to: months,
        says: Object.hasOwn(offered, months) ? String(offered[months]) : 'MONTHS_NOT_OFFERED',
      }));
    },
    answer: (contractMonths, on) =>
      askFor(
        'CONTRIB_PMI_DURING_AFTER',
        { calculator: 'CONTRIB_PMI', route: 'INDEPENDENT', contractMonths, registeredOn: on },
        ({ amountIdr }) => amountIdr,
      ),
  }),
  axis({
    rules: [PMI_TARIFF],
    what: { id: 'JHT sukarela PMI, Rp sebulan', en: 'voluntary JHT of a migrant worker, Rp a month' },
    least: 0,
    most: LARGEST_AMOUNT,
    regions: (on) => {
      const { jhtLeast, jhtMost } = inForce(PMI_TARIFF, on).value;
      return stepsTo(LARGEST_AMOUNT, [0, 'OUT_OF_RANGE'], [jhtLeast, 'taken'], [jhtMost + 1, 'OUT_OF_RANGE']);
    },
    answer: (jhtMonthly, on) =>
      askFor(
        'CONTRIB_JHT',
        { calculator: 'CONTRIB_PMI', route: 'INDEPENDENT', contractMonths: 12, registeredOn: on, jhtMonthly },
        () => 'taken',
      ),
  }),
];

const AIDS: readonly Divided[] = [
  axis({
    rules: [PMI_DISMISSAL],
    what: { id: 'bulan bekerja di luar negeri', en: 'months worked abroad' },
    least: 0,
    most: MOST_MONTHS,
    regions: (on) => {
      const aid = versionOn(PMI_DISMISSAL, on)?.value;
      if (!aid) return undefined;
      return stepsTo(
        MOST_MONTHS,
        [0, 'REJECTED_MONTHS_WORKED'],
        ...aid.bands.map(({ months, amount }) => [months, String(amount)] as const),
        [aid.unknownFrom, 'PMI_AMOUNT_UNKNOWN'],
      );
    },
    answer: (monthsWorked, on) => {
      const answer = ask({
        calculator: 'PMI_AID',
        kind: 'DISMISSAL_AFTER_ACCIDENT',
        eventDate: on,
        monthsWorked,
      });
      if (typeof answer === 'string') return answer;
      return answer.decision ?? String(answer.totalIdr);
    },
  }),
];

const BUDGET = 1_000_000;
const loan = (facts: Request) => ({
  calculator: 'MLT',
  kind: 'KPR',
  membershipMonths: MOST_MONTHS,
  projectBudget: BUDGET,
  ...facts,
});

const LOANS: readonly Divided[] = [
  choice({
    rules: [...Object.values(MLT_LIMITS), MLT_DEVELOPER_SHARE],
    what: { id: 'jenis MLT', en: 'kind of loan' },
    members: MLT_KINDS,
    entries: (on) => [
      ...Object.entries(MLT_LIMITS).map(([kind, rule]) => [kind, String(inForce(rule, on).value)] as const),
      ['DEVELOPER', String((BUDGET * Number(inForce(MLT_DEVELOPER_SHARE, on).value)) / 100)] as const,
    ],
    answer: (kind, on) => {
      const answer = ask(loan({ kind, applicationDate: on }));
      return typeof answer === 'string' ? answer : JSON.stringify(answer.memo?.loanLimitIdr);
    },
  }),
  axis({
    rules: [MLT_MEMBERSHIP_MONTHS],
    what: { id: 'bulan kepesertaan untuk MLT', en: 'months of membership for a loan' },
    least: 0,
    most: MOST_MONTHS,
    regions: (on) =>
      stepsTo(
        MOST_MONTHS,
        [0, 'REJECTED_MEMBERSHIP'],
        [inForce(MLT_MEMBERSHIP_MONTHS, on).value, 'ELIGIBLE_FOR_LOAN'],
      ),
    answer: (membershipMonths, on) => askDecision(loan({ membershipMonths, applicationDate: on })),
  }),
  axis({
    rules: [MLT_TERM_YEARS],
    what: { id: 'jangka waktu KPR, tahun', en: 'term of a mortgage, years' },
    least: 0,
    most: 100,
    regions: (on) =>
      stepsTo(100, [0, 'ELIGIBLE_FOR_LOAN'], [inForce(MLT_TERM_YEARS, on).value + 1, 'REJECTED_TERM']),
    answer: (termYears, on) => askDecision(loan({ termYears, applicationDate: on })),
  }),
];

const PAYING_OUT: readonly Divided[] = [
  choice({
    rules: [HEIR_ORDER],
    what: { id: 'ahli waris', en: 'heir' },
    members: RELATIONS,
    entries: (on) =>
      inForce(HEIR_ORDER, on).value.flatMap(({ order, relations }) =>
        relations.map((relation) => [relation, `HEIR_CLASS_${order}`] as const),
      ),
    answer: (relation, on) =>
      askDecision({ calculator: 'HEIRS', deathDate: on, survivors: [relation], notarialWill: true }),
  }),
  choice({
    rules: Object.values(LATE_COMPENSATION),
    what: { id: 'program yang terlambat dibayar', en: 'programme that was paid late' },
    members: SERVICE_PROGRAMS,
    entries: (on) => [
      ...Object.entries(LATE_COMPENSATION).map(
        ([program, rule]) => [program, `${inForce(rule, on).value}%`] as const,
      ),
      ...SERVICE_PROGRAMS.filter((program) => !Object.hasOwn(LATE_COMPENSATION, program)).map(
        (program) => [program, 'NO_COMPENSATION'] as const,
      ),
    ],
    answer: (program, on) =>
      askFor(
        'LATE_COMPENSATION',
        { calculator: 'LATE_PAYMENT', benefitDue: 10_000, daysLate: 1, program, completeOn: on },
        ({ amountIdr }) => `${amountIdr / 100}%`,
      ),
  }),
];

export const MEMBERSHIP_AXES: readonly Divided[] = [
  ...REGISTRATION,
  ...WAGES,
  ...MIGRANTS,
  ...AIDS,
  ...LOANS,
  ...PAYING_OUT,
];
