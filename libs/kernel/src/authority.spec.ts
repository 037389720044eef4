import { describe, expect, it } from '@jest/globals';
import {
  aboveBranches,
  authorityNeeded,
  authorityOf,
  furthest,
  reachOf,
  reachesOffice,
} from './authority.js';
import { localDate } from './local-date.js';
import { rupiah } from './rupiah.js';

const DAY = localDate('2026-11-20');
const needed = (matter: 'CASH' | 'CARE' | 'WAIVER', millions: number, more = 0) =>
  authorityNeeded(matter, rupiah(millions * 1_000_000 + more), DAY);

describe('How far somebody decides', () => {
  it.each([
    ['CASH', 100, 2],
    ['CASH', 500, 3],
    ['CASH', 2000, 4],
    ['CARE', 50, 2],
    ['CARE', 250, 3],
    ['CARE', 1000, 4],
    ['WAIVER', 1, 2],
    ['WAIVER', 10, 3],
    ['WAIVER', 100, 4],
  ] as const)('%s up to %i million takes level %i, a rupiah more the next', (matter, millions, level) => {
    expect(needed(matter, millions)).toMatchObject({ level, persons: 1 });
    expect(needed(matter, millions, 1).level).toBe(level + 1);
  });

  it('beyond a regional head takes two persons of the directorate, without a bound', () => {
    for (const matter of ['CASH', 'CARE', 'WAIVER'] as const) {
      const weighed = [{ matter, amountIdr: 9_000_000_000_000 }];
      expect(needed(matter, 9_000_000)).toEqual({ level: 5, persons: 2, weighed });
    }
  });

  it('reaches a sum where the limits say so, and of the directorate any', () => {
    expect([1, 2, 3, 4, 5].map((level) => reachOf('CARE', level as 1 | 2 | 3 | 4 | 5, DAY))).toEqual([
      -1,
      50_000_000,
      250_000_000,
      1_000_000_000,
      Infinity,
    ]);
  });

  it('is above the branches from the sum on, or the level, that takes a regional head', () => {
    const cash = (millions: number) => [{ matter: 'CASH', amountIdr: rupiah(millions * 1_000_000) }] as const;
    expect(aboveBranches({ weighed: cash(500) }, DAY)).toBe(false);
    expect(aboveBranches({ weighed: cash(501) }, DAY)).toBe(true);
    expect(aboveBranches({ level: 3, weighed: [] }, DAY)).toBe(false);
    expect(aboveBranches({ level: 4, weighed: [] }, DAY)).toBe(true);
  });

  it('is told by the token of a supervisor alone; whoever names no level is of the lowest', () => {
    expect(authorityOf({ roles: ['supervisor'] })).toBe(2);
    expect(authorityOf({ roles: ['adjudicator', 'supervisor'], authority: 4 })).toBe(4);
    expect(authorityOf({ roles: ['adjudicator'] })).toBe(1);
  });

  it('ends at one’s own office up to a head of branch', () => {
    const of = (authority: 2 | 3 | 4 | 5) => ({
      roles: ['supervisor'] as const,
      authority,
      office: 'BEKASI',
    });
    expect(reachesOffice(of(3), 'BEKASI', DAY)).toBe(true);
    expect(reachesOffice(of(3), 'BOGOR', DAY)).toBe(false);
    expect(reachesOffice(of(4), 'BOGOR', DAY)).toBe(true);
  });

  it('is that of whatever reaches furthest where cash and care are decided at once', () => {
    expect(furthest(needed('CASH', 40), needed('CARE', 60))).toMatchObject({ level: 3, persons: 1 });
    expect(furthest(needed('CASH', 4000), needed('CARE', 1))).toEqual({
      level: 5,
      persons: 2,
      weighed: [
        { matter: 'CASH', amountIdr: 4_000_000_000 },
        { matter: 'CARE', amountIdr: 1_000_000 },
      ],
    });
  });

  it('holds on days before the first table as well', () => {
    expect(authorityNeeded('CASH', rupiah(1), localDate('2010-01-01')).level).toBe(2);
  });
});
