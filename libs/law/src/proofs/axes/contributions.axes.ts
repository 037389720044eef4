import { LARGEST_AMOUNT, LARGEST_SUM, periodOf } from '#kernel';
import {
  BPU_MONTHS_AT_ONCE,
  JKK_RISK_RATES,
  JP_WAGE_CAP,
  RISK_CLASSES,
} from '../../contributions/contribution.rules.js';
import {
  PP_49_2020_RELIEF,
  PP_50_2025_RELIEF,
  PP_7_2025_RELIEF,
  type Relief,
} from '../../contributions/relief.rules.js';
import { JAKON_BANDS } from '../../contributions/jakon.rules.js';
import { EMPLOYER_PROGRAMMES, EMPLOYER_SIZES } from '../../employer/employer.rules.js';
import { inForce, type Rule, versionOn } from '../../kernel/rule.js';
import { BPU_BAND_RULE } from '../../wage/bpu-bands.rules.js';
import { amountFor, ask, askFor, type Request } from '../ask.js';
import { axis, choice, type Choice, type Divided, stepsTo } from '../regions.js';

/** Below this wage a contribution of one percent is no whole rupiah, and nothing is listed. */
const SMALLEST_BILLED = 50;

/** A month in which no relief holds. */
const FULL_MONTH = '2018-06';

const relief = (rule: Rule<Relief>, who: string, request: Request, billed: readonly string[]): Choice =>
  choice({
    rules: [rule],
    what: {
      id: `program yang diringankan, ${who}`,
      en: `programme that is relieved, ${who}`,
    },
    members: billed,
    entries: (on) => {
      const version = versionOn(rule, on);
      return version && billed.map((program) => [program, dueOf(version.value, program)] as const);
    },
    answer: (program, on) => {
      const code =
        program === 'JHT' && request.calculator === 'CONTRIB_PU'
          ? 'CONTRIB_JHT_WORKER'
          : `CONTRIB_${program}`;
      const of = (period: string) => amountFor(code, { ...request, period, programs: [program] });
      return `${(of(periodOf(on)) * 100) / of(FULL_MONTH)}%`;
    },
  });

const dueOf = ({ due, programs }: Relief, program: string) =>
  programs.some((relieved) => relieved === program) ? `${due}%` : '100%';

const PU: Request = { calculator: 'CONTRIB_PU', monthlyWage: 10_000_000, riskClass: 1 };
const BPU: Request = { calculator: 'CONTRIB_BPU', declaredIncome: 5_000_000 };

const bpuRelief = (rule: Rule<Relief>, sector: 'TRANSPORT' | 'OTHER') =>
  relief(rule, `BPU ${sector}`, { ...BPU, sector }, ['JKK', 'JKM', 'JHT']);

