import type { RuleId } from './finding.events.js';
import { type Terms, termsOn } from './terms.js';
import type { LocalDate } from '#kernel';

/** What stands in a table beside thresholds. */
type Beside = 'from' | 'setBy' | 'lookWithin';

type Group = Exclude<keyof Terms, Beside>;

/** Which rules look at which part of a table. */
const RULES_OF: Readonly<Record<Group, readonly RuleId[]>> = {
  sharedAccount: ['FD-01'],
  newMember: ['FD-02'],
  lateEntry: ['FD-03'],
  deathsOfRegistrar: ['FD-04'],
  samePaper: ['FD-06'],
  wageRise: ['FD-07'],
  dearBills: ['FD-09'],
  overlap: ['FD-10'],
  nearLimit: ['FD-11', 'FD-12'],
  invoicesNearLimit: ['FD-11'],
  approvalsNearLimit: ['FD-12'],
  onePair: ['FD-13'],
  accountChange: ['FD-14'],
  newAccident: ['FD-20'],
  bedDays: ['FD-11', 'FD-21'],
  openings: ['FD-22'],
  receipts: ['FD-23'],
};

const GROUPS = Object.keys(RULES_OF) as readonly Group[];

/** Every threshold by its name: `sharedAccount.persons`. */
export const THRESHOLDS: readonly [string, ...string[]] = ((table: Terms) => {
  const [first = '', ...more] = GROUPS.flatMap((group) =>
    Object.keys(table[group]).map((name) => `${group}.${name}`),
  );
  return [first, ...more] as const;
})(termsOn('9999-12-31' as LocalDate));

/** A threshold that somebody thinks of changing. */
export interface Threshold {
  readonly name: string;
  readonly value: number;
}

const groupOf = (name: string): Group => name.split('.')[0] as Group;

/** Whether a rule looks at one of these thresholds. */
export const concerns = (thresholds: readonly Threshold[], rule: RuleId): boolean =>
  thresholds.some(({ name }) => RULES_OF[groupOf(name)].includes(rule));

/** A table with other thresholds. */
export const withThresholds = (terms: Terms, thresholds: readonly Threshold[]): Terms =>
  thresholds.reduce<Terms>((table, { name, value }) => {
    const group = groupOf(name);
    return { ...table, [group]: { ...table[group], [name.split('.')[1] ?? '']: value } };
  }, terms);
