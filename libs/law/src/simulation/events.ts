import { type Period, periodOf } from '#kernel';
import { JHT_BALANCE } from '../jht/jht.rules.js';
import { JKK_DEATH, JKK_FUNERAL, JKK_PERIODIC } from '../jkk/jkk.rules.js';
import { JKM_DEATH, JKM_FUNERAL, JKM_LIMITED, JKM_PERIODIC } from '../jkm/jkm.rules.js';
import { JKP_CASH } from '../jkp/jkp.rules.js';
import { JP_ACCRUAL, JP_LUMP_SUM } from '../jp/jp.rules.js';
import { lawDayOf } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import {
  type Level,
  LEVELS,
  SCHOLARSHIP_LEVELS,
  SCHOLARSHIP_ONCE,
} from '../scholarship/scholarship.rules.js';
import type { Batch, Group } from './population.js';
import type { ScalarRequest } from './scalar-requests.js';

/** What may befall a member, or a child of one. Each is one payment of one calculator. */
export const EVENT_KINDS = [
  'DEATH',
  'ACCIDENT_DEATH',
  'SAVINGS',
  'PENSION',
  'JOB_LOSS',
  'SCHOOL_YEAR',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Events of the members of one batch, a column for each fact. They lie on the day whose law governs their month (E-4). */
export interface Events {
  readonly size: number;
  /** Index into `EVENT_KINDS`. */
  readonly kind: Uint8Array;
  /** Index into the batch. */
  readonly member: Uint32Array;
  /** The month of the simulation, from 0; what lies after the last month is not paid. */
  readonly month: Uint8Array;
  /** DEATH, PENSION: months of contributions, without a gap. JOB_LOSS: months of benefit. */
  readonly months: Uint16Array;
  /** SAVINGS, PENSION: what the account holds, rupiah. */
  readonly balance: Float64Array;
  /** SCHOOL_YEAR: index into the levels of school. */
  readonly level: Uint8Array;
}

export function emptyEvents(size: number): Events {
  return {
    size,
    kind: new Uint8Array(size),
    member: new Uint32Array(size),
    month: new Uint8Array(size),
    months: new Uint16Array(size),
    balance: new Float64Array(size),
    level: new Uint8Array(size),
  };
}

/** The components that events may give, by the codes of the calculators. */
export const BENEFIT_CODES: readonly string[] = [
  ...[JKM_DEATH, JKM_PERIODIC, JKM_FUNERAL, JKM_LIMITED, JKK_DEATH, JKK_PERIODIC, JKK_FUNERAL].map(
    ({ id }) => id,
  ),
  ...[JHT_BALANCE, JP_ACCRUAL, JP_LUMP_SUM, SCHOLARSHIP_ONCE, ...Object.values(SCHOLARSHIP_LEVELS)].map(
    ({ id }) => id,
  ),
  ...new Set(JKP_CASH.versions.flatMap(({ value }) => value.map(({ code }) => code))),
];

/** Non-ASN staff are wage earners to the law. */
const segmentOf = (group: Group): Segment => (group === 'NON_ASN' ? 'PU' : group);

/** An age at which a child is at a level of school: only that it is young enough matters. */
const AGE_AT: Readonly<Record<Level, number>> = { TK: 5, SD: 9, SMP: 13, SMA: 16, PT: 19 };

/** What a claims officer would ask the calculators about one event; nothing when it lies after the last month. */
export function benefitRequest(
  batch: Batch,
  events: Events,
  at: number,
  months: readonly Period[],
): ScalarRequest | undefined {
  const month = months[events.month[at]!];
  if (month === undefined) return undefined;
  const on = lawDayOf(month);
  const income = batch.income[events.member[at]!]!;
  const segment = segmentOf(batch.group);
  const paid = events.months[at]!;
  const balance = events.balance[at]!;
  const requests: Readonly<Record<EventKind, () => ScalarRequest>> = {
    DEATH: () => ({
      calculator: 'JKM',
      segment,
      deathDate: on,
      consecutivePaidMonths: paid,
      totalPaidMonths: paid,
      mode: 'PAYABLE_NOW',
    }),
    ACCIDENT_DEATH: () => ({
      calculator: 'JKK_DEATH',
      segment,
      accidentDate: on,
      ...(segment === 'BPU' ? { declaredIncome: income } : { monthlyWage: income }),
      mode: 'PAYABLE_NOW',
    }),
    SAVINGS: () => ({ calculator: 'JHT_FULL', reason: 'RETIREMENT_AGE', balance, claimDate: on }),
    PENSION: () => ({
      calculator: 'JP_MONTHLY',
      kind: 'OLD_AGE',
      contributionMonths: paid,
      weightedAvgMonthlyWage: income,
      balance,
      claimDate: on,
    }),
    JOB_LOSS: () => ({
      calculator: 'JKP',
      terminationDate: on,
      lastReportedWage: income,
      months: paid,
    }),
    SCHOOL_YEAR: () => {
      const level = LEVELS[events.level[at]!]!;
      return {
        calculator: 'SCHOLARSHIP_YEAR',
        eventDate: on,
        claimYear: Number(periodOf(on).slice(0, 4)),
        children: [{ level, yearInLevel: 1, evidence: true, ageAtClaim: AGE_AT[level] }],
      };
    },
  };
  return requests[EVENT_KINDS[events.kind[at]!]!]();
}
