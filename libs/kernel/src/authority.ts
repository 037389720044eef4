import type { Actor } from './command-context.js';
import { type LocalDate, localDate } from './local-date.js';
import { type Rupiah, rupiah } from './rupiah.js';

/**
 * How far a supervisor decides (tingkat kewenangan): 2 supervisor, 3 head of branch, 4 regional head, 5 directorate. It stands in
 * the token beside the role, and is no role. Whoever is no supervisor assesses and proposes: level 1.
 */
export const AUTHORITY_LEVELS = [2, 3, 4, 5] as const;

export type AuthorityLevel = (typeof AUTHORITY_LEVELS)[number];

/** What is decided: cash for people, care that is paid for or repaid, and money that is not asked for any more. */
export const AUTHORITY_MATTERS = ['CASH', 'CARE', 'WAIVER'] as const;

export type AuthorityMatter = (typeof AUTHORITY_MATTERS)[number];

/** A step of the limits: up to a sum so many persons of this level or above are enough. */
interface AuthorityStep {
  readonly level: AuthorityLevel;
  readonly persons: number;
  /** Up to how much that is enough, rupiah; absent where there is no bound. */
  readonly upToIdr?: Rupiah;
}

/** A sum that the limits of its matter are compared with. */
export interface WeighedSum {
  readonly matter: AuthorityMatter;
  readonly amountIdr: Rupiah;
}

/** Who has to decide, and by which sums: with more than one, whatever reaches furthest counts. */
export interface AuthorityNeeded extends AuthorityStep {
  readonly weighed: readonly WeighedSum[];
}

/** The limits in force from a day on, each matter from the smallest sum to the greatest. */
interface AuthorityTable {
  readonly from: LocalDate;
  readonly limits: Readonly<Record<AuthorityMatter, readonly AuthorityStep[]>>;
  /** Whoever is of this level decides on claims of every office, and those below on claims of their own. */
  readonly everyOfficeFrom: AuthorityLevel;
  /** Whoever is of this level signs agreements as the second one. */
  readonly signsFrom: AuthorityLevel;
}

const upTo = (level: AuthorityLevel, millions: number): AuthorityStep => ({
  level,
  persons: 1,
  upToIdr: rupiah(millions * 1_000_000),
});

const TWO_OF_DIRECTORATE: AuthorityStep = { level: 5, persons: 2 };

/**
 * Reference 6.1 (P-15), a convention of the house: a table is never changed, another is added from its day on. The newest comes last.
 */
const TABLES: readonly [AuthorityTable, ...AuthorityTable[]] = [
  {
    from: localDate('2015-07-01'),
    limits: {
      CASH: [upTo(2, 100), upTo(3, 500), upTo(4, 2000), TWO_OF_DIRECTORATE],
      CARE: [upTo(2, 50), upTo(3, 250), upTo(4, 1000), TWO_OF_DIRECTORATE],
      WAIVER: [upTo(2, 1), upTo(3, 10), upTo(4, 100), TWO_OF_DIRECTORATE],
    },
    everyOfficeFrom: 4,
    signsFrom: 2,
  },
];

/** Before the first table its limits hold as well. */
const inForceOn = (day: LocalDate): AuthorityTable => TABLES.findLast(({ from }) => from <= day) ?? TABLES[0];

/** How far somebody decides. A supervisor whose token names no level is of the lowest. */
export function authorityOf({ roles, authority }: Pick<Actor, 'roles' | 'authority'>): AuthorityLevel | 1 {
  return roles.includes('supervisor') ? (authority ?? AUTHORITY_LEVELS[0]) : 1;
}

/**
 * Who has to decide on a sum.
 * @param day of the decision: the limits of that day hold
 */
export function authorityNeeded(matter: AuthorityMatter, amountIdr: Rupiah, day: LocalDate): AuthorityNeeded {
  const steps = inForceOn(day).limits[matter];
  const step = steps.find(({ upToIdr }) => upToIdr === undefined || amountIdr <= upToIdr);
  return { ...(step ?? TWO_OF_DIRECTORATE), weighed: [{ matter, amountIdr }] };
}

/**
 * Up to which sum somebody of a level has a part in a decision, alone or as one of several; Infinity where there is no bound.
 * @param day of the decision: the limits of that day hold
 */
export function reachOf(matter: AuthorityMatter, level: AuthorityLevel | 1, day: LocalDate): number {
  const steps = inForceOn(day).limits[matter].filter((step) => step.level <= level);
  return steps.length === 0 ? -1 : (steps.at(-1)?.upToIdr ?? Infinity);
}

/** Whether no branch decides on something: it takes the level of those who decide for every office. */
export function aboveBranches(
  {
    level = AUTHORITY_LEVELS[0],
    weighed,
  }: { readonly level?: AuthorityLevel; readonly weighed: readonly WeighedSum[] },
  day: LocalDate,
): boolean {
  const { everyOfficeFrom } = inForceOn(day);
  const needed = weighed.map(({ matter, amountIdr }) => authorityNeeded(matter, amountIdr, day).level);
  return Math.max(level, ...needed) >= everyOfficeFrom;
}

/** Whether somebody decides on what is of an office: their own, or every one. */
export const reachesOffice = (
  actor: Pick<Actor, 'roles' | 'authority' | 'office'>,
  office: string,
  day: LocalDate,
): boolean => actor.office === office || authorityOf(actor) >= inForceOn(day).everyOfficeFrom;

/** From which level on somebody signs agreements with facilities and sponsors, beside whoever puts them forward. */
export const signsFrom = (day: LocalDate): AuthorityLevel => inForceOn(day).signsFrom;

/** Who has to decide where two sums are decided at once: whoever reaches further; of two who reach as far, the first. */
export const furthest = (one: AuthorityNeeded, other: AuthorityNeeded): AuthorityNeeded => ({
  ...(other.level > one.level || other.persons > one.persons ? other : one),
  weighed: [...one.weighed, ...other.weighed],
});
