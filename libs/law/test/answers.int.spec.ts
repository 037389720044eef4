import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, LARGEST_AMOUNT, Rejection } from '#kernel';
import { calculate, CALCULATOR_FIELDS, INPUT_ERRORS } from '#law';
import { filesOfCases, readFilesOfCases } from '#law/files';
import { RULES } from '../src/catalogue.js';

type Request = Readonly<Record<string, unknown>>;

const { cases } = await readFilesOfCases(await filesOfCases());
const requests = cases.map(({ input }) => input as Request);

/** The first and the last day of each version, and the days beside them. */
const DAYS = [
  ...new Set(
    RULES.flatMap(({ versions }) => versions.flatMap(({ from, until }) => [from, until ?? from])).flatMap(
      (day) => [addDays(day, -1), day, addDays(day, 1)],
    ),
  ),
].sort();

/** Every number that stands in a rule, and those beside it. */
const NUMBERS = [
  ...new Set(
    RULES.flatMap(({ versions }) => versions.flatMap(({ value }) => numbersIn(value)))
      .flatMap((number) => [number - 1, number, number + 1])
      .concat(-1, 0, 1, 0.5, LARGEST_AMOUNT, LARGEST_AMOUNT + 1),
  ),
];

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return /^\d+(\.\d+)?$/.test(value) ? [Number(value)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Every word that a case gives to a field, for whatever field it is. */
const WORDS = [...new Set(requests.flatMap((request) => Object.values(request)))].filter(
  (value) => typeof value === 'string',
);

const VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  ...DAYS,
  ...DAYS.map((day) => day.slice(0, 7)),
  ...NUMBERS,
  ...WORDS,
];

/** The code with which a request is refused, `ANSWERED`, or what broke. */
function resultOf(request: Request): string {
  try {
    calculate(request);
    return 'ANSWERED';
  } catch (error) {
    return error instanceof Rejection ? error.code : `BROKEN by ${JSON.stringify(request)}: ${String(error)}`;
  }
}

const isAnswer = (result: string) => result === 'ANSWERED' || Object.hasOwn(INPUT_ERRORS, result);

describe('a request with values of the edges of the law', () => {
  it('is of any calculator', () => {
    const asked = new Set(requests.map(({ calculator }) => calculator));
    expect(Object.keys(CALCULATOR_FIELDS).filter((name) => !asked.has(name))).toEqual([]);
  });

  it.each(Object.keys(CALCULATOR_FIELDS))(
    '%s is answered or refused with a code, whatever one field holds',
    (calculator) => {
      const broken = requests
        .filter((request) => request.calculator === calculator)
        .slice(0, 1)
        .flatMap((request) =>
          CALCULATOR_FIELDS[calculator]!.flatMap((field) =>
            VALUES.map((value) => resultOf({ ...request, [field]: value })).filter(
              (result) => !isAnswer(result),
            ),
          ),
        );
      expect([...new Set(broken)].slice(0, 5)).toEqual([]);
    },
  );

  it('is answered or refused with a code, whatever several fields hold', () => {
    const anyRequest = fc.constantFrom(...requests).chain((request) => {
      const fields = CALCULATOR_FIELDS[String(request.calculator)]!;
      const changes = fc.dictionary(fc.constantFrom(...fields), fc.constantFrom(...VALUES), { maxKeys: 4 });
      return changes.map((changed) => ({ ...request, ...changed }));
    });
    fc.assert(
      fc.property(anyRequest, (request) => isAnswer(resultOf(request))),
      { numRuns: 5_000 },
    );
  });
});
