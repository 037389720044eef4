import { describe, expect, it } from '@jest/globals';
import { addDays, LARGEST_AMOUNT, Rejection } from '#kernel';
import { type Calculation, calculate } from '#law';
import { filesOfCases, readFilesOfCases } from '#law/files';
import { CALCULATORS, RULES } from '../src/catalogue.js';
import { DECIDING_REQUESTS } from '../src/spec/deciding-requests.js';

type Facts = Readonly<Record<string, unknown>>;

const { cases } = await readFilesOfCases(await filesOfCases());
const REQUESTS = [...cases.map(({ input }) => input as Facts), ...DECIDING_REQUESTS];

/** The days on which a rule changes and those around them, and days so far off that any term has passed. */
const DAYS = [
  ...new Set(
    RULES.flatMap(({ versions }) => versions.flatMap(({ from, until }) => [from, until ?? from]))
      .flatMap((day) => [addDays(day, -1), day])
      .concat(addDays('1950-01-01' as never, 0), addDays('2044-12-31' as never, 0)),
  ),
].sort();

const NUMBERS = [
  0,
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  10,
  12,
  13,
  19,
  20,
  23,
  24,
  30,
  36,
  50,
  56,
  60,
  79,
  80,
  99,
  100,
  180,
  720,
  2015,
  2019,
  2024,
  20_000,
  1_000_000,
  4_000_000,
  6_000_000,
  9_000_000,
  30_000_000,
  60_000_000,
  LARGEST_AMOUNT,
];

/** What any case gives to a field, by its last name: words, lists and objects of the right kind. */
const GIVEN = new Map<string, unknown[]>();
for (const request of REQUESTS) for (const [path, value] of placesIn(request)) remember(path.at(-1)!, value);

function remember(name: string, value: unknown): void {
  const known = GIVEN.get(name) ?? [];
  if (!known.some((other) => JSON.stringify(other) === JSON.stringify(value))) known.push(value);
  GIVEN.set(name, known);
}

/** Where each fact stands in a request: its own fields, those of the objects within them, and each word of a list of words. */
function placesIn(facts: object, before: readonly string[] = []): [readonly string[], unknown][] {
  return Object.entries(facts).flatMap(([name, value]: [string, unknown]) => {
    const path = [...before, name];
    const here: [readonly string[], unknown][] =
      (Array.isArray(facts) && typeof value !== 'string') || name === 'calculator' ? [] : [[path, value]];
    return typeof value === 'object' && value !== null ? [...here, ...placesIn(value, path)] : here;
  });
}

function replaced(facts: Facts, [name, ...rest]: readonly string[], value: unknown): Facts {
  const copy: Record<string, unknown> = (Array.isArray(facts) ? [...facts] : { ...facts }) as Record<
    string,
    unknown
  >;
  if (rest.length > 0) copy[name!] = replaced(facts[name!] as Facts, rest, value);
  else if (value === undefined && Array.isArray(copy)) copy.splice(Number(name), 1);
  else if (value === undefined) delete copy[name!];
  else copy[name!] = value;
  return copy;
}

const isRead = (request: Facts) => {
  try {
    CALCULATORS[String(request.calculator)]!.read(request);
    return true;
  } catch {
    return false;
  }
};

/** What an answer says, without the facts it repeats; the code of what makes a request impossible. */
function said(request: Facts): string {
  try {
    const { ruleSetVersion, components, owedByEmployer, totalIdr, decision, rule, memo, payees, ...other } =
      calculate(request);
    const { nonJkkMedicalIdr, owedByEmployerTotalIdr, taxMemo } = other;
    const parts = [ruleSetVersion, totalIdr, decision, rule, memo, payees, nonJkkMedicalIdr, taxMemo];
    return JSON.stringify([
      ...parts,
      components.map(line),
      owedByEmployer?.map(line),
      owedByEmployerTotalIdr,
    ]);
  } catch (error) {
    if (error instanceof Rejection) return `${error.code} ${error.detail}`;
    throw error;
  }
}

const line = ({
  code,
  amountIdr,
  arithmetic,
  payee,
  confidence,
  article,
}: Calculation['components'][number]) => [code, amountIdr, arithmetic, payee, confidence, article];

const WORDS = [...new Set([...GIVEN.values()].flat(2))].filter(
  (value) => typeof value === 'string' && /^[A-Z_]+$/.test(value),
);

