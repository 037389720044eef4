import { addDays, addYears, daysBetween, LARGEST_AMOUNT, type Rupiah } from '#kernel';
import {
  JKK_DEATH,
  JKK_DEATH_FLOOR,
  JKK_EXPIRY,
  JKK_REHAB,
  JKK_STMB,
  JKK_SUSPECTED_DAYS,
  JKK_TRANSPORT,
  REHAB_ITEMS,
  TRANSPORT_MODES,
} from '../../jkk/jkk.rules.js';
import { LATE_REPORT_EFFECT, REPORT_HOURS } from '../../jkk/report.rules.js';
import { inForce, type Rule, versionOn } from '../../kernel/rule.js';
import { amountFor, ask, askDecision, askFor } from '../ask.js';
import { axis, type Axis, type Divided, stepsTo } from '../regions.js';
import { DISABILITY_AXES } from './disability.axes.js';

/** A wage of which a day and a percent are whole rupiah. */
const WAGE = 3_000_000;

const DAYS_IN_MONTH = 30;

/** Where each stretch of incapacity begins, in months already passed. */
function stmbSteps(unit: number, bands: readonly { readonly months?: number; readonly share: string }[]) {
  return bands.map(({ share }, index) => {
    const passed = bands.slice(0, index).reduce((months, band) => months + band.months!, 0);
    return [passed * unit + 1, `${share}%`] as const;
  });
}

/** The share of the wage that the last month or day of an incapacity adds. */
const stmbAxis = (field: 'incapacityMonths' | 'incapacityDays', unit: number, most: number): Axis =>
  axis({
    rules: [JKK_STMB],
    what:
      unit === 1
        ? { id: 'bulan tidak mampu bekerja', en: 'month of incapacity' }
        : { id: 'hari tidak mampu bekerja', en: 'day of incapacity' },
    least: 1,
    most,
    regions: (on) => stepsTo(most, ...stmbSteps(unit, inForce(JKK_STMB, on).value)),
    answer: (length, on) => {
      const paid = (so: number) =>
        amountFor('JKK_STMB', { calculator: 'JKK_STMB', accidentDate: on, monthlyWage: WAGE, [field]: so });
      return `${((paid(length) - paid(length - 1)) * 100 * unit) / WAGE}%`;
    },
  });

/** A ceiling on receipts: as much as they say, then the ceiling; refused while the benefit does not exist. */
const ceiling = (rule: Rule<Rupiah>, calculator: string, field: string, kind: string): Axis =>
  axis({
    rules: [rule],
    what: { id: `${rule.title.id}: kuitansi, Rp`, en: `${rule.title.en}: receipt, Rp` },
    least: 1,
    most: LARGEST_AMOUNT,
    regions: (on) => {
      const most = versionOn(rule, on)?.value;
      if (most === undefined) return undefined;
      return stepsTo(LARGEST_AMOUNT, [1, 'the receipt'], [most + 1, `the ceiling of ${most}`]);
    },
    answer: (amount, on) =>
      askFor(rule.id, { calculator, accidentDate: on, [field]: { [kind]: amount } }, ({ amountIdr }) =>
        amountIdr === amount ? 'the receipt' : `the ceiling of ${amountIdr}`,
      ),
  });

const MOST_MINUTES = 10 * 24 * 60;
const DAYS_ASKED = 4_000;

export const JKK_AXES: readonly Divided[] = [
  stmbAxis('incapacityMonths', 1, 720),
  stmbAxis('incapacityDays', DAYS_IN_MONTH, 36_500),
  ...TRANSPORT_MODES.map((mode) => ceiling(JKK_TRANSPORT[mode], 'JKK_TRANSPORT', 'receipts', mode)),
  ...REHAB_ITEMS.map((item) => ceiling(JKK_REHAB[item], 'JKK_REHAB', 'invoices', item)),
  axis({
    rules: [JKK_DEATH, JKK_DEATH_FLOOR],
    what: {
      id: 'upah pada santunan kematian JKK, Rp sebulan',
      en: 'wage of a JKK death benefit, Rp a month',
    },
    least: 1,
    most: LARGEST_AMOUNT,
    regions: (on) => {
      const { share, months } = inForce(JKK_DEATH, on).value;
      const enough = Math.ceil((inForce(JKK_DEATH_FLOOR, on).value * 100) / (Number(share) * months));
      return stepsTo(LARGEST_AMOUNT, [1, 'the floor'], [enough, 'the formula']);
    },
    answer: (monthlyWage, on) =>
      askFor('JKK_DEATH', { calculator: 'JKK_DEATH', accidentDate: on, monthlyWage }, ({ arithmetic }) =>
        arithmetic.includes('→ min') ? 'the floor' : 'the formula',
      ),
  }),
  axis({
    rules: [JKK_EXPIRY],
    what: { id: 'hari sesudah kecelakaan', en: 'days after the accident' },
    least: 0,
    most: DAYS_ASKED,
    regions: (on) => {
      const inTime = daysBetween(on, addYears(on, inForce(JKK_EXPIRY, on).value));
      return stepsTo(DAYS_ASKED, [0, 'in time'], [inTime + 1, 'expired']);
    },
    answer: (days, on) => {
      const decision = askDecision({ calculator: 'EXPIRY', accidentDate: on, claimDate: addDays(on, days) });
      return decision.includes('EXPIRED') && !decision.includes('NOT_EXPIRED') ? 'expired' : 'in time';
    },
  }),
  axis({
    rules: [REPORT_HOURS, LATE_REPORT_EFFECT],
    what: { id: 'menit sampai laporan tahap I', en: 'minutes to the stage I report' },
    least: 0,
    most: MOST_MINUTES,
    regions: (on) => {
      const late = versionOn(LATE_REPORT_EFFECT, on) ? 'EMPLOYER_PAYS_FIRST' : 'LATE_WITHOUT_EFFECT';
      return stepsTo(MOST_MINUTES, [0, 'ON_TIME'], [inForce(REPORT_HOURS, on).value * 60 + 1, late]);
    },
    answer: (minutes, on) =>
      askDecision({
        calculator: 'STAGE_I_REPORT',
        segment: 'PU',
        accidentDate: on,
        reportedDate: addDays(on, Math.floor(minutes / 1_440)),
        reportedTime: clock(minutes % 1_440),
      }),
  }),
  axis({
    rules: [JKK_SUSPECTED_DAYS],
    what: { id: 'hari sampai kesimpulan dugaan', en: 'days to the conclusion of a suspected case' },
    least: 0,
    most: 365,
    regions: (on) => {
      const allowed = inForce(JKK_SUSPECTED_DAYS, on).value;
      return stepsTo(365, [0, 'in time'], [allowed + 1, 'late']);
    },
    answer: (days, on) => {
      const answer = ask({
        calculator: 'SUSPECTED_CASE',
        accidentDate: on,
        stageIReceived: on,
        concludedOn: addDays(on, days),
        conclusion: 'WORK_ACCIDENT',
        medicalCost: 1_000_000,
      });
      if (typeof answer === 'string') return answer;
      return answer.memo?.conclusionDaysLate === 0 ? 'in time' : 'late';
    },
  }),
  ...DISABILITY_AXES,
];

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
