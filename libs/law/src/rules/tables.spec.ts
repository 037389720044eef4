import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bpuBandFor, calculate } from '#law';
import { addDays, localDate, lastDayOf, period, rupiah } from '#kernel';
import { arithmetic, outcome, total } from '../spec/outcome.js';
import { JP_WAGE_CAP } from './contribution.rules.js';
import { DISABILITY_BY_ITEM, DISABILITY_ROWS } from './disability.rules.js';
import { inForce } from './rule.js';

/** A second copy of the printed tables; each row of the rules has to agree with it. */
const reference = readFileSync(new URL('../../../../test/data/reference-tables.md', import.meta.url), 'utf8');

const section = (number: string) => reference.split('\n## ').find((part) => part.startsWith(number))!;
const cellsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|\s*-/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const amount = (digits: string) => Number(digits.replaceAll(',', ''));

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
    ).toEqual(printed.map((row) => ({ ...row, cap: amount(row.cap) })));
  });

  it.each(printed)('is $cap from $from and not a day earlier', ({ from, cap }) => {
    const first = localDate(from);
    expect(inForce(JP_WAGE_CAP, first).value).toBe(amount(cap));
    if (from > '2015-07-01') {
      expect(inForce(JP_WAGE_CAP, addDays(first, -1)).value).not.toBe(amount(cap));
    }
  });

  it.each(printed)('limits the JP contribution of the month that begins on $from', ({ from, cap }) => {
    const inputs = { calculator: 'CONTRIB_PU', riskClass: 1, programs: ['JP'], period: from.slice(0, 7) };
    expect(total({ ...inputs, monthlyWage: 50_000_000 })).toBe(
      Math.round(amount(cap) * 0.02) + Math.round(amount(cap) * 0.01),
    );
    expect(lastDayOf(period(from.slice(0, 7))) >= from).toBe(true);
  });
});

describe('the income bands of BPU', () => {
  const printed = cellsOf(section('2.4'))
    .slice(1)
    .flatMap((row) => [row.slice(0, 3), row.slice(3, 6), row.slice(6, 9)])
    .map(([number, range, base]) => {
      const [from, to] = range!.split(/ - | and more/);
      return {
        number: Number(number),
        from: amount(from!),
        to: to ? amount(to) : undefined,
        base: amount(base!),
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

describe('the disability table', () => {
  const [parts = '', others = ''] = section('3.8').split('| Other disability');
  const bodyParts = cellsOf(parts)
    .filter(([number]) => /^\d/.test(number!))
    .map(([number, item, , right, left, confidence]) => ({ number, item, right, left, confidence }));
  const otherRows = cellsOf(`|${others}`)
    .filter(([letter]) => /^[a-o]$/.test(letter!))
    .map(([number, item, , percents, confidence]) => ({
      number,
      item: item!,
      percents: percents!,
      confidence,
    }));
  const partial = (injury: object, more: object = {}) => ({
    calculator: 'JKK_PARTIAL',
    accidentDate: '2025-02-03',
    monthlyWage: 1_000_000,
    injuries: [injury],
    ...more,
  });

  it('has every printed row and no other', () => {
    expect(bodyParts).toHaveLength(19);
    expect(otherRows).toHaveLength(15);
    expect(DISABILITY_ROWS.map(({ row, id }) => [row, id])).toEqual(
      [...bodyParts, ...otherRows].map(({ number, item }) => [number, item]),
    );
  });

  it.each(bodyParts)('pays $right% for $item, on the left $left%', ({ item, right, left }) => {
    const percent = (side: string, dominantHand: string) =>
      arithmetic(partial({ item, side, kind: 'ANATOMIC' }, { dominantHand }));
    expect(outcome(partial({ item, side: 'RIGHT', kind: 'ANATOMIC' }))).toEqual([
      `JKK_PARTIAL_ANATOMIC ${Number(right) * 800_000}`,
    ]);
    const better = `${right}% × 80 × 1,000,000 = `;
    const lesser = left === '-' ? better : `${left}% × 80 × 1,000,000 = `;
    expect(percent('RIGHT', 'RIGHT')?.startsWith(better)).toBe(true);
    expect(percent('LEFT', 'RIGHT')?.startsWith(lesser)).toBe(true);
    expect(percent('LEFT', 'LEFT')?.startsWith(better)).toBe(true);
    expect(percent('RIGHT', 'LEFT')?.startsWith(lesser)).toBe(true);
  });

  it.each([...bodyParts, ...otherRows])('says how sure we are of $item', ({ item, confidence }) => {
    const { confidence: ours, sources } = DISABILITY_BY_ITEM.get(item!)!.versions[0]!;
    // Row l is V for the 7 % and H for "per 10 %": one letter is kept.
    expect(confidence).toMatch(new RegExp(`^${ours}`));
    expect(sources).toEqual(ours === 'V' ? ['S10'] : []);
  });

  const measures: Readonly<Record<string, readonly object[]>> = {
    KULIT_KEPALA: [{ percent: 10 }, { percent: 30 }],
    KAKI_MEMENDEK: [{ shorteningCm: 4.99 }, { shorteningCm: 5 }, { shorteningCm: 7.5 }],
    DAUN_TELINGA: [{ units: 1 }, { units: 2 }],
    KERJA_FISIK: [{ abilityLossPct: 51 }, { abilityLossPct: 26 }, { abilityLossPct: 10 }],
  };

  it.each(otherRows.filter(({ item }) => item !== 'BINOKULER'))(
    'pays $percents% for $item',
    ({ item, percents }) => {
      const printed = percents.split(/ \/ | - /).map((digits) => Number.parseFloat(digits));
      const given = measures[item] ?? [{}];
      expect(outcome(partial({ item, ...given[0] }))[0]).toMatch(/^JKK_PARTIAL_OTHER /);
      expect(given.map((measure) => total(partial({ item, ...measure })) / 800_000)).toEqual(printed);
    },
  );

  it('names an article and a source for every component it pays', () => {
    const { components } = calculate(partial({ item: 'PENCIUMAN' }));
    expect(components[0]).toMatchObject({ article: 'Annex III, row i', confidence: 'V' });
  });
});
