import { type Fraction, fraction, type LocalDate, type Rupiah } from '#kernel';
import { basisOf, type BenefitComponent, type InputValue, type Payee } from '../kernel/component.js';
import type { Convention } from '../kernel/convention.js';
import { type Expression, type Operation, type Source } from '../kernel/expression.js';
import type { Bilingual, Confidence, Provision } from '../kernel/provision.js';
import type { VersionInForce } from '../kernel/rule-data.js';
import { fieldWords } from './field-words.js';

/** A number, as people write it and exactly: `12` or `9/200`. A percentage of 4.5 is exactly 9/200. */
interface Numeric {
  readonly text: string;
  readonly exact: string;
}

/** A field of the request; `given` is false where it was not stated and this is what it stands at then. */
export interface InputReason extends Partial<Numeric> {
  readonly kind: 'INPUT';
  readonly field: string;
  readonly title: Bilingual;
  readonly value: unknown;
  readonly given: boolean;
}

/** A number of a rule, as the version holds it that governs the day; `part` says which, where a rule holds several. */
export interface ParameterReason extends Partial<Numeric> {
  readonly kind: 'PARAMETER';
  readonly rule: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly part?: string;
  readonly value: unknown;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly law: string;
  readonly article: string;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}

/** A choice that was made where no text of law was found. */
export interface ConventionReason extends Numeric {
  readonly kind: 'CONVENTION';
  readonly id: string;
  readonly question: Bilingual;
  readonly answer: Bilingual;
  readonly value: unknown;
  readonly confidence: Confidence;
}

/** What was done with the numbers below it. */
export interface OperationReason extends Numeric {
  readonly kind: 'OPERATION';
  readonly operation: Exclude<Operation, 'READ' | 'FACT'> | 'ROUND';
  readonly title: Bilingual;
  readonly of: readonly Reason[];
}

/** A number that does not say where it comes from. No calculator has one; a spec of the catalogue sees to it. */
export interface BareNumber extends Numeric {
  readonly kind: 'NUMBER';
}

export type Reason = InputReason | ParameterReason | ConventionReason | OperationReason | BareNumber;

/** One component with the tree of its reasons; a refusal has the facts it rests on instead. */
export interface ComponentReasons {
  readonly code: string;
  readonly title?: Bilingual;
  readonly amountIdr: Rupiah;
  readonly law: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly arithmetic: string;
  readonly explanation: Bilingual;
  readonly payee?: Payee;
  readonly projected?: true;
  /** Rounded once, half up, it is the amount. */
  readonly because?: Reason;
  readonly facts: Readonly<Record<string, InputValue>>;
}

const OPERATIONS: Readonly<Record<OperationReason['operation'], Bilingual>> = {
  MULTIPLY: { id: 'dikalikan', en: 'multiplied' },
  ADD: { id: 'dijumlahkan', en: 'added up' },
  SUBTRACT: {
    id: 'yang pertama dikurangi yang kedua, tidak di bawah nol',
    en: 'the first less the second, never below zero',
  },
  AT_MOST: { id: 'yang pertama, paling banyak yang kedua', en: 'the first, at most the second' },
  AT_LEAST: { id: 'yang pertama, paling sedikit yang kedua', en: 'the first, at least the second' },
  DIVIDE: { id: 'yang pertama dibagi yang kedua', en: 'the first divided by the second' },
  ONE_IN: { id: 'satu dari sekian bagian yang sama', en: 'one of so many equal parts' },
  IN_YEARS: { id: 'bulan dijadikan tahun', en: 'months as years' },
  WITHOUT_PERCENT: {
    id: 'bagian tanpa persen yang ditambahkan',
    en: 'the part without the percent added on top',
  },
  LOOK_UP: { id: 'yang pertama, dipilih menurut yang berikut', en: 'the first, chosen by what follows' },
  COUNT: { id: 'dihitung dari', en: 'counted from' },
  ROUND: { id: 'dibulatkan ke rupiah penuh (R-1)', en: 'rounded to whole rupiah (R-1)' },
};

