import { isLocalDate, LARGEST_AMOUNT } from '#kernel';
import type { Bilingual } from '../kernel/provision.js';

/**
 * What the values of a rule look like. It is read off the values that the law has given the rule so far: what they all are, a
 * proposed one has to be.
 */
export type Shape =
  | { readonly kind: 'WHOLE' | 'DECIMAL' | 'DAY' | 'YES_OR_NO' }
  /** The words are names of what is coded; another one would mean nothing. */
  | { readonly kind: 'ONE_OF'; readonly words: readonly string[] }
  | { readonly kind: 'LIST'; readonly each: Shape; readonly ends: Ends }
  | { readonly kind: 'OBJECT'; readonly fields: Readonly<Record<string, Field>> };

/** Where the bands of the law begin, if they name it, and whether the last one goes on without an end. */
interface Ends {
  readonly begin: number | undefined;
  readonly open: boolean;
}

interface Field {
  readonly shape: Shape;
  /** Each value of the law has it. */
  readonly needed: boolean;
}

/** A value of the law's shape, or what is wrong with it and where in it. */
export type Fitted = { readonly value: unknown } | { readonly part: string; readonly wrong: Bilingual };

const DECIMAL = /^\d+(?:\.\d+)?$/;
/** What somebody may propose: no law takes or gives a thousand per cent, or counts in millionths of one. */
const PROPOSED = /^\d{1,3}(?:\.\d{1,6})?$/;

/** The shape that all of these values have. */
export function shapeOf(values: readonly unknown[]): Shape {
  const known = values.filter((value) => value !== undefined);
  if (known.every((value) => typeof value === 'number')) return { kind: 'WHOLE' };
  if (known.every((value) => typeof value === 'boolean')) return { kind: 'YES_OR_NO' };
  if (known.every(Array.isArray)) return { kind: 'LIST', each: shapeOf(known.flat()), ends: endsOf(known) };
  if (known.every(isObject)) return { kind: 'OBJECT', fields: fieldsOf(known) };
  const words = [...new Set(known.map(String))];
  if (words.every((word) => DECIMAL.test(word))) return { kind: 'DECIMAL' };
  return words.every(isLocalDate) ? { kind: 'DAY' } : { kind: 'ONE_OF', words };
}

function endsOf(lists: readonly (readonly unknown[])[]): Ends {
  const bands = lists[0]?.filter(isObject) ?? [];
  const open = bands.some(({ to }) => to !== undefined) && bands.at(-1)?.to === undefined;
  return { begin: edge(bands[0]?.from), open };
}

function fieldsOf(objects: readonly Readonly<Record<string, unknown>>[]): Record<string, Field> {
  const names = new Set(objects.flatMap((object) => Object.keys(object)));
  return Object.fromEntries(
    [...names].map((name) => {
      const needed = objects.every((object) => object[name] !== undefined);
      return [name, { needed, shape: shapeOf(objects.map((object) => object[name])) }];
    }),
  );
}

/** The value as the law writes it: a percentage may be given as a number, an amount as its digits. */
export function fitted(shape: Shape, value: unknown, part = ''): Fitted {
  if (shape.kind === 'LIST') return listFitted(shape, value, part);
  if (shape.kind === 'OBJECT') return objectFitted(shape.fields, value, part);
  if (shape.kind === 'ONE_OF') {
    return shape.words.includes(value as string) ? { value } : { part, wrong: oneOf(value, shape.words) };
  }
  const { what, read } = SCALARS[shape.kind];
  const scalar = read(value);
  return scalar === undefined ? { part, wrong: notA(value, what) } : { value: scalar };
}

interface Scalar {
  readonly what: Bilingual;
  /** Nothing when it is none. */
  readonly read: (value: unknown) => unknown;
}

const SCALARS: Readonly<Record<'WHOLE' | 'DECIMAL' | 'DAY' | 'YES_OR_NO', Scalar>> = {
  WHOLE: {
    what: {
      en: `a whole number to ${LARGEST_AMOUNT}, without points or commas: 1200000`,
      id: `bilangan bulat sampai ${LARGEST_AMOUNT}, tanpa titik atau koma: 1200000`,
    },
    read: (value) => {
      const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
      return Number.isSafeInteger(number) && (number as number) >= 0 && (number as number) <= LARGEST_AMOUNT
        ? number
        : undefined;
    },
  },
  DECIMAL: {
    what: {
      en: 'a number below 1000 in digits, with a point: 2.5',
      id: 'bilangan di bawah 1000 dengan titik desimal: 2.5',
    },
    read: (value) => {
      const digits = typeof value === 'number' ? String(value) : value;
      return typeof digits === 'string' && PROPOSED.test(digits) ? digits : undefined;
    },
  },
  DAY: {
    what: { en: 'a day: 2027-01-01', id: 'tanggal: 2027-01-01' },
    read: (value) => (isLocalDate(value) ? value : undefined),
  },
  YES_OR_NO: {
    what: { en: 'true or false', id: 'true atau false' },
    read: (value) => YES_OR_NO.get(value),
  },
};

