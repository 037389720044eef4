import { describe, expect, it } from '@jest/globals';
import { lineOf } from './copy.js';
import { integer, json, table, text, yesNo } from './index.js';

const things = table('things', {
  name: text().key(),
  note: text().nullable(),
  count: integer(),
  isNew: yesNo(),
  list: json<readonly string[]>().nullable(),
});

describe('a row for COPY', () => {
  it('is a line of fields, with what has a meaning of its own written otherwise', () => {
    const row = { name: 'a\\b\tc\nd\re', note: null, count: 3, isNew: true, list: ['x\n', '\\'] };
    expect(lineOf(things.all, row)).toBe(
      'a\\\\b\\tc\\nd\\re\t\\N\t3\tt\t["x\\\\n","\\\\\\\\"]\n'.replace('\tt\t', '\ttrue\t'),
    );
  });

  it('keeps an empty text apart from none', () => {
    expect(lineOf(things.all, { name: '', note: '', count: 0, isNew: false, list: null })).toBe(
      '\t\t0\tfalse\t\\N\n',
    );
  });
});
