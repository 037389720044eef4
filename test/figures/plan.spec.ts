import { describe, expect, it } from '@jest/globals';
import { publishedFigures } from './figures-file.js';
import { planOf } from './plan.js';

const FIGURES = publishedFigures();

describe('a history for the published figures', () => {
  it('has as many members as were published, and pays what was published', () => {
    const plan = planOf(FIGURES, 1);
    const { employees, nonAsn, builders, farmers, chamberMembers, otherSelfEmployed } = plan;
    const healed = plan.careIdr.length;
    expect(employees + nonAsn + builders + farmers + chamberMembers + otherSelfEmployed + healed).toBe(
      492_000,
    );
    expect(plan).toMatchObject({
      nonAsn: 21_000,
      farmers: 26_000,
      chamberMembers: 1_000,
      candidates: 19_000,
    });
    const accidents = plan.fatalAccidents.length;
    const careIdr = plan.careIdr.reduce((sum, one) => sum + one, 0);
    expect(42_000_000 * plan.deaths + 70_000_000 * accidents + careIdr).toBe(219_000_000_000);
    expect(plan.fatalAccidents.filter((child) => child === 'PT')).toHaveLength(416);
    expect(plan.fatalAccidents.filter((child) => child !== 'PT')).toEqual(['SMA', 'SMA', 'SMP']);
  });

  it('is the same in small where everything stays whole, and is refused where it does not', () => {
    expect(planOf(FIGURES, 100)).toMatchObject({ nonAsn: 210, farmers: 260, chamberMembers: 10 });
    expect(() => planOf(FIGURES, 7)).toThrow('active_members is no whole number at 1:7');
  });
});

describe('the published figures', () => {
  it('say of each where it was printed and for which day', () => {
    for (const { asOf, source, value } of FIGURES) {
      expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(source).toMatch(/^articles? 00\d/);
      expect(value).toBeGreaterThan(0);
    }
  });

  it('have shares that follow from what they are shares of', () => {
    const of = (name: string) => FIGURES.find(({ figure }) => figure === name)!.value;
    const percent = (part: string, whole: string) => Math.round((10_000 * of(part)) / of(whole)) / 100;
    expect(percent('active_members', 'workforce')).toBe(of('coverage'));
    expect(percent('non_asn', 'active_members')).toBe(of('non_asn_of_members'));
    expect(percent('with_social_security', 'wage_earners')).toBe(of('with_social_security_of_wage_earners'));
  });
});