const YES_OR_NO = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
]);

function listFitted({ each, ends }: Shape & { kind: 'LIST' }, value: unknown, part: string): Fitted {
  if (!Array.isArray(value) || value.length === 0) {
    return { part, wrong: notA(value, { en: 'a list with something in it', id: 'daftar yang berisi' }) };
  }
  const rows: unknown[] = [];
  for (const [at, row] of (value as readonly unknown[]).entries()) {
    const read = fitted(each, row, inner(part, at));
    if (!('value' in read)) return read;
    rows.push(read.value);
  }
  return disordered(rows, part) ?? unbounded(rows, ends, part) ?? { value: rows };
}

/** Bands that name their edges stand in the order of these, and none ends before it begins. */
function disordered(rows: readonly unknown[], part: string): Fitted | undefined {
  const bands = rows.filter(isObject);
  for (const [at, { from, to }] of bands.entries()) {
    const before = bands[at - 1];
    if (isAfter(edge(from), edge(to))) return { part: inner(part, at), wrong: EDGES.endsEarly };
    const [here, there] = from === undefined ? [to, before?.to] : [from, before?.to ?? before?.from];
    if (here !== undefined && there !== undefined && !isAfter(edge(here), edge(there))) {
      return { part: inner(part, at), wrong: EDGES.order };
    }
  }
  return undefined;
}

/** Bands reach as far down and up as those of the law: whoever stood in none would get no answer, or a wrong one. */
function unbounded(rows: readonly unknown[], { begin, open }: Ends, part: string): Fitted | undefined {
  const bands = rows.filter(isObject);
  if (begin !== undefined && bands[0] && edge(bands[0].from) !== begin) {
    return {
      part: inner(part, 0),
      wrong: { en: `the first band begins at ${begin}`, id: `lapisan pertama dimulai pada ${begin}` },
    };
  }
  return open && bands.at(-1)?.to !== undefined
    ? { part: inner(part, rows.length - 1), wrong: EDGES.closed }
    : undefined;
}

const edge = (value: unknown) => (value === undefined ? undefined : Number(value));
const isAfter = (one: number | undefined, other: number | undefined) =>
  one !== undefined && other !== undefined && one > other;

const EDGES = {
  closed: {
    en: 'the last band has no end: leave "to" out',
    id: 'lapisan terakhir tanpa batas atas: hapus "to"',
  },
  endsEarly: { en: 'this band ends before it begins', id: 'lapisan ini berakhir sebelum dimulai' },
  order: {
    en: 'this band does not begin and end after the one before it',
    id: 'lapisan ini tidak dimulai dan berakhir sesudah lapisan sebelumnya',
  },
} as const;

function objectFitted(fields: Readonly<Record<string, Field>>, value: unknown, part: string): Fitted {
  const names = Object.keys(fields);
  if (!isObject(value)) {
    return {
      part,
      wrong: notA(value, {
        en: `an object with ${names.join(', ')}`,
        id: `objek berisi ${names.join(', ')}`,
      }),
    };
  }
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) return { part: inner(part, unknown), wrong: oneOf(unknown, names) };
  const read: Record<string, unknown> = {};
  for (const [name, { shape, needed }] of Object.entries(fields)) {
    if (value[name] === undefined && !needed) continue;
    const field = fitted(shape, value[name], inner(part, name));
    if (!('value' in field)) return field;
    read[name] = field.value;
  }
  return { value: read };
}

const inner = (part: string, name: string | number) => (part === '' ? String(name) : `${part}.${name}`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const notA = (value: unknown, what: Bilingual): Bilingual => ({
  en: `${written(value)} is not ${what.en}`,
  id: `${written(value, 'kosong')} bukan ${what.id}`,
});

const oneOf = (value: unknown, words: readonly string[]): Bilingual => ({
  en: `${written(value)} is none of ${words.join(', ')}`,
  id: `${written(value, 'kosong')} bukan salah satu dari ${words.join(', ')}`,
});

function written(value: unknown, nothing = 'nothing'): string {
  const text = value === undefined ? nothing : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
