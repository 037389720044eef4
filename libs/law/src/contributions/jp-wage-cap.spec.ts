import { describe, expect, it } from '@jest/globals';
import { addDays, lastDayOf, localDate, period } from '#kernel';
import { inForce } from '../kernel/rule.js';
import { total } from '../spec/outcome.js';
import { cellsOf, printedAmount, section } from '../spec/reference-tables.js';
import { JP_WAGE_CAP } from './contribution.rules.js';

describe('the JP wage cap', () => {
  const printed = cellsOf(section('2.2'))
    .slice(1)
    .flatMap(([from1, cap1, conf1, from2, cap2, conf2]) => [
      { from: from1!, cap: cap1!, confidence: conf1! },
      { from: from2!, cap: cap2!, confidence: conf2! },
    ])
    .sort((a, b) => a.from.localeCompare(b.from));

  it('has the twelve printed values', () => {
    expect(printed).toHaveLength(12);
    expect(
      JP_WAGE_CAP.versions.map(({ from, value, confidence }) => ({ from, cap: value, confidence })),
    ).toEqual(printed.map((row) => ({ ...row, cap: printedAmount(row.cap) })));
  });

  it.each(printed)('is $cap from $from and not a day earlier', ({ from, cap }) => {
    const first = localDate(from);
    expect(inForce(JP_WAGE_CAP, first).value).toBe(printedAmount(cap));
    if (from > '2015-07-01') {
      expect(inForce(JP_WAGE_CAP, addDays(first, -1)).value).not.toBe(printedAmount(cap));
    }
  });

  it.each(printed)('limits the JP contribution of the month that begins on $from', ({ from, cap }) => {
    const inputs = { calculator: 'CONTRIB_PU', riskClass: 1, programs: ['JP'], period: from.slice(0, 7) };
    expect(total({ ...inputs, monthlyWage: 50_000_000 })).toBe(
      Math.round(printedAmount(cap) * 0.02) + Math.round(printedAmount(cap) * 0.01),
    );
    expect(lastDayOf(period(from.slice(0, 7))) >= from).toBe(true);
  });
});
