import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, outcome, total } from '../spec/outcome.js';
import { cellsOf, section } from '../spec/reference-tables.js';
import { DISABILITY_BY_ITEM, DISABILITY_ROWS } from './disability.rules.js';

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
