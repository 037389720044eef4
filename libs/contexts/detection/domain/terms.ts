import { type LocalDate, localDate } from '#kernel';

/** From how much on something is a finding, day by day (reference 7). Shares are per mille, limits of authority those of 6.1. */
export interface Terms {
  /** They hold from this day on. */
  readonly from: LocalDate;
  /** Subjects of the tokens of those who set them: they do not close what is found by them (reference 6.2). */
  readonly setBy: readonly string[];
  readonly sharedAccount: { readonly persons: number; readonly days: number };
  readonly newMember: { readonly deathDays: number; readonly severeDays: number };
  readonly lateEntry: { readonly days: number };
  readonly deathsOfRegistrar: {
    readonly deaths: number;
    readonly withinDays: number;
    readonly days: number;
    readonly times: number;
  };
  readonly samePaper: { readonly leastSigns: number };
  readonly wageRise: {
    readonly monthsBefore: number;
    readonly comparedMonths: number;
    /** Fewer known months make no median. */
    readonly leastMonths: number;
    readonly perCent: number;
  };
  readonly dearBills: {
    readonly cases: number;
    readonly days: number;
    /** Of so many of a hundred facilities the mean is not higher. */
    readonly percentile: number;
  };
  readonly overlap: { readonly nights: number };
  readonly nearLimit: { readonly perCent: number };
  readonly invoicesNearLimit: { readonly invoices: number; readonly withinDays: number };
  readonly approvalsNearLimit: { readonly approvals: number; readonly workingDays: number };
  readonly onePair: { readonly approvals: number; readonly perCent: number; readonly days: number };
  readonly accountChange: { readonly workingDays: number };
  readonly newAccident: { readonly days: number };
  readonly bedDays: { readonly days: number };
  readonly openings: { readonly persons: number };
  readonly receipts: { readonly persons: number; readonly days: number };
  /** Working days in which somebody looks at a finding. */
  readonly lookWithin: number;
}

/** A table is never changed: another is added from its day on, after its rules were replayed over the last 24 months. The newest comes last. */
const TABLES: readonly [Terms, ...Terms[]] = [
  {
    from: localDate('2015-07-01'),
    setBy: [],
    sharedAccount: { persons: 3, days: 365 },
    newMember: { deathDays: 30, severeDays: 7 },
    lateEntry: { days: 7 },
    deathsOfRegistrar: { deaths: 3, withinDays: 90, days: 180, times: 5 },
    samePaper: { leastSigns: 4 },
    wageRise: { monthsBefore: 3, comparedMonths: 12, leastMonths: 6, perCent: 150 },
    dearBills: { cases: 10, days: 90, percentile: 95 },
    overlap: { nights: 1 },
    nearLimit: { perCent: 90 },
    invoicesNearLimit: { invoices: 2, withinDays: 7 },
    approvalsNearLimit: { approvals: 3, workingDays: 5 },
    onePair: { approvals: 20, perCent: 60, days: 90 },
    accountChange: { workingDays: 3 },
    newAccident: { days: 3 },
    bedDays: { days: 90 },
    openings: { persons: 20 },
    receipts: { persons: 3, days: 365 },
    lookWithin: 10,
  },
];

/** Before the first table it holds as well. */
export const termsOn = (day: LocalDate): Terms => TABLES.findLast(({ from }) => from <= day) ?? TABLES[0];
