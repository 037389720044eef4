import type { Random } from '../../system/random.js';

/** Written into the JSON as it stands, for numbers that no JavaScript value is written as. */
const raw = (number: string) => `@raw:${number}@`;

const NUMBERS = [
  raw('1e400'),
  raw('-1e400'),
  raw('123456789012345678901234567890'),
  raw('0.1e-400'),
  raw('-0'),
  raw('1.0'),
  raw('9007199254740993'),
  0,
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e21,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
];

/** One text for each thing that goes wrong somewhere between a socket and a table. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff',
  'a\ud83d',
  '\udc00\ud800',
  '\ufffd',
  '\ufeffA',
  '\ufffe\uffff',
  '\u{1fffe}\u{10ffff}',
  '\u{10000}\u{20000}\u{30000}\u{e0001}\u{f0000}\u{100000}',
  '\u202eABC\u202c',
  'a\u200db',
  'A\u{e0041}',
  '=1+1',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u007f',
  '\r\nX-Header: 1',
  'A\n'.repeat(5),
  '\u0041\u030a'.repeat(60),
  'e' + '\u0301'.repeat(500),
  'ﷺ'.repeat(60),
  'ŉ'.repeat(99),
  'x'.repeat(1e4),
  '9'.repeat(1e3),
  "'; drop table participants; --",
  '${7*7}{{7*7}}<script>alert(1)</script>',
  '../../../../etc/passwd',
  '%00%0a%ff',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '１２３４５６',
  '٣٢١٦٠١',
  '0000-00-00',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '-000001-01-01',
  '+275760-09-13',
  '1900-01-01',
  '2200-12-31',
  '2026-02-29T25:61:61Z',
  '2016-12-31T23:59:60Z',
  '24:00',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '{00000000-0000-4000-8000-000000000000}',
  '0000000000000000',
  '9999999999999999',
];

const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  { length: 1e9 },
  { toString: 1 },
  { valueOf: {} },
];

export const strangeText = (random: Random) => random.pick(TEXTS);

/** A value that hardly any field takes. */
export function strangeValue(random: Random): unknown {
  const of = random.pick(['text', 'text', 'number', 'other', 'deep', 'wide'] as const);
  if (of === 'text') return strangeText(random);
  if (of === 'number') return random.pick(NUMBERS);
  if (of === 'deep') return deep(random.pick([10, 1000]));
  if (of === 'wide') return Array.from({ length: 2000 }, (_, n) => n);
  return random.pick(OTHERS);
}

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? { a: value } : [value];
  return value;
}

/** Names that every object answers to, and others that were never asked for. */
export const STRANGE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'toJSON',
  'length',
  '',
  '\u0000',
  '\ud800',
  '0',
  '-1',
  'a.b',
  'a[b]',
  '$where',
  'id',
  'participantId',
  'segment',
  'events',
  '0000000101900001',
];
