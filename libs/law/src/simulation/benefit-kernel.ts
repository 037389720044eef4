import { type Fraction, fraction, type LocalDate, percent, type Period, times } from '#kernel';
import { calculate } from '../calculate.js';
import { JKK_DEATH_FLOOR_APPLIES } from '../jkk/jkk.conventions.js';
import { JKK_DEATH, JKK_DEATH_FLOOR } from '../jkk/jkk.rules.js';
import { JKM_LIMITED_BELOW_MONTHS } from '../jkm/jkm.rules.js';
import { JKP_CASH, JKP_WAGE_CAP } from '../jkp/jkp.rules.js';
import { JP_ACCRUAL, JP_FULL_MONTHS, JP_LIMITS, JP_LUMP_SUM, JP_SHARES } from '../jp/jp.rules.js';
import { inForce, lawDayOf, versionOn } from '../kernel/rule.js';
import { BPU_BAND_RULE } from '../wage/bpu-bands.rules.js';
import { type Amounts, bandOf } from './contribution-kernels.js';
import { edgesOf } from './contribution-tables.js';
import { BENEFIT_CODES, benefitRequest, EVENT_KINDS, type EventKind, type Events } from './events.js';
import type { Batch } from './population.js';
import { type SharedRates, sharedRates } from './shared-rates.js';

/** Adds what each event of a batch gives to the columns of the components, in the order of `BENEFIT_CODES`. */
export type Pay = (batch: Batch, events: Events, into: Amounts) => void;

/** What depends on the wage or the account, compiled for one month. */
interface MonthTables {
  /** Paid months below which a BPU gets the limited benefit; 0 where there is no such rule. */
  readonly limitedBelow: number;
  readonly bandEdges: Float64Array;
  readonly bandBases: Float64Array;
  readonly accident: SharedRates;
  readonly accidentFloor: number;
  readonly fullMonths: number;
  /** For each month of contributions. */
  readonly pension: SharedRates;
  readonly pensionFloor: number;
  readonly pensionCeiling: number;
  readonly jobLossCap: number;
  /** The component of a month of benefit, and by how many of its months. */
  readonly stages: readonly {
    readonly column: number;
    readonly months: number;
    readonly rates: SharedRates;
  }[];
}

const columnOf = (code: string): number => {
  const column = BENEFIT_CODES.indexOf(code);
  if (column < 0) throw new RangeError(`The simulation knows no component ${code}`);
  return column;
};

const [ACCIDENT, PENSION, LUMP_SUM] = [JKK_DEATH.id, JP_ACCRUAL.id, JP_LUMP_SUM.id].map(columnOf) as [
  number,
  number,
  number,
];
const SAVINGS = columnOf('JHT_BALANCE');

/** The sweep over events, compiled from the rules in force (or from a reform, inside `underReform`). */
export function benefitKernel(months: readonly Period[]): Pay {
  const tables = months.map((month) => tablesOf(lawDayOf(month)));
  const fixed = new FixedParts(months);
  return (batch, events, into) => {
    const { size, kind, member, month, months: counted, balance } = events;
    for (let at = 0; at < size; at += 1) {
      const table = tables[month[at]!];
      if (!table) continue;
      const income = batch.income[member[at]!]!;
      const what = EVENT_KINDS[kind[at]!]!;
      if (what === 'SAVINGS') into[SAVINGS]![at]! += balance[at]!;
      else if (what === 'PENSION') pay(table, counted[at]!, income, balance[at]!, into, at);
      else if (what === 'JOB_LOSS') payStages(table, counted[at]!, income, into, at);
      else {
        if (what === 'ACCIDENT_DEATH') into[ACCIDENT]![at]! += accidentDeath(table, batch, income);
        fixed.pay(what, batch, events, at, table, into);
      }
    }
  };
}