export const CONTRIBUTION_AXES: readonly Divided[] = [
  axis({
    rules: [BPU_BAND_RULE],
    what: { id: 'penghasilan BPU, Rp sebulan', en: 'income of a BPU, Rp a month' },
    least: 0,
    most: LARGEST_AMOUNT,
    regions: (on) =>
      stepsTo(
        LARGEST_AMOUNT,
        ...inForce(BPU_BAND_RULE, on).value.map(({ from, base }) => [from, String(base)] as const),
      ),
    answer: (declaredIncome, on) =>
      askFor(
        'CONTRIB_JHT',
        { calculator: 'CONTRIB_BPU', declaredIncome, period: periodOf(on), programs: ['JHT'] },
        ({ inputs }) => Number(inputs.base),
      ),
  }),
  axis({
    rules: [BPU_MONTHS_AT_ONCE],
    what: { id: 'bulan yang dibayar sekaligus oleh BPU', en: 'months a BPU pays at once' },
    least: 1,
    most: 12,
    regions: (on) => {
      const offered = inForce(BPU_MONTHS_AT_ONCE, on).value;
      return Array.from({ length: 12 }, (_, index) => index + 1).map((months) => ({
        from: months,
        to: months,
        says: offered.includes(months) ? 'offered' : 'MONTHS_NOT_OFFERED',
      }));
    },
    answer: (months, on) => askFor('CONTRIB_JKK', { ...BPU, period: periodOf(on), months }, () => 'offered'),
  }),
  axis({
    rules: [JP_WAGE_CAP],
    what: { id: 'upah untuk iuran JP, Rp sebulan', en: 'wage for JP contributions, Rp a month' },
    least: SMALLEST_BILLED,
    most: LARGEST_AMOUNT,
    regions: (on) => {
      const cap = inForce(JP_WAGE_CAP, on).value;
      return stepsTo(LARGEST_AMOUNT, [SMALLEST_BILLED, 'the wage'], [cap + 1, `the cap of ${cap}`]);
    },
    answer: (monthlyWage, on) =>
      askFor(
        'CONTRIB_JP_WORKER',
        { ...PU, monthlyWage, period: periodOf(on), programs: ['JP'] },
        ({ inputs: { base } }) => (base === monthlyWage ? 'the wage' : `the cap of ${Number(base)}`),
      ),
  }),
  axis({
    rules: [JAKON_BANDS],
    what: { id: 'nilai kontrak tanpa PPN, Rp', en: 'contract value without VAT, Rp' },
    least: 10_000,
    most: LARGEST_SUM,
    regions: (on) => {
      const bands = inForce(JAKON_BANDS, on).value;
      const lowest = (index: number) => (index === 0 ? 10_000 : bands[index - 1]!.to! + 1);
      return stepsTo(
        LARGEST_SUM,
        ...bands.map(({ jkk, jkm }, index) => [lowest(index), `${jkk}% and ${jkm}%`] as const),
      );
    },
    answer: (contractValueExVat, on) => {
      const of = (code: string) =>
        askFor(
          code,
          { calculator: 'CONTRIB_JAKON', contractValueExVat, contractDate: on },
          ({ arithmetic }) => [...arithmetic.matchAll(/[\d.]+%/g)].at(-1)![0],
        );
      return `${of('CONTRIB_JKK')} and ${of('CONTRIB_JKM')}`;
    },
  }),
  choice({
    rules: RISK_CLASSES.map((riskClass) => JKK_RISK_RATES[riskClass]),
    what: { id: 'kelas risiko', en: 'risk class' },
    members: RISK_CLASSES.map(String),
    entries: (on) =>
      Object.entries(JKK_RISK_RATES).map(
        ([riskClass, rule]) => [riskClass, `${inForce(rule, on).value}%`] as const,
      ),
    answer: (riskClass, on) =>
      askFor(
        'CONTRIB_JKK',
        { ...PU, riskClass: Number(riskClass), period: periodOf(on), programs: ['JKK'] },
        ({ arithmetic }) => /^[\d.]+%/.exec(arithmetic)![0],
      ),
  }),
  choice({
    rules: [EMPLOYER_PROGRAMMES],
    what: { id: 'skala usaha', en: 'size of the employer' },
    members: EMPLOYER_SIZES,
    entries: (on) =>
      Object.entries(inForce(EMPLOYER_PROGRAMMES, on).value).map(
        ([size, programmes]) => [size, programmes.join(', ')] as const,
      ),
    answer: (employerSize, on) => {
      const answer = ask({ ...PU, employerSize, period: periodOf(on), programs: [] });
      if (typeof answer === 'string') return answer;
      const programmes = answer.owedByEmployer!.map(({ code }) => code.split('_')[1]!);
      return [...new Set(programmes)].join(', ');
    },
  }),
  relief(PP_49_2020_RELIEF, 'PU', PU, ['JKK', 'JKM', 'JHT']),
  bpuRelief(PP_49_2020_RELIEF, 'OTHER'),
  relief(PP_7_2025_RELIEF, 'PU', { ...PU, labourIntensiveRelief: true }, ['JKK', 'JKM', 'JHT']),
  bpuRelief(PP_50_2025_RELIEF.TRANSPORT, 'TRANSPORT'),
  bpuRelief(PP_50_2025_RELIEF.OTHER, 'OTHER'),
];
