import { describe, expect, it } from '@jest/globals';
import { columnTypes, parseInt8 } from './column-types.js';

const [INT8, INT8_LIST, DATE, DATE_LIST, TIMESTAMPTZ, TIMESTAMPTZ_LIST, NUMERIC] = [
  20, 1016, 1082, 1182, 1184, 1185, 1700,
];
const read = (type: number | undefined, text: string): unknown =>
  (columnTypes.getTypeParser(type as never, 'text') as (text: string) => unknown)(text);

describe('a column', () => {
  it('of int8 becomes a number, and refuses what a number cannot hold', () => {
    expect(read(INT8, '-9007199254740991')).toBe(Number.MIN_SAFE_INTEGER);
    expect(() => parseInt8('9007199254740992')).toThrow(RangeError);
  });

  it('of date stays a calendar day, wherever the process runs', () => {
    expect(read(DATE, '2026-01-02')).toBe('2026-01-02');
  });

  it('of timestamptz becomes an instant in UTC', () => {
    expect(read(TIMESTAMPTZ, '2026-11-20 10:15:00.123456+07')).toBe('2026-11-20T03:15:00.123Z');
  });

  it('of numeric stays exact', () => {
    expect(read(NUMERIC, '105000000.005')).toBe('105000000.005');
  });

  it('that is a list follows its elements', () => {
    expect(read(INT8_LIST, '{1,NULL,3}')).toEqual([1, null, 3]);
    expect(read(INT8_LIST, '{}')).toEqual([]);
    expect(read(DATE_LIST, '{2026-01-02}')).toEqual(['2026-01-02']);
    expect(read(TIMESTAMPTZ_LIST, '{"2026-11-20 03:15:00+00",NULL}')).toEqual([
      '2026-11-20T03:15:00.000Z',
      null,
    ]);
  });
});
