import { addMonths, LARGEST_AMOUNT, type LocalDate } from '#kernel';
import {
  JHT_BALANCE,
  JHT_PARTIAL_MONTHS,
  JHT_PARTIAL_SHARE,
  JHT_PURPOSES,
  JHT_REASONS,
  JHT_RETIREMENT_AGE,
  JHT_WAIT,
} from '../../jht/jht.rules.js';
import { JKP_CASH, JKP_CLAIM_WINDOW, JKP_CLAIMS_FROM, JKP_WAGE_CAP } from '../../jkp/jkp.rules.js';
import { inForce, type Rule, versionOn } from '../../kernel/rule.js';
import { TAX_FINAL_BANDS, TAX_PROGRESSIVE_BANDS, type TaxBand } from '../../tax/tax.rules.js';
import { ask, askDecision, totalOf } from '../ask.js';
import { axis, type Axis, choice, type Divided, stepsTo } from '../regions.js';

const MOST_MONTHS = 720;
const MOST_AGE = 130;
const WAGE = 1_000_000;

const JHT: readonly Divided[] = [
  axis({
    rules: [JHT_PARTIAL_MONTHS],
    what: { id: 'bulan kepesertaan untuk JHT sebagian', en: 'months of membership for a part of JHT' },
    least: 0,
    most: MOST_MONTHS,
    regions: (on) =>
      stepsTo(MOST_MONTHS, [0, 'REJECTED_UNDER_10_YEARS'], [inForce(JHT_PARTIAL_MONTHS, on).value, 'PAID']),
    answer: (membershipMonths, on) =>
      askDecision({
        calculator: 'JHT_PARTIAL',
        purpose: 'HOUSE',
        balance: WAGE,
        claimDate: on,
        membershipMonths,
      }),
  }),
  axis({
    rules: [JHT_RETIREMENT_AGE],
    what: { id: 'usia saat klaim JHT', en: 'age at the claim of JHT' },
    least: 0,
    most: MOST_AGE,
    regions: (on) =>
      stepsTo(
        MOST_AGE,
        [0, 'REJECTED_UNDER_RETIREMENT_AGE'],
        [inForce(JHT_RETIREMENT_AGE, on).value, 'PAID'],
      ),
    answer: (ageAtClaim, on) =>
      askDecision({
        calculator: 'JHT_FULL',
        reason: 'RETIREMENT_AGE',
        balance: WAGE,
        claimDate: on,
        ageAtClaim,
      }),
  }),
  choice({
    rules: JHT_PURPOSES.map((purpose) => JHT_PARTIAL_SHARE[purpose]),
    what: { id: 'tujuan JHT sebagian', en: 'purpose of a part of JHT' },
    members: JHT_PURPOSES,
    entries: (on) =>
      Object.entries(JHT_PARTIAL_SHARE).map(
        ([purpose, rule]) => [purpose, `${inForce(rule, on).value}%`] as const,
      ),
    answer: (purpose, on) => {
      const request = {
        calculator: 'JHT_PARTIAL',
        purpose,
        balance: WAGE,
        claimDate: on,
        membershipMonths: MOST_MONTHS,
      };
      return `${(totalOf(request) * 100) / WAGE}%`;
    },
  }),
  choice({
    rules: [JHT_BALANCE, JHT_WAIT],
    what: { id: 'alasan JHT penuh', en: 'reason for the whole JHT' },
    members: JHT_REASONS,
    entries: (on) => {
      const wait = inForce(JHT_WAIT, on).value.reasons;
      return inForce(JHT_BALANCE, on).value.map(
        (reason) => [reason, wait.includes(reason) ? 'REJECTED_WAITING_PERIOD' : 'PAID'] as const,
      );
    },
    answer: (reason, on) =>
      askDecision({ calculator: 'JHT_FULL', reason, balance: WAGE, stopDate: on, claimDate: on }),
  }),
];

/** A day as it is, or for one of which nothing could be claimed yet, the first termination that is paid by the same law. */
function claimable(on: LocalDate): LocalDate {
  const first = addMonths(inForce(JKP_CLAIMS_FROM, on).value, -inForce(JKP_CLAIM_WINDOW, on).value);
  return on < first ? first : on;
}

const JKP: readonly Divided[] = [
  axis({
    rules: [JKP_CASH],
    what: { id: 'bulan manfaat JKP', en: 'month of the JKP benefit' },
    least: 1,
    most: 6,
    regions: (on) => {
      const stages = inForce(JKP_CASH, on).value;
      return stepsTo(
        6,
        ...stages.map(({ share }, index) => {
          const passed = stages.slice(0, index).reduce((months, stage) => months + stage.months, 0);
          return [passed + 1, `${share}%`] as const;
        }),
      );
    },
    answer: (months, on) => {
      const paid = (so: number) =>
        so === 0
          ? 0
          : totalOf({
              calculator: 'JKP',
              terminationDate: claimable(on),
              lastReportedWage: WAGE,
              months: so,
            });
      return `${((paid(months) - paid(months - 1)) * 100) / WAGE}%`;
    },
  }),
  axis({
    rules: [JKP_WAGE_CAP],
    what: { id: 'upah terakhir untuk JKP', en: 'last wage for JKP' },
    least: 1,
    most: LARGEST_AMOUNT,
    regions: (on) => {
      const cap = versionOn(JKP_WAGE_CAP, on)?.value;
      return cap && stepsTo(LARGEST_AMOUNT, [1, 'the wage'], [cap + 1, `the cap of ${cap}`]);
    },
    answer: (lastReportedWage, on) => {
      const answer = ask({ calculator: 'JKP', terminationDate: claimable(on), lastReportedWage });
      if (typeof answer === 'string') return answer;
      const wage = answer.components[0]?.inputs.wage;
      return wage === lastReportedWage ? 'the wage' : `the cap of ${Number(wage)}`;
    },
  }),
];

/** The layers of a tariff that a lump sum reaches, told by the rate of the last one. */
const layers = (
  rule: Rule<readonly TaxBand[]>,
  what: Axis['what'],
  firstPaymentYear: (on: LocalDate) => number,
): Axis =>
  axis({
    rules: [rule],
    what,
    least: 1,
    most: LARGEST_AMOUNT,
    regions: (on) => {
      const bands = inForce(rule, on).value;
      return stepsTo(
        LARGEST_AMOUNT,
        ...bands.map(({ rate }, index) => [(bands[index - 1]?.to ?? 0) + 1, `${rate}%`] as const),
      );
    },
    answer: (balance, on) => {
      const answer = ask({
        calculator: 'JHT_FULL',
        reason: 'DEATH',
        balance,
        claimDate: on,
        firstPaymentYear: firstPaymentYear(on),
      });
      if (typeof answer === 'string') return answer;
      const rates = [...answer.taxMemo!.arithmetic.matchAll(/(\d+%) ×/g)];
      return rates.at(-1)?.[1] ?? '0%';
    },
  });

const yearOf = (day: LocalDate) => Number(day.slice(0, 4));

const TAX: readonly Divided[] = [
  layers(TAX_FINAL_BANDS, { id: 'pembayaran sekaligus, Rp', en: 'lump sum, Rp' }, yearOf),
  layers(
    TAX_PROGRESSIVE_BANDS,
    { id: 'pembayaran sesudah tahun kedua, Rp', en: 'payment after the second year, Rp' },
    (on) => yearOf(on) - 5,
  ),
];

export const SAVINGS_AXES: readonly Divided[] = [...JHT, ...JKP, ...TAX];