/** The request with other values in this place, as far as the calculator can read them. */
function* othersOf(request: Facts, path: readonly string[], value: unknown): Generator<Facts> {
  for (const other of [undefined, ...(GIVEN.get(path.at(-1)!) ?? []), ...ofTheKind(value)]) {
    const changed = replaced(request, path, other);
    if (isRead(changed)) yield changed;
  }
}

function ofTheKind(value: unknown): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return NUMBERS;
  if (typeof value !== 'string') return [];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return DAYS;
  if (/^\d{4}-\d\d$/.test(value)) return DAYS.map((day) => day.slice(0, 7));
  return /^\d/.test(value) ? ['00:01', '23:59'] : WORDS;
}

/** The places of a request that may be left out. */
const optionalPlaces = (request: Facts) =>
  placesIn(request).filter(([path]) => isRead(replaced(request, path, undefined)));

/** Whether another value in this place comes to something else that is `such`. */
function changesTo(
  request: Facts,
  path: readonly string[],
  value: unknown,
  such: (other: string) => boolean = () => true,
): boolean {
  const answer = said(request);
  for (const changed of othersOf(request, path, value)) {
    const other = said(changed);
    if (other !== answer && such(other)) return true;
  }
  return false;
}

/** Whether it changes an answer once another field is changed: of two proofs that are given each is enough. */
function decidesWithAnother(request: Facts, path: readonly string[], value: unknown): boolean {
  const others = placesIn(request).filter(([other]) => other.join('.') !== path.join('.'));
  for (const [other, held] of others) {
    for (const changed of othersOf(request, other, held)) if (changesTo(changed, path, value)) return true;
  }
  return false;
}

/** Whether the answer would be another one. A word in a list says that it is there: with another in its place more is said. */
function playsAPart(request: Facts, path: readonly string[], value: unknown): boolean {
  return /^\d+$/.test(path.at(-1)!)
    ? said(replaced(request, path, undefined)) !== said(request)
    : changesTo(request, path, value, isAnswer);
}

const isAnswer = (text: string) => text.startsWith('[');

const isIgnored = (path: readonly string[], names: readonly string[]) =>
  path.some((_, at) => names.includes(path.slice(0, at + 1).join('.')));

/** So many requests of a calculator are asked again with each further field. */
const WITH_FURTHER_FIELDS = 4;

/** The same request with each further field that its calculator knows, as some case gives it. */
function withFurtherFields(request: Facts): readonly Facts[] {
  const further = CALCULATORS[String(request.calculator)]!.fields.filter((name) => !(name in request));
  const given = further.flatMap((name) =>
    (GIVEN.get(name) ?? []).slice(0, 2).map((value) => replaced(request, [name], value)),
  );
  return given.filter(isRead);
}

/** What of a request is passed over in silence, and what is said to play no part although it does. */
function faultsOf(request: Facts): { silent: string[]; wrong: string[] } {
  const faults = { silent: [] as string[], wrong: [] as string[] };
  const answer = said(request);
  if (!isAnswer(answer)) return faults;
  const names = calculate(request).ignoredFields ?? [];
  for (const [path, value] of optionalPlaces(request)) {
    const what = `${path.join('.')} of ${JSON.stringify(request)}`;
    if (isIgnored(path, names)) {
      if (playsAPart(request, path, value)) faults.wrong.push(what);
    } else if (!changesTo(request, path, value) && !decidesWithAnother(request, path, value))
      faults.silent.push(what);
  }
  return faults;
}

describe('whatever a request gives', () => {
  it('is given by a case, of each field', () => {
    const fields = new Set(Object.values(CALCULATORS).flatMap(({ fields: names }) => names));
    expect([...fields].filter((name) => !GIVEN.has(name))).toEqual([]);
  });

  it.each(Object.keys(CALCULATORS))('%s: it changes the answer, or is told to play no part', (calculator) => {
    const requests = REQUESTS.filter((facts) => facts.calculator === calculator);
    const further = requests.slice(0, WITH_FURTHER_FIELDS).flatMap(withFurtherFields);
    const faults = [...requests, ...further].map(faultsOf);
    expect(faults.flatMap(({ silent }) => silent).slice(0, 5)).toEqual([]);
    expect(faults.flatMap(({ wrong }) => wrong).slice(0, 5)).toEqual([]);
  });
});
