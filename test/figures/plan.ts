import type { PublishedFigure } from './figures-file.js';

/** What happens in a history whose reports show the published figures: how many of each. */
export interface Plan {
  /** Members of companies. */
  readonly employees: number;
  /** Members of a state body who are no civil servants (non-ASN). */
  readonly nonAsn: number;
  readonly builders: number;
  readonly farmers: number;
  /** Paid for by a chamber of commerce. */
  readonly chamberMembers: number;
  readonly otherSelfEmployed: number;
  readonly candidates: number;
  /** Self-employed workers who die of illness: JKM, the same for each. */
  readonly deaths: number;
  /** Those whom an accident at work kills, each with the child who then studies. */
  readonly fatalAccidents: readonly Child[];
  /** What care after an accident that leaves nothing behind costs, of each who had one. */
  readonly careIdr: readonly number[];
  /** What all of it comes to, scholarships too. */
  readonly paidIdr: number;
}

/** The level that a child is at, which decides what a year of scholarship is. */
export type Child = 'PT' | 'SMA' | 'SMP' | 'SD';

/** What PP 82/2019, Annex III gives for a year. */
const YEAR_OF: Readonly<Record<Child, number>> = {
  PT: 12_000_000,
  SMA: 3_000_000,
  SMP: 2_000_000,
  SD: 1_500_000,
};

const LEVELS: readonly Child[] = ['PT', 'SMA', 'SMP', 'SD'];

/** Death, periodic and funeral benefit of JKM (PP 82/2019). */
const DEATH_IDR = 42_000_000;

/** 48 times the lowest base of 1,000,000, the periodic and the funeral benefit of JKK (PP 82/2019). */
const FATAL_ACCIDENT_IDR = 70_000_000;

/** Fewer who pay for themselves would be withheld in reports, and somebody else with them. */
const HEALED = 5;

/**
 * What was not published, and is as the synthetic population of the law has it: "about a fifth" of the members are informal (article
 * 003), and one in twenty builds.
 */
const [INFORMAL, BUILDING] = [0.2, 0.05];

/**
 * A history for figures that are a scale-th of those published.
 * @throws RangeError where a figure is missing or is not whole at that scale
 */
export function planOf(figures: readonly PublishedFigure[], scale: number): Plan {
  const valueOf = (name: string) => {
    const value = (figures.find(({ figure }) => figure === name)?.value ?? NaN) / scale;
    if (!Number.isSafeInteger(value)) throw new RangeError(`${name} is no whole number at 1:${scale}`);
    return value;
  };
  const members = valueOf('active_members');
  const [nonAsn, farmers, chamberMembers] = ['non_asn', 'farmers', 'chamber_members'].map(valueOf) as [
    number,
    number,
    number,
  ];
  const selfEmployed = Math.round(members * INFORMAL);
  const builders = Math.round(members * BUILDING);
  const [claimsIdr, scholarshipsIdr] = [valueOf('claims_paid'), valueOf('scholarships_paid')];
  const fatalAccidents = childrenOf(scholarshipsIdr);
  const rest = claimsIdr - fatalAccidents.length * FATAL_ACCIDENT_IDR;
  // Who is treated lives, and is a member too.
  const careIdr = shared(rest % DEATH_IDR, HEALED);
  return {
    employees: members - nonAsn - selfEmployed - builders,
    nonAsn,
    builders,
    farmers,
    chamberMembers,
    otherSelfEmployed: selfEmployed - farmers - chamberMembers - careIdr.length,
    candidates: valueOf('still_to_register'),
    deaths: Math.floor(rest / DEATH_IDR),
    fatalAccidents,
    careIdr,
    paidIdr: claimsIdr + scholarshipsIdr,
  };
}

/** A sum in equal parts, as far as it goes; none of nothing. */
function shared(sumIdr: number, parts: number): number[] {
  const part = Math.floor(sumIdr / parts);
  if (sumIdr === 0) return [];
  return Array.from({ length: parts }, (_, nth) => (nth === 0 ? sumIdr - part * (parts - 1) : part));
}

/** Children whose scholarships of one year come to a sum. @throws RangeError where none do */
function childrenOf(sumIdr: number): Child[] {
  let left = sumIdr;
  const children = LEVELS.flatMap((level) => {
    const count = Math.floor(left / YEAR_OF[level]);
    left -= count * YEAR_OF[level];
    return Array<Child>(count).fill(level);
  });
  if (left !== 0) throw new RangeError(`No years of school come to Rp${sumIdr}`);
  return children;
}
