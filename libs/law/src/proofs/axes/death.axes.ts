import type { LocalDate } from '#kernel';
import {
  JKM_DEATH,
  JKM_LIMITED,
  JKM_LIMITED_BELOW_MONTHS,
  JKM_SCHOLARSHIP_MONTHS,
} from '../../jkm/jkm.rules.js';
import { inForce, versionOn } from '../../kernel/rule.js';
import {
  type Level,
  LEVELS,
  SCHOLARSHIP_CHILDREN,
  SCHOLARSHIP_END_AGE,
  SCHOLARSHIP_LEVELS,
} from '../../scholarship/scholarship.rules.js';
import { ask } from '../ask.js';
import { axis, type Divided, stepsTo } from '../regions.js';

const MOST_MONTHS = 720;

const yearOf = (on: LocalDate) => Number(on.slice(0, 4)) + 1;

/** What the last of so many children is told, each at school, young and unmarried unless said otherwise. */
function askChild(on: LocalDate, child: object, before = 0): string {
  const atSchool = { level: 'SD', yearInLevel: 1, evidence: true, ageAtClaim: 8 };
  const children = [...Array.from({ length: before }, () => atSchool), { ...atSchool, ...child }];
  const answer = ask({ calculator: 'SCHOLARSHIP_YEAR', eventDate: on, claimYear: yearOf(on), children });
  if (typeof answer === 'string') return answer;
  const { code, amountIdr } = answer.components.at(-1)!;
  return amountIdr > 0 ? String(amountIdr) : code.replace('SCHOLARSHIP_', '');
}

const MOST_YEARS = 30;

/** A level pays so many years. */
const yearsOf = (level: Level): Divided =>
  axis({
    rules: [SCHOLARSHIP_LEVELS[level]],
    what: { id: `tahun pada jenjang ${level}`, en: `year at the level ${level}` },
    least: 1,
    most: MOST_YEARS,
    regions: (on) => {
      const grant = versionOn(SCHOLARSHIP_LEVELS[level], on)?.value;
      if (!grant) return undefined;
      return stepsTo(
        MOST_YEARS,
        [1, String(grant.perYear)],
        [grant.maxYears + 1, 'REJECTED_LEVEL_EXHAUSTED'],
      );
    },
    answer: (yearInLevel, on) => askChild(on, { level, yearInLevel }),
  });

const PAID = 'paid';

export const DEATH_AXES: readonly Divided[] = [
  axis({
    rules: [JKM_DEATH, JKM_LIMITED_BELOW_MONTHS, JKM_LIMITED],
    what: { id: 'bulan iuran BPU berturut-turut', en: 'consecutive paid months of a BPU' },
    least: 1,
    most: MOST_MONTHS,
    regions: (on) => {
      const limited = versionOn(JKM_LIMITED_BELOW_MONTHS, on)?.value;
      if (limited === undefined) return stepsTo(MOST_MONTHS, [1, 'JKM_DEATH']);
      return stepsTo(MOST_MONTHS, [1, 'JKM_LIMITED_UNDER_3M'], [limited, 'JKM_DEATH']);
    },
    answer: (consecutivePaidMonths, on) => {
      const answer = ask({ calculator: 'JKM', segment: 'BPU', deathDate: on, consecutivePaidMonths });
      return typeof answer === 'string' ? answer : answer.components[0]!.code;
    },
  }),
  axis({
    rules: [JKM_SCHOLARSHIP_MONTHS],
    what: {
      id: 'jumlah bulan iuran untuk beasiswa pada JKM',
      en: 'months paid in all, for scholarships under JKM',
    },
    least: 0,
    most: MOST_MONTHS,
    regions: (on) =>
      stepsTo(MOST_MONTHS, [0, 'none'], [inForce(JKM_SCHOLARSHIP_MONTHS, on).value, 'scholarships']),
    answer: (totalPaidMonths, on) => {
      const answer = ask({
        calculator: 'JKM',
        segment: 'PU',
        deathDate: on,
        totalPaidMonths,
        eligibleChildren: [{ remainingYears: { SD: 2 } }],
      });
      if (typeof answer === 'string') return answer;
      return answer.components.some(({ code }) => code.startsWith('SCHOLARSHIP')) ? 'scholarships' : 'none';
    },
  }),
  ...LEVELS.map(yearsOf),
  axis({
    rules: [SCHOLARSHIP_CHILDREN],
    what: { id: 'anak ke-', en: 'the how-manieth child' },
    least: 1,
    most: MOST_YEARS,
    regions: (on) =>
      stepsTo(MOST_YEARS, [1, PAID], [inForce(SCHOLARSHIP_CHILDREN, on).value + 1, 'REJECTED_MAX_CHILDREN']),
    answer: (nth, on) => paid(askChild(on, {}, nth - 1)),
  }),
  axis({
    rules: [SCHOLARSHIP_END_AGE],
    what: { id: 'usia anak', en: 'age of the child' },
    least: 0,
    most: 100,
    regions: (on) => {
      const end = inForce(SCHOLARSHIP_END_AGE, on).value;
      return stepsTo(100, [0, PAID], [end, `REJECTED_AGE_${end}`]);
    },
    answer: (ageAtClaim, on) => paid(askChild(on, { ageAtClaim })),
  }),
];

const paid = (answer: string) => (/^\d+$/.test(answer) ? PAID : answer);
