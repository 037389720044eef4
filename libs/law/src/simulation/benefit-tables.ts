import { compareFractions, type Fraction, fraction, type LocalDate, percent, plus, times } from '#kernel';
import { assess } from '../jkk/disability-percent.js';
import type { Injury } from '../jkk/injury.js';
import {
  JKK_DEATH_FLOOR_APPLIES,
  PARTIAL_DISABILITY_CAP,
  STMB_DAYS_PER_MONTH,
} from '../jkk/jkk.conventions.js';
import {
  JKK_DEATH,
  JKK_DEATH_FLOOR,
  JKK_PARTIAL_MONTHS,
  JKK_STMB,
  JKK_TOTAL_PERMANENT,
  type WageFactor,
} from '../jkk/jkk.rules.js';
import { JKM_LIMITED_BELOW_MONTHS } from '../jkm/jkm.rules.js';
import { claimsAreTaken, jkpExists } from '../jkp/jkp.policies.js';
import { JKP_CASH, JKP_WAGE_CAP } from '../jkp/jkp.rules.js';
import {
  JP_ACCRUAL,
  JP_DISABILITY_CONDITION,
  JP_FULL_MONTHS,
  JP_KINDS,
  JP_LIMITS,
  JP_SHARES,
  JP_SURVIVOR_CONDITION,
  type JpDensity,
  type JpLimits,
} from '../jp/jp.rules.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce, versionOn } from '../kernel/rule.js';
import { BPU_BAND_RULE } from '../wage/bpu-bands.rules.js';
import { edgesOf } from './contribution-tables.js';
import { BENEFIT_CODES } from './events.js';
import { type SharedRates, sharedRates } from './shared-rates.js';

/** A component that is a rate of the wage. */
export interface RatedPart {
  readonly column: number;
  readonly rates: SharedRates;
}

/** What depends on the wage or the account, compiled for one month. */
export interface BenefitTables {
  readonly on: LocalDate;
  /** Paid months below which a BPU gets the limited benefit; 0 where there is no such rule. */
  readonly limitedBelow: number;
  readonly bandEdges: Float64Array;
  readonly bandBases: Float64Array;
  readonly accidentDeath: SharedRates;
  readonly accidentFloor: number;
  readonly totalDisability: SharedRates;
  readonly incapacity: IncapacityTable;
  readonly pension: PensionTable;
  readonly jobLossCap: number;
  /** The component of a month of benefit, and by how many of its months. */
  readonly stages: readonly (RatedPart & { readonly months: number })[];
}

/** Temporary incapacity: of each band its days, and what one of them is of the wage. */
export interface IncapacityTable {
  readonly perDay: SharedRates;
  readonly bandDays: Float64Array;
  readonly daysOfMonth: number;
}

export interface PensionTable extends JpLimits {
  /** For each month of contributions, in the order of `JP_KINDS`. */
  readonly perMonth: readonly SharedRates[];
  readonly fullMonths: number;
  readonly disability: JpDensity;
  readonly survivor: JpDensity;
}

/** @throws RangeError for a code that no event gives */
export function columnOf(code: string): number {
  const column = BENEFIT_CODES.indexOf(code);
  if (column < 0) throw new RangeError(`The simulation knows no component ${code}`);
  return column;
}

/** What the law of a day pays for events. @throws Rejection DATE_BEFORE_FIRST_LAW */
export function benefitTables(on: LocalDate): BenefitTables {
  const { value: bands } = inForce(BPU_BAND_RULE, on);
  return {
    on,
    limitedBelow: versionOn(JKM_LIMITED_BELOW_MONTHS, on)?.value ?? 0,
    bandEdges: edgesOf(bands),
    bandBases: Float64Array.from(bands, ({ base }) => base),
    accidentDeath: factor(inForce(JKK_DEATH, on).value),
    accidentFloor: JKK_DEATH_FLOOR_APPLIES.value ? inForce(JKK_DEATH_FLOOR, on).value : 0,
    totalDisability: factor(inForce(JKK_TOTAL_PERMANENT, on).value),
    incapacity: incapacityTable(on),
    pension: pensionTable(on),
    jobLossCap: versionOn(JKP_WAGE_CAP, on)?.value ?? 0,
    stages: stagesOf(on),
  };
}

/** What a loss of work pays in turn: nothing where no day to claim it was left. */
function stagesOf(on: LocalDate): BenefitTables['stages'] {
  if (refusalOf([jkpExists, claimsAreTaken], { terminationDate: on })) return [];
  return inForce(JKP_CASH, on).value.map(({ code, months, share }) => ({
    column: columnOf(code),
    months,
    rates: one(percent(share)),
  }));
}

const one = (rate: Fraction): SharedRates => sharedRates([rate]);

const factor = ({ share, months }: WageFactor) => one(times(percent(share), fraction(months)));

function incapacityTable(on: LocalDate): IncapacityTable {
  const bands = inForce(JKK_STMB, on).value;
  const daysOfMonth = STMB_DAYS_PER_MONTH.value;
  return {
    perDay: sharedRates(bands.map(({ share }) => times(percent(share), fraction(1, daysOfMonth)))),
    bandDays: Float64Array.from(bands, ({ months = Infinity }) => months * daysOfMonth),
    daysOfMonth,
  };
}

function pensionTable(on: LocalDate): PensionTable {
  const accrual = times(percent(inForce(JP_ACCRUAL, on).value), fraction(1, 12));
  const shares = inForce(JP_SHARES, on).value;
  return {
    ...inForce(JP_LIMITS, on).value,
    perMonth: JP_KINDS.map((kind) => one(times(accrual, percent(shares[kind])))),
    fullMonths: inForce(JP_FULL_MONTHS, on).value,
    disability: inForce(JP_DISABILITY_CONDITION, on).value,
    survivor: inForce(JP_SURVIVOR_CONDITION, on).value,
  };
}

/**
 * What the injuries of one accident are of the wage: one part each, or a single one where they come to more than the most.
 * @throws Rejection as the disability table refuses them
 */
export function partialDisability(injuries: readonly Injury[], on: LocalDate): readonly RatedPart[] {
  const months = fraction(inForce(JKK_PARTIAL_MONTHS, on).value);
  const assessed = injuries.map((injury, at) => assess(injury, 'RIGHT', on, at));
  const part = (kind: string, share: Fraction): RatedPart => ({
    column: columnOf(`JKK_PARTIAL_${kind}`),
    rates: one(times(share, months)),
  });
  const most = percent(PARTIAL_DISABILITY_CAP.value);
  const total = assessed.reduce((sum, { percent: share }) => plus(sum, share.value), fraction(0));
  if (compareFractions(total, most) > 0) return [part('CAPPED', most)];
  return assessed.map(({ kind, percent: share }) => part(kind, share.value));
}