/** The reasons of a component, down to parameters and fields of the request. */
export function reasonsOf(
  component: BenefitComponent,
  request: Readonly<Record<string, unknown>>,
): ComponentReasons {
  const { code, amountIdr, law, article, confidence, arithmetic, explanation, payee, projected, inputs } =
    component;
  const { title, expression } = basisOf(component) ?? {};
  return {
    code,
    ...(title && { title }),
    amountIdr,
    law,
    article,
    confidence,
    arithmetic,
    explanation,
    ...(payee && { payee }),
    ...(projected && { projected }),
    ...(expression && { because: reasonOf(expression, request) }),
    facts: inputs,
  };
}

/** The tree of one number. */
export function reasonOf(expression: Expression, request: Readonly<Record<string, unknown>>): Reason {
  const { operation, source, of } = expression;
  const numeric = { text: expression.text(), exact: exactly(expression.value) };
  if (operation === 'READ') return leafOf(source, expression, numeric, request);
  if (operation === 'FACT') return inputOf(numeric.text, request);
  return {
    kind: 'OPERATION',
    operation,
    title: OPERATIONS[operation],
    ...numeric,
    of: of.map((part) => reasonOf(part, request)),
  };
}

function leafOf(
  source: Source | undefined,
  { part }: Expression,
  numeric: Numeric,
  request: Readonly<Record<string, unknown>>,
): Reason {
  if (source === undefined) return { kind: 'NUMBER', ...numeric };
  if (typeof source === 'string') return inputOf(source, request, numeric);
  if (typeof source === 'function') return workedOut(reasonOf(source(), request), numeric);
  if ('rule' in source) return parameterOf(source, part, numeric);
  return conventionOf(source, numeric);
}

/** A number that was worked out before it was written: where it was rounded then, that is a step of its own. */
function workedOut(tree: Reason, numeric: Numeric): Reason {
  if (tree.exact === numeric.exact) return tree;
  return { kind: 'OPERATION', operation: 'ROUND', title: OPERATIONS.ROUND, ...numeric, of: [tree] };
}

function inputOf(named: string, request: Readonly<Record<string, unknown>>, numeric?: Numeric): InputReason {
  const field = fieldOf(named, request, numeric);
  const value = valueAt(request, field);
  const given = value !== undefined;
  return {
    kind: 'INPUT',
    field,
    title: fieldWords(field),
    value: given ? value : (numeric?.text ?? null),
    given,
    ...numeric,
  };
}

/**
 * The field that holds the number. A calculator that asks another one, with the actual wage in place of that reported, gives
 * it a number under another name.
 */
function fieldOf(field: string, request: Readonly<Record<string, unknown>>, numeric?: Numeric): string {
  const stated = valueAt(request, field);
  if (numeric === undefined || stated === undefined || isWritten(stated, numeric)) return field;
  return Object.keys(request).find((name) => isWritten(request[name], numeric)) ?? field;
}

const isWritten = (value: unknown, { text }: Numeric) => String(value) === text.replaceAll(/[,%]/g, '');

/** A rule as it was read; the whole of its value unless `part` names one number of it. */
export function parameterOf(
  version: VersionInForce<unknown>,
  part?: string,
  numeric?: Numeric,
): ParameterReason {
  const { rule, from, until, law, article, sources, confidence, value } = version;
  return {
    kind: 'PARAMETER',
    rule: rule.id,
    title: rule.title,
    unit: rule.unit,
    ...(part !== undefined && { part }),
    value: part === undefined ? value : valueAt(value, part),
    ...numeric,
    from,
    ...(until && { until }),
    ...({ law, article, sources, confidence } satisfies Provision),
  };
}

function conventionOf(
  { id, question, answer, value, confidence }: Convention<unknown>,
  numeric: Numeric,
): ConventionReason {
  return { kind: 'CONVENTION', id, question, answer, value, ...numeric, confidence };
}

/** What stands at a path such as `injuries.0.units`; nothing where there is no such thing. */
function valueAt(whole: unknown, path: string): unknown {
  let found = whole;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}

function exactly(value: Fraction): string {
  const { numerator, denominator } = fraction(value.numerator, value.denominator);
  return denominator === 1 || denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}
