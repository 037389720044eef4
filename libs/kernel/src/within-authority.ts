import {
  AUTHORITY_LEVELS,
  type AuthorityLevel,
  type AuthorityNeeded,
  type WeighedSum,
  authorityOf,
} from './authority.js';
import type { Actor } from './command-context.js';
import type { Policy } from './policy.js';
import { type Refusal, conflict } from './refusal.js';
import type { Rupiah } from './rupiah.js';
import type { Words } from './words.js';

/** What the rules about how far somebody decides look at. */
export interface AuthorityGrounds {
  readonly decider: Actor;
  readonly needed: AuthorityNeeded;
  /** Subjects of those who have approved the same before, where one person is not enough. */
  readonly endorsedBy?: readonly string[];
  /** By which delegation they decide, where the office is not theirs. */
  readonly delegation?: DelegationUsed;
}

/** Whose office somebody decides for, and by which delegation of it (pelimpahan wewenang). */
export interface DelegationUsed {
  readonly delegationId: string;
  readonly office: string;
}

/** By whose authority something was approved, as the limits were on that day (kewenangan memutus). */
export interface AuthorityUsed {
  /** Of whoever approved last. */
  readonly level: AuthorityLevel;
  /** Up to how much one person of the level that it took decides alone; absent where there is no bound. */
  readonly upToIdr?: Rupiah;
  /** What the limits were compared with, of each matter what is more than nothing; earlier releases left it out. */
  readonly weighed?: readonly WeighedSum[];
  /** Those who approved before, where it took several. */
  readonly endorserIds?: readonly string[];
  /** By which delegation whoever approved last decided for another office; absent where it was their own, or below theirs. */
  readonly delegation?: DelegationUsed;
}

/** By which delegation an event was decided: who endorses or denies says it beside the decision, who approves within the authority that was used. */
export function delegationIn(data: object): DelegationUsed | null {
  const said = data as { readonly authority?: AuthorityUsed; readonly delegation?: DelegationUsed };
  return said.authority?.delegation ?? said.delegation ?? null;
}

/** Who is meant by a level of authority. */
const OF_LEVEL = {
  2: { en: 'a supervisor', id: 'supervisor' },
  3: { en: 'a head of branch', id: 'kepala kantor cabang' },
  4: { en: 'a regional head', id: 'kepala kantor wilayah' },
  5: { en: 'the directorate', id: 'direksi' },
} as const satisfies Record<AuthorityLevel, Words>;

/** What somebody is told whose authority does not reach: two lines of the tables of refusals of whoever decides on sums. */
export const AUTHORITY_LINES = {
  BEYOND_AUTHORITY: conflict(
    ({ level, persons }: Pick<AuthorityNeeded, 'level' | 'persons'>) => ({
      en: `This is decided by ${OF_LEVEL[level].en} or above (level ${level}), by ${persons === 1 ? 'one person' : `${persons} persons`}`,
      id: `Ini diputus oleh ${OF_LEVEL[level].id} atau di atasnya (tingkat ${level}), oleh ${persons} orang`,
    }),
    {
      allowed: ({ level }) => [
        {
          en: `${OF_LEVEL[level].en} decides it, with \`authority\` ${level} or above in the token`,
          id: `${OF_LEVEL[level].id} memutusnya, dengan \`authority\` ${level} atau lebih pada token`,
        },
      ],
      facts: ({ level, persons }) => ({ level, persons }),
    },
  ),
  ENDORSED_BY_YOU: conflict(
    {
      en: 'You have approved it already: so great a sum takes a second person',
      id: 'Anda sudah menyetujuinya: jumlah sebesar ini memerlukan orang kedua',
    },
    { allowed: [{ en: 'another person approves it', id: 'orang lain menyetujuinya' }] },
  ),
};

interface AuthorityRefusals {
  BEYOND_AUTHORITY(needed: AuthorityNeeded): Refusal;
  ENDORSED_BY_YOU(): Refusal;
}

/** How far somebody decides, and that two are two persons. In this order; the first refusal wins. */
export const authorityPolicies = (lines: AuthorityRefusals): readonly Policy<AuthorityGrounds>[] => [
  {
    name: 'within-their-authority',
    check: ({ decider, needed }) =>
      authorityOf(decider) >= needed.level ? undefined : lines.BEYOND_AUTHORITY(needed),
  },
  {
    name: 'two-are-two-persons',
    check: ({ decider, endorsedBy }) =>
      endorsedBy?.includes(decider.id) ? lines.ENDORSED_BY_YOU() : undefined,
  },
];

/** Whether nobody else has to approve beside whoever does now. */
export const isEnough = ({ needed, endorsedBy = [] }: AuthorityGrounds): boolean =>
  endorsedBy.length + 1 >= needed.persons;

/** What is recorded of the authority by which something is approved. @throws Error of somebody who has none */
export function authorityUsed({
  decider,
  needed,
  endorsedBy = [],
  delegation,
}: AuthorityGrounds): AuthorityUsed {
  const level = AUTHORITY_LEVELS.find((one) => one === authorityOf(decider));
  if (level === undefined) throw new Error('Nobody without authority approves');
  const { upToIdr } = needed;
  const weighed = needed.weighed.filter(({ amountIdr }) => amountIdr > 0);
  return {
    level,
    ...(upToIdr !== undefined && { upToIdr }),
    ...(weighed.length > 0 && { weighed }),
    ...(endorsedBy.length > 0 && { endorserIds: endorsedBy }),
    ...(delegation && { delegation }),
  };
}
