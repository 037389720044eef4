import { type LocalDate, type Period, periodOf } from '#kernel';
import { JHT_BALANCE } from '../jht/jht.rules.js';
import { type Injury, INJURY_KINDS } from '../jkk/injury.js';
import { JKK_DEATH, JKK_FUNERAL, JKK_PERIODIC, JKK_STMB, JKK_TOTAL_PERMANENT } from '../jkk/jkk.rules.js';
import { JKM_DEATH, JKM_FUNERAL, JKM_LIMITED, JKM_PERIODIC } from '../jkm/jkm.rules.js';
import { JKP_CASH } from '../jkp/jkp.rules.js';
import { JP_ACCRUAL, JP_KINDS, JP_LUMP_SUM } from '../jp/jp.rules.js';
import { lawDayOf } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import {
  type Level,
  LEVELS,
  SCHOLARSHIP_LEVELS,
  SCHOLARSHIP_ONCE,
} from '../scholarship/scholarship.rules.js';
import { type Batch, type Group, GROUPS } from './population.js';
import type { ScalarRequest } from './scalar-requests.js';

/** What may befall a member, or a child or survivor of one. Each is one payment of one calculator. */
export const EVENT_KINDS = [
  'DEATH',
  'ACCIDENT_DEATH',
  'TOTAL_DISABILITY',
  'PARTIAL_DISABILITY',
  'INCAPACITY',
  'SAVINGS',
  'PENSION',
  'JOB_LOSS',
  'SCHOOL_YEAR',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

const WITH_EMPLOYER_OR_WORK: readonly Group[] = ['PU', 'NON_ASN', 'BPU', 'JAKON'];

/** Whom each may befall. Of migrant workers an accident or a death is no case for these calculators. */
export const BEFALLS: Readonly<Record<EventKind, readonly Group[]>> = {
  DEATH: WITH_EMPLOYER_OR_WORK,
  ACCIDENT_DEATH: WITH_EMPLOYER_OR_WORK,
  TOTAL_DISABILITY: WITH_EMPLOYER_OR_WORK,
  PARTIAL_DISABILITY: WITH_EMPLOYER_OR_WORK,
  INCAPACITY: WITH_EMPLOYER_OR_WORK,
  SAVINGS: GROUPS,
  PENSION: ['PU', 'NON_ASN'],
  JOB_LOSS: ['PU', 'NON_ASN'],
  SCHOOL_YEAR: GROUPS,
};

/** Events of the members of one batch, a column for each fact. They lie on the day whose law governs their month (E-4). */
export interface Events {
  readonly size: number;
  /** Index into `EVENT_KINDS`. */
  readonly kind: Uint8Array;
  /** Index into the batch. */
  readonly member: Uint32Array;
  /** The month of the simulation, from 0; what lies after the last month is not paid. */
  readonly month: Uint8Array;
  /** DEATH, PENSION: months of contributions, without a gap. JOB_LOSS: months of benefit. INCAPACITY: whole months of it. */
  readonly months: Uint16Array;
  /** INCAPACITY: further days. */
  readonly days: Uint16Array;
  /** PENSION: months since registration, of which those before 15 years of contributions must be paid densely. */
  readonly membership: Uint16Array;
  /** DEATH: with how many employers a wage earner was registered; each registration pays contributions as a member of its own. */
  readonly employers: Uint8Array;
  /** SAVINGS, PENSION: what the account holds, rupiah. */
  readonly balance: Float64Array;
  /** SCHOOL_YEAR: index into the levels of school. PENSION: into `JP_KINDS`, who draws it. PARTIAL_DISABILITY: into `injuries`. */
  readonly which: Uint16Array;
  /** The injuries of one accident, as the disability table names them, for each that differs. */
  readonly injuries: readonly (readonly Injury[])[];
}

export function emptyEvents(size: number, injuries: Events['injuries'] = []): Events {
  return {
    size,
    kind: new Uint8Array(size),
    member: new Uint32Array(size),
    month: new Uint8Array(size),
    months: new Uint16Array(size),
    days: new Uint16Array(size),
    membership: new Uint16Array(size),
    employers: new Uint8Array(size),
    balance: new Float64Array(size),
    which: new Uint16Array(size),
    injuries,
  };
}

const idOf = ({ id }: { readonly id: string }) => id;

/** The components that events may give, by the codes of the calculators. */
export const BENEFIT_CODES: readonly string[] = [
  ...[JKM_DEATH, JKM_PERIODIC, JKM_FUNERAL, JKM_LIMITED].map(idOf),
  ...[JKK_DEATH, JKK_TOTAL_PERMANENT, JKK_PERIODIC, JKK_FUNERAL, JKK_STMB].map(idOf),
  ...[...INJURY_KINDS, 'CAPPED'].map((kind) => `JKK_PARTIAL_${kind}`),
  ...[JHT_BALANCE, JP_ACCRUAL, JP_LUMP_SUM, SCHOLARSHIP_ONCE, ...Object.values(SCHOLARSHIP_LEVELS)].map(idOf),
  ...new Set(JKP_CASH.versions.flatMap(({ value }) => value.map(({ code }) => code))),
];

/** Non-ASN staff are wage earners to the law. */
const segmentOf = (group: Group): Segment => (group === 'NON_ASN' ? 'PU' : group);

/** An age at which a child is at a level of school: only that it is young enough matters. */
const AGE_AT: Readonly<Record<Level, number>> = { TK: 5, SD: 9, SMP: 13, SMA: 16, PT: 19 };

/** What one event is made of: a member, a day, and the columns of the event. */
interface Befallen {
  readonly on: LocalDate;
  readonly segment: Segment;
  readonly income: number;
  readonly months: number;
  readonly days: number;
  readonly membership: number;
  readonly employers: number;
  readonly balance: number;
  readonly which: number;
  readonly injuries: readonly Injury[] | undefined;
}

/** What a claims officer would ask the calculators about one event; nothing when it lies after the last month. */
export function benefitRequest(
  batch: Batch,
  events: Events,
  at: number,
  months: readonly Period[],
): ScalarRequest | undefined {
  const month = months[events.month[at]!];
  if (month === undefined) return undefined;
  const which = events.which[at]!;
  return REQUESTS[EVENT_KINDS[events.kind[at]!]!]({
    on: lawDayOf(month),
    segment: segmentOf(batch.group),
    income: batch.income[events.member[at]!]!,
    months: events.months[at]!,
    days: events.days[at]!,
    membership: events.membership[at]!,
    employers: events.employers[at]!,
    balance: events.balance[at]!,
    which,
    injuries: events.injuries[which],
  });
}

const accidentOf = ({ on, segment, income }: Befallen) => ({
  segment,
  accidentDate: on,
  ...(segment === 'BPU' ? { declaredIncome: income } : { monthlyWage: income }),
});

/** The request of each kind of event. */
const REQUESTS: Readonly<Record<EventKind, (one: Befallen) => ScalarRequest>> = {
  DEATH: ({ on, segment, months, employers }) => ({
    calculator: 'JKM',
    segment,
    deathDate: on,
    consecutivePaidMonths: months,
    totalPaidMonths: months,
    mode: 'PAYABLE_NOW',
    ...(segment === 'PU' && { employers: Math.max(1, employers) }),
  }),
  ACCIDENT_DEATH: (one) => ({ calculator: 'JKK_DEATH', ...accidentOf(one), mode: 'PAYABLE_NOW' }),
  TOTAL_DISABILITY: (one) => ({
    calculator: 'JKK_TOTAL_PERMANENT',
    ...accidentOf(one),
    mode: 'PAYABLE_NOW',
  }),
  PARTIAL_DISABILITY: (one) => ({
    calculator: 'JKK_PARTIAL',
    ...accidentOf(one),
    injuries: one.injuries,
  }),
  INCAPACITY: (one) => ({
    calculator: 'JKK_STMB',
    ...accidentOf(one),
    incapacityMonths: one.months,
    incapacityDays: one.days,
  }),
  SAVINGS: ({ on, balance }) => ({
    calculator: 'JHT_FULL',
    reason: 'RETIREMENT_AGE',
    balance,
    claimDate: on,
  }),
  PENSION: ({ on, income, months, membership, balance, which }) => ({
    calculator: 'JP_MONTHLY',
    kind: JP_KINDS[which],
    contributionMonths: months,
    ...(JP_KINDS[which] !== 'OLD_AGE' && { membershipMonths: membership }),
    weightedAvgMonthlyWage: income,
    balance,
    claimDate: on,
  }),
  JOB_LOSS: ({ on, income, months }) => ({
    calculator: 'JKP',
    terminationDate: on,
    lastReportedWage: income,
    months,
  }),
  SCHOOL_YEAR: ({ on, which }) => {
    const level = LEVELS[which]!;
    return {
      calculator: 'SCHOLARSHIP_YEAR',
      eventDate: on,
      claimYear: Number(periodOf(on).slice(0, 4)),
      children: [{ level, yearInLevel: 1, evidence: true, ageAtClaim: AGE_AT[level] }],
    };
  },
};
