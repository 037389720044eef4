import { compareFractions, exactly, type LocalDate, type Rupiah, rupiah, ZERO_RUPIAH } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { component } from '../kernel/component.js';
import {
  amountOf,
  count,
  type Expression,
  less,
  limitedTo,
  money,
  product,
  rate,
  ratio,
  sum,
  withoutPercent,
} from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { NEWEST_LAW } from '../kernel/laws.js';
import { inForce, type Rule, type VersionInForce } from '../kernel/rule.js';
import { JAKON_BANDS, JAKON_WAGE_RATES, type JakonBand, VAT } from './jakon.rules.js';

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
        ? overSlices(base, bands, program)
        : product(rate(wages.value[program], wages, program), base);
    const { contractValueExVat, contractValueInclVat, monthlyWages } = input;
    const name = program.toUpperCase();
    return component(OF_PROGRAM[program](rule), input.monthlyWages === undefined ? bands : wages, {
      code: `CONTRIB_${name}`,
      expression,
      inputs: { contractValueExVat, contractValueInclVat, monthlyWages },
    });
  });
  return calculation(contractDate, components);
}

/** The rule with the name of a programme in its title. */
const ofProgram = (name: string) => {
  const titled = new Map<Rule<unknown>, Rule<unknown>>();
  return (rule: Rule<unknown>): Rule<unknown> => {
    const known = titled.get(rule);
    if (known) return known;
    const { title } = rule;
    const made = { ...rule, title: { id: `${title.id} (${name})`, en: `${title.en} (${name})` } };
    titled.set(rule, made);
    return made;
  };
};

const OF_PROGRAM = { jkk: ofProgram('JKK'), jkm: ofProgram('JKM') };

function contractBase(input: JakonContributionInput, on: LocalDate): Expression {
  const { contractValueExVat, contractValueInclVat, monthlyWages } = input;
  const given = Object.entries({ contractValueExVat, contractValueInclVat, monthlyWages }).flatMap(
    ([field, base]) => (base === undefined ? [] : [money(base, field)]),
  );
  const [only] = given;
  if (only === undefined) throw invalid('MISSING_FIELD', 'contractValueExVat is needed');
  if (given.length > 1) throw invalid('CONTRADICTION', 'Give one of contract value and wages, not several');
  if (contractValueInclVat === undefined) return only;
  const vat = inForce(VAT, on);
  const without = ratio(100, 100 + vat.value, () => withoutPercent(count(vat.value, vat)));
  return product(only, without);
}

function overSlices(
  contract: Expression,
  bands: VersionInForce<readonly JakonBand[]>,
  program: 'jkk' | 'jkm',
): Expression {
  const terms: Expression[] = [];
  bands.value.forEach((band, index) => {
    const isReached = index === 0 || compareFractions(contract.value, exactly(lowerBound(bands, index))) > 0;
    if (!isReached) return;
    terms.push(product(rate(band[program], bands, `${index}.${program}`), slice(contract, bands, index)));
  });
  return sum(...terms);
}

/** Where a slice begins: where the one below it ends. */
const lowerBound = ({ value }: VersionInForce<readonly JakonBand[]>, index: number): Rupiah =>
  (index === 0 ? undefined : value[index - 1]!.to) ?? ZERO_RUPIAH;

/** The part of the contract between two bounds. */
function slice(contract: Expression, bands: VersionInForce<readonly JakonBand[]>, index: number): Expression {
  const { to } = bands.value[index]!;
  const from = lowerBound(bands, index);
  const bound = (amount: Rupiah, at: number) => money(amount, bands, `${at}.to`);
  if (to !== undefined && compareFractions(contract.value, exactly(to)) >= 0) {
    return money(rupiah(to - from), () =>
      from === 0
        ? limitedTo(bound(to, index), contract)
        : less(limitedTo(bound(to, index), contract), bound(from, index - 1)),
    );
  }
  if (from === 0) return contract;
  const beyond = less(contract, bound(from, index - 1));
  return contract.form === 'value' ? money(amountOf(beyond), () => beyond) : beyond;
}
