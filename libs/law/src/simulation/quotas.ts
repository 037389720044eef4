import type { EventKind } from './events.js';
import type { Group } from './population.js';

/** Where a synthetic member is counted, and of how many of the published population. */
interface Quota {
  readonly group: Group;
  readonly kind: MemberKind;
  /** Members of this kind in Kabupaten Bekasi, to March 2025. */
  readonly members: number;
}

/** What a member does, as far as published figures or reliefs tell it apart. */
export type MemberKind =
  | 'EMPLOYEE'
  | 'STATE_STAFF'
  | 'FARMER'
  | 'OJEK'
  | 'SPONSORED'
  | 'VILLAGE_PAID'
  | 'OTHER_BPU'
  | 'BUILDER'
  | 'PROJECT'
  | 'MIGRANT';

/**
 * The members of Kabupaten Bekasi (section 8 of the domain reference): 492,000 active members in PU, BPU and construction, of
 * whom 21,000 non-ASN; about a fifth informal; 26,000 farmers; 1,000 sponsored by Kadin. The others are assumptions, written
 * down in docs/reference/synthetic-population.md: no figure was published.
 */
export const QUOTAS: readonly Quota[] = [
  { group: 'PU', kind: 'EMPLOYEE', members: 348_000 },
  { group: 'NON_ASN', kind: 'STATE_STAFF', members: 21_000 },
  { group: 'BPU', kind: 'FARMER', members: 26_000 },
  { group: 'BPU', kind: 'OJEK', members: 14_400 },
  { group: 'BPU', kind: 'SPONSORED', members: 1_000 },
  { group: 'BPU', kind: 'VILLAGE_PAID', members: 12_000 },
  { group: 'BPU', kind: 'OTHER_BPU', members: 45_000 },
  { group: 'JAKON', kind: 'BUILDER', members: 24_600 },
  { group: 'JAKON', kind: 'PROJECT', members: 600 },
  { group: 'PMI', kind: 'MIGRANT', members: 4_000 },
];

/** Claims of a kind in a year among the members of a group. */
interface EventQuota {
  readonly group: Group;
  readonly kind: EventKind;
  readonly claims: number;
}

/**
 * Claims among the published members in a year, chosen so that Rp219 billion of benefits and Rp5 billion of scholarships are
 * paid (section 8 of the domain reference). How these sums are made up was not published.
 */
export const EVENT_QUOTAS: readonly EventQuota[] = [
  { group: 'PU', kind: 'DEATH', claims: 390 },
  { group: 'NON_ASN', kind: 'DEATH', claims: 30 },
  { group: 'BPU', kind: 'DEATH', claims: 130 },
  { group: 'JAKON', kind: 'DEATH', claims: 10 },
  { group: 'PU', kind: 'ACCIDENT_DEATH', claims: 50 },
  { group: 'BPU', kind: 'ACCIDENT_DEATH', claims: 8 },
  { group: 'JAKON', kind: 'ACCIDENT_DEATH', claims: 6 },
  { group: 'PU', kind: 'TOTAL_DISABILITY', claims: 4 },
  { group: 'BPU', kind: 'TOTAL_DISABILITY', claims: 1 },
  { group: 'PU', kind: 'PARTIAL_DISABILITY', claims: 280 },
  { group: 'BPU', kind: 'PARTIAL_DISABILITY', claims: 20 },
  { group: 'JAKON', kind: 'PARTIAL_DISABILITY', claims: 15 },
  { group: 'PU', kind: 'INCAPACITY', claims: 1_800 },
  { group: 'NON_ASN', kind: 'INCAPACITY', claims: 40 },
  { group: 'BPU', kind: 'INCAPACITY', claims: 120 },
  { group: 'JAKON', kind: 'INCAPACITY', claims: 90 },
  { group: 'PU', kind: 'SAVINGS', claims: 8_200 },
  { group: 'PU', kind: 'PENSION', claims: 430 },
  { group: 'PU', kind: 'JOB_LOSS', claims: 500 },
  { group: 'PU', kind: 'SCHOOL_YEAR', claims: 1_178 },
  { group: 'BPU', kind: 'SCHOOL_YEAR', claims: 261 },
];

/** Members of the published population, migrant workers (whom it does not count) included. */
export const PUBLISHED_MEMBERS = QUOTAS.reduce((sum, { members }) => sum + members, 0);

/** People of the workforce who are no members: they pay nothing and are counted only. */
export const UNCOVERED = {
  /** 1,500,000 wage earners less those who are members. */
  wageEarners: 1_500_000 - 348_000 - 21_000 - 24_600,
  /** The workforce of 2,200,000 less 1,500,000 wage earners and the informal members. */
  others: 2_200_000 - 1_500_000 - 98_400,
  /** Of the others: officials of villages, RT and RW whom the regency is tracing. */
  candidates: 19_000,
} as const;

/** How many of the first `members` synthetic members are of a kind: the published share, exactly in all and even on the way. */
export const quotaAmong = (published: number, members: number): number =>
  Number((BigInt(published) * BigInt(members)) / BigInt(PUBLISHED_MEMBERS));
