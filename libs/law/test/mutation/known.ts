import { isDeepStrictEqual } from 'node:util';
import { addYears, localDate, rupiah } from '#kernel';
import { calculate } from '../../src/calculate.js';
import { mayRegisterAtAge } from '../../src/coverage/registration-age.js';
import { JKP_FUNDING, JP_WAGE_CAP } from '../../src/contributions/contribution.rules.js';
import { EMPLOYER_REIMBURSEMENT } from '../../src/employer/employer.rules.js';
import { JASA_RAHARJA } from '../../src/jkk/jasa-raharja.rules.js';
import { inForce } from '../../src/kernel/rule.js';
import { serviceDueDate } from '../../src/service/late-payment.js';
import type { ServiceProgram } from '../../src/service/service.rules.js';
import { bpuBandFor } from '../../src/wage/wage-basis.js';
import { outcome } from '../../src/spec/outcome.js';
import { cellsOf, printedAmount, section } from '../../src/spec/reference-tables.js';

/** Something of the law that is known apart from the rules: a printed cell, a case, a sentence of an article. */
export interface Known {
  readonly id: string;
  /** Whether the rules say so. */
  readonly holds: () => boolean;
}

const known = (id: string, holds: Known['holds']): Known => ({ id, holds });

/** The cap of each printed day. */
const CAPS: readonly Known[] = cellsOf(section('2.2'))
  .slice(1)
  .flatMap(([first, cap, , second, other]) => [
    [first!, cap!],
    [second!, other!],
  ])
  .map(([day, cap]) =>
    known(`JP wage cap of ${day}`, () => inForce(JP_WAGE_CAP, localDate(day!)).value === printedAmount(cap!)),
  );

/** Each printed band: its bounds and its base. */
const BANDS: readonly Known[] = cellsOf(section('2.4'))
  .slice(1)
  .flatMap((row) => [row.slice(0, 3), row.slice(3, 6), row.slice(6, 9)])
  .map(([number, range, base]) => {
    const [from, to] = range!.split(/ - | and more/);
    return known(`income band ${number}`, () => {
      const band = bpuBandFor(rupiah(printedAmount(from!)));
      return (
        band.band === Number(number) &&
        band.from === printedAmount(from!) &&
        (band.to ?? 0) === (to ? printedAmount(to) : 0) &&
        band.base === printedAmount(base!)
      );
    });
  });

/** How each printed percentage that asks for a measure is asked for. */
const MEASURES: Readonly<Record<string, readonly object[]>> = {
  KULIT_KEPALA: [{ percent: 10 }, { percent: 30 }],
  KAKI_MEMENDEK: [{ shorteningCm: 4.99 }, { shorteningCm: 5 }, { shorteningCm: 7.5 }],
  DAUN_TELINGA: [{ units: 1 }, { units: 2 }],
  KERJA_FISIK: [{ abilityLossPct: 51 }, { abilityLossPct: 26 }, { abilityLossPct: 10 }],
};

const [PARTS = '', OTHERS = ''] = section('3.8').split('| Other disability');

const disability = (item: string, measure: object, percent: string): Known =>
  known(`${item} ${JSON.stringify(measure)}`, () => {
    const injuries = [{ item, ...measure }];
    const inputs = {
      calculator: 'JKK_PARTIAL',
      accidentDate: '2025-06-02',
      monthlyWage: 1_000_000,
      injuries,
    };
    return outcome(inputs)
      .join()
      .endsWith(` ${Number.parseFloat(percent) * 800_000}`);
  });

/** Each printed percentage of the disability table. */
const DISABILITIES: readonly Known[] = [
  ...cellsOf(PARTS)
    .filter(([number]) => /^\d/.test(number!))
    .flatMap(([, item, , right, left]) => [
      disability(item!, { side: 'RIGHT' }, right!),
      disability(item!, { side: 'LEFT' }, left === '-' ? right! : left!),
    ]),
  ...cellsOf(`|${OTHERS}`)
    .filter(([letter, item]) => /^[a-o]$/.test(letter!) && item !== 'BINOKULER')
    .flatMap(([, item, , percents]) =>
      percents!
        .split(/ \/ | - /)
        .map((percent, index) => disability(item!, MEASURES[item!]?.[index] ?? {}, percent)),
    ),
];

/** From a day on a BPU registers at these ages and at no other. */
const age = (on: string, years: number, may: boolean): Known =>
  known(`a BPU of ${years} on ${on}`, () => {
    const day = localDate(on);
    return mayRegisterAtAge('BPU', addYears(day, -years), day) === may;
  });

const AGES: readonly Known[] = [
  age('2017-12-31', 56, true),
  age('2017-12-31', 57, false),
  age('2018-01-01', 60, true),
  age('2018-01-01', 61, false),
  age('2021-03-31', 17, true),
  age('2021-04-01', 17, false),
  age('2021-04-01', 18, true),
  age('2021-04-01', 64, true),
  age('2021-04-01', 65, false),
];

/** Papers complete on Monday 14 July 2025, no holidays until 17 August. */
const service = (program: ServiceProgram, due: string): Known =>
  known(`${program} is due on ${due}`, () => serviceDueDate(program, localDate('2025-07-14')) === due);

const SERVICE: readonly Known[] = [
  service('JKK', '2025-07-23'),
  service('JKM', '2025-07-17'),
  service('JHT', '2025-07-21'),
  service('JP', '2025-08-04'),
  service('JKP', '2025-07-17'),
];

/** JKM no longer funds JKP from the day of PP 6/2025, though a contribution month is asked on its last day only. */
const FUNDING: readonly Known[] = (['2025-02-06', '2025-02-07'] as const).map((day, index) =>
  known(
    `what funds JKP on ${day}`,
    () => inForce(JKP_FUNDING, localDate(day)).value.fromJkm === ['0.10', undefined][index],
  ),
);

/** PP 36/2025 was promulgated on 4 September 2025: who paid in full on that day knew of the relief. */
const SURPLUS: readonly Known[] = (['2025-09-03', '2025-09-04'] as const).map((paidOn, index) =>
  known(`a month of the relief paid on ${paidOn}`, () => {
    const { memo } = calculate({
      calculator: 'CONTRIB_PU',
      monthlyWage: 10_000_000,
      riskClass: 3,
      period: '2025-08',
      labourIntensiveRelief: true,
      paidOn,
    });
    return memo?.reliefSurplusForLaterMonthsIdr === [44_500, undefined][index];
  }),
);

/** What a text says of figures that no calculator reads: they are told to people. */
const told = (id: string, value: () => unknown, said: unknown): Known =>
  known(id, () => isDeepStrictEqual(value(), said));

const TOLD: readonly Known[] = [
  told(
    'what Jasa Raharja pays at most since June 2017',
    () => inForce(JASA_RAHARJA, localDate('2024-06-20')).value,
    {
      care: 20_000_000,
      careByAir: 25_000_000,
      firstAid: 1_000_000,
      ambulance: 500_000,
      death: 50_000_000,
      disability: 50_000_000,
      funeral: 4_000_000,
    },
  ),
  told(
    'how an employer that paid first gets it back',
    () => inForce(EMPLOYER_REIMBURSEMENT, localDate('2025-06-20')).value,
    { askWithinMonths: 3, paidWithinWorkingDays: 7 },
  ),
];

/** What is known from tables and sentences; cases are known beside them. */
export const KNOWN: readonly Known[] = [
  ...CAPS,
  ...BANDS,
  ...DISABILITIES,
  ...AGES,
  ...SERVICE,
  ...FUNDING,
  ...SURPLUS,
  ...TOLD,
];
