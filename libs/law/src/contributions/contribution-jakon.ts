import { compareFractions, exactly, type LocalDate, type Rupiah, rupiah } from '#kernel';
import { type BenefitComponent, calculation, type Calculation, component } from '../kernel/calculation.js';
import { count, type Expression, less, money, product, rate, ratio, sum } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { NEWEST_LAW } from '../kernel/laws.js';
import { JAKON_BANDS, JAKON_WAGE_RATES, type JakonBand, PMI_TARIFF, VAT } from './jakon.rules.js';
import { inForce, type Version } from '../kernel/rule.js';

/** Exactly one of the three bases. Amounts in whole rupiah. */
export interface JakonContributionInput {
  readonly contractValueExVat?: Rupiah;
  readonly contractValueInclVat?: Rupiah;
  /** All wages of the project in a month, when they are known. */
  readonly monthlyWages?: Rupiah;
  /** Chooses VAT and the law; the newest known unless given. */
  readonly contractDate?: LocalDate;
}

const JAKON_PROGRAMS = ['jkk', 'jkm'] as const;

/**
 * Contributions of a construction project (jasa konstruksi): progressive rates over the slices of the contract
 * value without VAT, or rates on the wages.
 * @throws Rejection MISSING_FIELD, CONTRADICTION unless exactly one base is given
 */
export function calculateJakonContribution(input: JakonContributionInput): Calculation {
  const { contractDate = NEWEST_LAW } = input;
  const base = contractBase(input, contractDate);
  const rule = input.monthlyWages === undefined ? JAKON_BANDS : JAKON_WAGE_RATES;
  const components = JAKON_PROGRAMS.map((program) => {
    const bands = inForce(JAKON_BANDS, contractDate);
    const wages = inForce(JAKON_WAGE_RATES, contractDate);
    const expression =
      input.monthlyWages === undefined
        ? overSlices(base, bands.value, program)
        : product(rate(wages.value[program]), base);
    const { contractValueExVat, contractValueInclVat, monthlyWages } = input;
    const name = program.toUpperCase();
    const title = { id: `${rule.title.id} (${name})`, en: `${rule.title.en} (${name})` };
    return component({ ...rule, title }, input.monthlyWages === undefined ? bands : wages, {
      code: `CONTRIB_${name}`,
      expression,
      inputs: { contractValueExVat, contractValueInclVat, monthlyWages },
    });
  });
  return calculation(contractDate, components);
}

function contractBase(input: JakonContributionInput, on: LocalDate): Expression {
  const { contractValueExVat, contractValueInclVat, monthlyWages } = input;
  const given = [contractValueExVat, contractValueInclVat, monthlyWages].filter((base) => base !== undefined);
  const [only] = given;
  if (only === undefined) throw invalid('MISSING_FIELD', 'contractValueExVat is needed');
  if (given.length > 1) throw invalid('CONTRADICTION', 'Give one of contract value and wages, not several');
  if (contractValueInclVat === undefined) return money(only);
  return product(money(only), ratio(100, 100 + inForce(VAT, on).value));
}

function overSlices(contract: Expression, bands: readonly JakonBand[], program: 'jkk' | 'jkm'): Expression {
  const terms = bands.flatMap((band, index) => {
    const from = bands[index - 1]?.to ?? rupiah(0);
    if (index > 0 && compareFractions(contract.value, exactly(from)) <= 0) return [];
    return [product(rate(band[program]), slice(contract, from, band.to))];
  });
  return sum(...terms);
}

/** The part of the contract between two bounds. */
function slice(contract: Expression, from: Rupiah, to: Rupiah | undefined): Expression {
  if (to !== undefined && compareFractions(contract.value, exactly(to)) >= 0) return money(rupiah(to - from));
  if (from === 0) return contract;
  return contract.form === 'value'
    ? money(rupiah(Number(contract.value.numerator) - from))
    : less(contract, money(from));
}

/** How a migrant worker leaves: the cover before placement is sold through agencies only. */
export const PMI_ROUTES = ['PLACEMENT_AGENCY', 'GOVERNMENT', 'COMPANY', 'INDEPENDENT'] as const;
export type PmiRoute = (typeof PMI_ROUTES)[number];

export interface PmiContributionInput {
  readonly route: PmiRoute;
  /** 6, 12 or 24. */
  readonly contractMonths: number;
  readonly extraMonths?: number;
  /** Voluntary JHT, rupiah a month, for the months of the contract and the extra months. */
  readonly jhtMonthly?: Rupiah;
  /** The newest law known unless given. */
  readonly registeredOn?: LocalDate;
}

const PMI_PARTS = {
  CONTRIB_PMI_BEFORE: {
    id: 'Iuran pekerja migran sebelum penempatan',
    en: 'Contribution of a migrant worker before placement',
  },
  CONTRIB_PMI_DURING_AFTER: {
    id: 'Iuran pekerja migran selama dan sesudah penempatan',
    en: 'Contribution of a migrant worker during and after placement',
  },
  CONTRIB_PMI_EXTRA: {
    id: 'Iuran pekerja migran untuk bulan tambahan',
    en: 'Contribution of a migrant worker for extra months',
  },
  CONTRIB_JHT: { id: 'Iuran JHT pekerja migran', en: 'JHT contribution of a migrant worker' },
} as const;

type PmiPart = (code: keyof typeof PMI_PARTS, expression: Expression) => BenefitComponent;

/**
 * Contributions of a migrant worker (PMI, Permenaker 4/2023).
 * @throws Rejection MONTHS_NOT_OFFERED, OUT_OF_RANGE for a JHT amount outside the limits
 */
export function calculatePmiContribution(input: PmiContributionInput): Calculation {
  const { registeredOn = NEWEST_LAW, contractMonths, route } = input;
  const version = inForce(PMI_TARIFF, registeredOn);
  const { before, duringAfter } = version.value;
  const cover = duringAfter[contractMonths];
  if (cover === undefined) {
    throw invalid(
      'MONTHS_NOT_OFFERED',
      `contractMonths must be one of ${Object.keys(duringAfter).join(', ')}`,
    );
  }
  const paid: PmiPart = (code, expression) =>
    component({ id: code, title: PMI_PARTS[code] }, version, {
      expression,
      inputs: { route, contractMonths },
    });
  return calculation(registeredOn, [
    ...(route === 'PLACEMENT_AGENCY' ? [paid('CONTRIB_PMI_BEFORE', money(before))] : []),
    paid('CONTRIB_PMI_DURING_AFTER', money(cover)),
    ...optionalParts(input, version, paid),
  ]);
}

function optionalParts(
  { contractMonths, extraMonths = 0, jhtMonthly }: PmiContributionInput,
  {
    value: { extraMonth, jhtLeast, jhtMost },
  }: Version<{ extraMonth: Rupiah; jhtLeast: Rupiah; jhtMost: Rupiah }>,
  paid: PmiPart,
): BenefitComponent[] {
  const extra = paid('CONTRIB_PMI_EXTRA', product(count(extraMonths), money(extraMonth)));
  if (jhtMonthly === undefined) return [extra];
  if (jhtMonthly < jhtLeast || jhtMonthly > jhtMost) {
    throw invalid('OUT_OF_RANGE', `jhtMonthly must be ${jhtLeast} to ${jhtMost}`);
  }
  return [extra, paid('CONTRIB_JHT', product(count(contractMonths + extraMonths), money(jhtMonthly)))];
}