function tablesOf(on: LocalDate): MonthTables {
  const { value: bands } = inForce(BPU_BAND_RULE, on);
  const { share, months } = inForce(JKK_DEATH, on).value;
  const { floor, ceiling } = inForce(JP_LIMITS, on).value;
  const accrual = times(
    percent(inForce(JP_ACCRUAL, on).value),
    percent(inForce(JP_SHARES, on).value.OLD_AGE),
  );
  return {
    limitedBelow: versionOn(JKM_LIMITED_BELOW_MONTHS, on)?.value ?? 0,
    bandEdges: edgesOf(bands),
    bandBases: Float64Array.from(bands, ({ base }) => base),
    accident: one(times(percent(share), fraction(months))),
    accidentFloor: JKK_DEATH_FLOOR_APPLIES.value ? inForce(JKK_DEATH_FLOOR, on).value : 0,
    fullMonths: inForce(JP_FULL_MONTHS, on).value,
    pension: one(times(accrual, fraction(1, 12))),
    pensionFloor: floor,
    pensionCeiling: ceiling,
    jobLossCap: versionOn(JKP_WAGE_CAP, on)?.value ?? 0,
    stages: (versionOn(JKP_CASH, on)?.value ?? []).map(({ code, months: most, share: part }) => ({
      column: columnOf(code),
      months: most,
      rates: one(percent(part)),
    })),
  };
}

const one = (rate: Fraction): SharedRates => sharedRates([rate]);

/** `rate × base`, rounded as the calculators round. */
function part({ numerators, denominator, half, largestBase }: SharedRates, base: number): number {
  if (!(base >= 0 && base <= largestBase)) {
    throw new RangeError(`An amount of ${base} rupiah cannot be computed exactly; 0 to ${largestBase} can`);
  }
  return Math.floor((numerators[0]! * base + half) / denominator);
}

function accidentDeath(
  { accident, accidentFloor, bandEdges, bandBases }: MonthTables,
  batch: Batch,
  income: number,
) {
  const wage = batch.group === 'BPU' ? bandBases[bandOf(bandEdges, income)]! : income;
  return Math.max(accidentFloor, part(accident, wage));
}

function pay(
  table: MonthTables,
  paidMonths: number,
  wage: number,
  balance: number,
  into: Amounts,
  at: number,
): void {
  if (paidMonths < table.fullMonths) {
    into[LUMP_SUM]![at]! += balance;
    return;
  }
  const formula = part(table.pension, paidMonths * wage);
  into[PENSION]![at]! += Math.min(table.pensionCeiling, Math.max(table.pensionFloor, formula));
}

function payStages(
  { stages, jobLossCap }: MonthTables,
  months: number,
  wage: number,
  into: Amounts,
  at: number,
): void {
  let left = months;
  for (const { column, months: most, rates } of stages) {
    const reached = Math.min(left, most);
    left -= reached;
    if (reached > 0) into[column]![at]! += part(rates, reached * Math.min(wage, jobLossCap));
  }
}

/** Components that depend on no amount of the member: each combination is asked of its calculator once. */
class FixedParts {
  readonly #known = new Map<string, readonly (readonly [column: number, amountIdr: number])[]>();

  constructor(readonly months: readonly Period[]) {}

  pay(
    kind: EventKind,
    batch: Batch,
    events: Events,
    at: number,
    { limitedBelow }: MonthTables,
    into: Amounts,
  ): void {
    const isLimited = kind === 'DEATH' && events.months[at]! < limitedBelow;
    const isPaid = kind !== 'DEATH' || events.months[at]! > 0;
    const key = `${kind} ${batch.group} ${events.month[at]} ${events.level[at]} ${isLimited} ${isPaid}`;
    let parts = this.#known.get(key);
    if (!parts) {
      const request = benefitRequest(batch, events, at, this.months);
      const { components } = request ? calculate(request) : { components: [] };
      parts = components
        .filter(({ amountIdr, code }) => amountIdr !== 0 && code !== JKK_DEATH.id)
        .map(({ code, amountIdr }) => [columnOf(code), amountIdr] as const);
      this.#known.set(key, parts);
    }
    for (const [column, amountIdr] of parts) into[column]![at]! += amountIdr;
  }
}
