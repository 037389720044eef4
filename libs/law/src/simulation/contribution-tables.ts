import { type Fraction, fraction, type LocalDate, percent, type Period, rupiah, share, times } from '#kernel';
import {
  JHT_BPU_RATE,
  JHT_EMPLOYER_RATE,
  JHT_WORKER_RATE,
  JKK_BPU_RATE,
  JKK_RISK_RATES,
  JKM_BPU_AMOUNT,
  JKM_PU_RATE,
  JP_EMPLOYER_RATE,
  JP_WAGE_CAP,
  JP_WORKER_RATE,
  RISK_CLASSES,
} from '../contributions/contribution.rules.js';
import {
  type BpuSector,
  PP_49_2020_RELIEF,
  PP_50_2025_RELIEF,
  PP_7_2025_RELIEF,
  type Relief,
} from '../contributions/relief.rules.js';
import { JAKON_BANDS, JAKON_WAGE_RATES, type JakonBand } from '../contributions/jakon.rules.js';
import { reliefOn, type ReliefProgram } from '../contributions/relief.js';
import { inForce, lawDayOf, type Rule } from '../kernel/rule.js';
import { PMI_TARIFF, type PmiTariff } from '../pmi/pmi.rules.js';
import { BPU_BAND_RULE, type BpuBand } from '../wage/bpu-bands.rules.js';
import { BPU_BAND_LOOKUP } from '../wage/wage.conventions.js';
import { FLAG_BIT } from './population.js';
import { type SharedRates, sharedRates } from './shared-rates.js';

/** The numerators of months that are alike stand together: by risk class, and eight further for labour-intensive industry. */
export const KEYS_OF_MONTH = 16;
export const LABOUR_INTENSIVE_KEY = 8;

/** What PU and non-ASN owe in some months, ready for a sweep over their columns. */
export interface PuTables {
  /** Months in which the same is owed are computed once: how many there are of each kind. */
  readonly times: Float64Array;
  /** `KEYS_OF_MONTH` numerators for each kind of month; 0 for no risk class. */
  readonly jkk: SharedRates;
  /** One numerator for each kind of month, as of the following. */
  readonly jkm: SharedRates;
  readonly jhtEmployer: SharedRates;
  readonly jhtWorker: SharedRates;
  readonly jpEmployer: SharedRates;
  readonly jpWorker: SharedRates;
  readonly jpCap: Float64Array;
}

const NOTHING = fraction(0);

/**
 * What wage earners owe, out of the versions of the rules that hold in each month.
 * @throws Rejection DATE_BEFORE_FIRST_LAW
 */
export function puTables(months: readonly Period[]): PuTables {
  const kinds = alike(months.map(lawDayOf).map(puMonth));
  const due = (rate: (month: PuMonth) => Fraction) => sharedRates(kinds.map(({ month }) => rate(month)));
  return {
    times: Float64Array.from(kinds, ({ times: many }) => many),
    jkk: sharedRates(kinds.flatMap(({ month }) => month.jkk)),
    jkm: due(({ jkm }) => jkm),
    jhtEmployer: due(({ jhtEmployer }) => jhtEmployer),
    jhtWorker: due(({ jhtWorker }) => jhtWorker),
    jpEmployer: due(({ jpEmployer }) => jpEmployer),
    jpWorker: due(({ jpWorker }) => jpWorker),
    jpCap: Float64Array.from(kinds, ({ month }) => month.jpCap),
  };
}

type PuMonth = ReturnType<typeof puMonth>;

function puMonth(on: LocalDate) {
  const due = (rule: Rule<string>) => percent(inForce(rule, on).value);
  return {
    jkk: jkkOfMonth(on),
    jkm: relieved('JKM', due(JKM_PU_RATE), on, [PP_49_2020_RELIEF]),
    jhtEmployer: due(JHT_EMPLOYER_RATE),
    jhtWorker: due(JHT_WORKER_RATE),
    jpEmployer: due(JP_EMPLOYER_RATE),
    jpWorker: due(JP_WORKER_RATE),
    jpCap: inForce(JP_WAGE_CAP, on).value,
  };
}

