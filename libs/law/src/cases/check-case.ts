import { Rejection } from '#kernel';
import { answerTo } from '../calculate.js';
import type { Calculation } from '../kernel/calculation.js';
import type { BenefitComponent } from '../kernel/component.js';
import { ruleSetVersionOn } from '../kernel/laws.js';
import { type ExpectedComponent, type LawCase, OUTPUT_PARTS } from './law-case.js';

/** One thing that came out otherwise than the case says. */
export interface Difference {
  /**
   * The code of a component, or where in the answer it stands: `decision`, `owedByEmployer.JKK_DEATH.amountIdr`; `date` when
   * the answer comes from the law of another day, `error` when the request was refused, or was not.
   */
  readonly what: string;
  /** What both sides count, where they count something. */
  readonly unit?: 'Rp';
  /** Nothing when it should not have come. */
  readonly expected?: unknown;
  /** Nothing when it did not come. */
  readonly came?: unknown;
  /** Of a component that came: the law and the article that it rests on, and its arithmetic. */
  readonly law?: string;
  readonly article?: string;
  readonly arithmetic?: string;
}

/** What is compared although a case does not name it: one that says nothing of a decision expects none. */
const EXPECTED_WITHOUT_WORDS: Readonly<Record<string, unknown>> = {
  decision: undefined,
  nonJkkMedicalIdr: undefined,
  owedByEmployerTotalIdr: 0,
};

/** Computes a case and says what came out otherwise; nothing when all of it is as the case says. */
export function checkCase({ input, date, output }: LawCase): readonly Difference[] {
  const answer = answerTo(input);
  if (answer instanceof Rejection || output.error !== undefined) {
    const came = answer instanceof Rejection ? answer.code : undefined;
    if (came === output.error) return [];
    const detail = answer instanceof Rejection ? answer.detail : undefined;
    return [{ what: 'error', expected: output.error, came, ...(detail && { arithmetic: detail }) }];
  }
  const { components = answer.components, parts } = output;
  return [
    ...componentsThatDiffer(components, answer.components),
    ...partsThatDiffer(parts, answer),
    ...(date === undefined || answer.ruleSetVersion === ruleSetVersionOn(date)
      ? []
      : [{ what: 'date', expected: ruleSetVersionOn(date), came: answer.ruleSetVersion }]),
  ];
}

/** Compares code by code: of a code that stands several times the first with the first, the second with the second. */
function componentsThatDiffer(
  expected: readonly ExpectedComponent[],
  came: readonly BenefitComponent[],
): Difference[] {
  const codes = new Set([...expected, ...came].map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const due = expected.filter((component) => component.code === code);
    const paid = came.filter((component) => component.code === code);
    return Array.from({ length: Math.max(due.length, paid.length) }, (_, at) =>
      componentThatDiffers(code, due[at], paid[at]),
    ).flat();
  });
}

function componentThatDiffers(
  code: string,
  due: ExpectedComponent | undefined,
  paid: BenefitComponent | undefined,
): Difference[] {
  if (due?.amountIdr === paid?.amountIdr) return [];
  const { law, article, arithmetic } = paid ?? {};
  const sides = { expected: due?.amountIdr, came: paid?.amountIdr };
  return [{ what: code, unit: 'Rp', ...sides, ...(paid && { law, article, arithmetic }) }];
}

function partsThatDiffer(parts: Readonly<Record<string, unknown>>, answer: Calculation): Difference[] {
  const said: Readonly<Record<string, unknown>> = { ...answer };
  const expected = { ...EXPECTED_WITHOUT_WORDS, ...parts };
  return OUTPUT_PARTS.filter((part) => part in expected).flatMap((part) =>
    within(part, expected[part], said[part] ?? EXPECTED_WITHOUT_WORDS[part]),
  );
}

/** Lists are of the same length; of an object what the case names is so, and what it does not name plays no part. */
function within(what: string, expected: unknown, came: unknown): Difference[] {
  if (Array.isArray(expected)) return withinList(what, expected, came ?? []);
  if (isObject(expected)) {
    const said = isObject(came) ? came : {};
    return Object.entries(expected).flatMap(([name, value]) => within(`${what}.${name}`, value, said[name]));
  }
  if (expected === came) return [];
  return [{ what, ...(what.endsWith('Idr') && { unit: 'Rp' }), expected, came }];
}

function withinList(what: string, expected: readonly unknown[], came: unknown): Difference[] {
  if (!Array.isArray(came)) return [{ what, expected, came }];
  const rows: readonly unknown[] = expected.length < came.length ? came : expected;
  return rows.flatMap((_, at) => {
    const [due, said]: readonly unknown[] = [expected[at], came[at]];
    const name = `${what}.${codeOf(due) ?? codeOf(said) ?? at + 1}`;
    if (due !== undefined && said !== undefined) return within(name, due, said);
    const amounts = { expected: amountOf(due), came: amountOf(said) };
    return [{ what: name, ...(codeOf(due ?? said) && { unit: 'Rp' as const }), ...amounts }];
  });
}

/** A row of a list is called by its code, where it has one, and stands for its amount. */
const codeOf = (row: unknown) => (isObject(row) && typeof row.code === 'string' ? row.code : undefined);
const amountOf = (row: unknown) =>
  codeOf(row) === undefined ? row : (row as { amountIdr?: unknown }).amountIdr;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
