import { describe, expect, it } from '@jest/globals';
import { bpuBandFor } from '#law';
import { rupiah } from '#kernel';
import { total } from '../spec/outcome.js';
import { cellsOf, printedAmount, section } from '../spec/reference-tables.js';

describe('the income bands of BPU', () => {
  const printed = cellsOf(section('2.4'))
    .slice(1)
    .flatMap((row) => [row.slice(0, 3), row.slice(3, 6), row.slice(6, 9)])
    .map(([number, range, base]) => {
      const [from, to] = range!.split(/ - | and more/);
      return {
        number: Number(number),
        from: printedAmount(from!),
        to: to ? printedAmount(to) : undefined,
        base: printedAmount(base!),
      };
    })
    .sort((a, b) => a.number - b.number);

  it('are the 33 printed ones', () => {
    expect(printed.map(({ number }) => number)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
  });

  it.each(printed)('band $number holds $from to $to at base $base', ({ number, from, to, base }) => {
    expect(bpuBandFor(rupiah(from))).toMatchObject({ band: number, from, base, ...(to && { to }) });
    if (number > 1) expect(bpuBandFor(rupiah(from - 1)).band).toBe(number - 1);
    if (to !== undefined) {
      expect(bpuBandFor(rupiah(to)).band).toBe(number);
      // The gap after the printed range belongs to the band below it.
      expect(bpuBandFor(rupiah(to + 999)).band).toBe(number);
      expect(bpuBandFor(rupiah(to + 1_000)).band).toBe(number + 1);
    }
  });

  it.each(printed)('band $number pays 1% and 2% of $base', ({ from, base }) => {
    const inputs = { calculator: 'CONTRIB_BPU', declaredIncome: from, period: '2025-02' };
    expect(total({ ...inputs, programs: ['JKK'] })).toBe(base / 100);
    expect(total({ ...inputs, programs: ['JHT'] })).toBe(base / 50);
  });
});
