import { describe, expect, it } from '@jest/globals';
import { csvLine } from './written-csv.js';

describe('A line of CSV', () => {
  it.each(['=1+1', '+1', '@SUM(A1)', '-2+3', '\tx', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    'holds no formula, whatever somebody typed: %j',
    (typed) => {
      expect(csvLine([typed])).toBe(`'${typed}\r\n`);
    },
  );

  it('keeps numbers, and quotes what would end a cell', () => {
    expect(csvLine(['-5', '-5.25', 'a,b', 'say "x"', 'two\nlines', 'plain'])).toBe(
      '-5,-5.25,"a,b","say ""x""","two\nlines",plain\r\n',
    );
  });
});