/** Months by what is owed in them, and how many owe the same: each of them is rounded as the others are. */
function alike<Month>(months: readonly Month[]): { readonly month: Month; times: number }[] {
  const kinds = new Map<string, { readonly month: Month; times: number }>();
  for (const month of months) {
    const key = JSON.stringify(month, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    const kind = kinds.get(key);
    if (kind) kind.times += 1;
    else kinds.set(key, { month, times: 1 });
  }
  return [...kinds.values()];
}

function jkkOfMonth(on: LocalDate): Fraction[] {
  const keys = Array.from({ length: KEYS_OF_MONTH }, () => NOTHING);
  for (const riskClass of RISK_CLASSES) {
    const full = percent(inForce(JKK_RISK_RATES[riskClass], on).value);
    keys[riskClass] = relieved('JKK', full, on, [PP_49_2020_RELIEF]);
    keys[LABOUR_INTENSIVE_KEY + riskClass] = relieved('JKK', full, on, [PP_49_2020_RELIEF, PP_7_2025_RELIEF]);
  }
  return keys;
}

function relieved(
  program: ReliefProgram,
  full: Fraction,
  on: LocalDate,
  reliefs: readonly Rule<Relief>[],
): Fraction {
  const relief = reliefOn(on, program, reliefs);
  return relief ? times(percent(relief.value.due), full) : full;
}

/** What a BPU owes in a band and in all months together; the columns of one row stand together. */
export interface BpuTables {
  /** Stretches of months that have the same bands: one search for each. */
  readonly stretches: readonly BpuStretch[];
}

export interface BpuStretch {
  /** Lower bounds, ascending: an income is in the last band whose bound is not above it. */
  readonly edges: Float64Array;
  /** By band, `KEYS_OF_BAND` amounts: JKK and JKM by who pays and what for a living. */
  readonly jkk: Float64Array;
  readonly jkm: Float64Array;
  /** By band. */
  readonly jht: Float64Array;
}

/** The bits of `TRANSPORT` and `GOVERNMENT_PAID`, shifted down. */
export const KEYS_OF_BAND = 4;
export const BAND_KEY_SHIFT = 1;

/** What a BPU owes: in each band a sum over the months, each month rounded as the law rounds it. */
export function bpuTables(months: readonly Period[]): BpuTables {
  const stretches: { bands: readonly BpuBand[]; days: LocalDate[] }[] = [];
  for (const on of months.map(lawDayOf)) {
    const { value: bands } = inForce(BPU_BAND_RULE, on);
    const known = stretches.find((stretch) => stretch.bands === bands);
    if (known) known.days.push(on);
    else stretches.push({ bands, days: [on] });
  }
  return { stretches: stretches.map(({ bands, days }) => bpuStretch(bands, days)) };
}

function bpuStretch(bands: readonly BpuBand[], days: readonly LocalDate[]): BpuStretch {
  const overDays = (amount: (on: LocalDate) => number) => days.reduce((sum, on) => sum + amount(on), 0);
  const byKey = (program: ReliefProgram, due: (on: LocalDate, band: BpuBand, part: Fraction) => number) =>
    Float64Array.from(
      bands.flatMap((band) =>
        Array.from({ length: KEYS_OF_BAND }, (_, key) =>
          overDays((on) => due(on, band, relieved(program, fraction(1), on, reliefsOf(key)))),
        ),
      ),
    );
  return {
    edges: edgesOf(bands),
    jkk: byKey('JKK', (on, { base }, part) =>
      share(times(part, percent(inForce(JKK_BPU_RATE, on).value)), base),
    ),
    jkm: byKey('JKM', (on, _band, part) => share(part, inForce(JKM_BPU_AMOUNT, on).value)),
    jht: Float64Array.from(bands, ({ base }) =>
      overDays((on) => share(percent(inForce(JHT_BPU_RATE, on).value), base)),
    ),
  };
}

/** Where each band begins, a gap between two printed ranges belonging to one of them. */
export function edgesOf(bands: readonly BpuBand[]): Float64Array {
  return Float64Array.from(bands, ({ from }, at) =>
    BPU_BAND_LOOKUP.value === 'BAND_BELOW' ? from : (bands[at - 1]?.to ?? -1) + 1,
  );
}

function reliefsOf(key: number): readonly Rule<Relief>[] {
  const flags = key << BAND_KEY_SHIFT;
  const sector: BpuSector = flags & FLAG_BIT.TRANSPORT ? 'TRANSPORT' : 'OTHER';
  return flags & FLAG_BIT.GOVERNMENT_PAID
    ? [PP_49_2020_RELIEF]
    : [PP_49_2020_RELIEF, PP_50_2025_RELIEF[sector]];
}

/** Construction: rates on wages for each month, and the slices of a contract for the month it is paid in. */
export interface JakonTables {
  readonly months: number;
  /** How many months there are of each kind, for rates on wages. */
  readonly times: Float64Array;
  readonly wageJkk: SharedRates;
  readonly wageJkm: SharedRates;
  readonly contractJkk: readonly Slices[];
  readonly contractJkm: readonly Slices[];
}

/** A progressive rate as straight pieces between sorted edges. */
export interface Slices {
  readonly edges: Float64Array;
  readonly rates: SharedRates;
  /** Numerators due on everything below each edge. */
  readonly below: Float64Array;
}

export function jakonTables(months: readonly Period[]): JakonTables {
  const days = months.map(lawDayOf);
  const kinds = alike(days.map((on) => inForce(JAKON_WAGE_RATES, on).value));
  const wages = (program: 'jkk' | 'jkm') => sharedRates(kinds.map(({ month }) => percent(month[program])));
  const contract = (program: 'jkk' | 'jkm') =>
    days.map((on) => slices(inForce(JAKON_BANDS, on).value, program));
  return {
    months: months.length,
    times: Float64Array.from(kinds, ({ times: many }) => many),
    wageJkk: wages('jkk'),
    wageJkm: wages('jkm'),
    contractJkk: contract('jkk'),
    contractJkm: contract('jkm'),
  };
}

function slices(bands: readonly JakonBand[], program: 'jkk' | 'jkm'): Slices {
  const rates = sharedRates(bands.map((band) => percent(band[program])));
  const edges = Float64Array.from(bands, (_, at) => bands[at - 1]?.to ?? rupiah(0));
  const below = new Float64Array(bands.length);
  for (let at = 1; at < bands.length; at += 1) {
    below[at] = below[at - 1]! + rates.numerators[at - 1]! * (edges[at]! - edges[at - 1]!);
  }
  return { edges, rates, below };
}

/** Migrant workers: one tariff for each month in which a contract may be paid. */
export interface PmiTables {
  readonly tariffs: readonly PmiTariff[];
}

export const pmiTables = (months: readonly Period[]): PmiTables => ({
  tariffs: months.map((month) => inForce(PMI_TARIFF, lawDayOf(month)).value),
});
