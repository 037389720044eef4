import type { TablesIn } from '#followers';
import { shownOf } from '#http';
import { type DelegationUsed, type LocalDate, ROLES_OF_TURN, TURNS, addDays, daysBetween } from '#kernel';
import { calendarMark, workingDaysAfter } from '#law';
import { type SqlBool, sql } from '#postgres';
import type { DeadlineSubject } from '../../domain/deadline.events.js';
import { WaitingStep } from './deadline.answers.js';
import type { deadlineReadModel } from './deadline.read-model.js';
import type { DeadlineRow } from './deadlines.table.js';
import { costPerDay, costUntil } from './late-cost.js';
import { takenBy } from '../../domain/taken-by.js';

export type Tables = TablesIn<typeof deadlineReadModel>;

/** Turns that somebody of the office takes. */
export const OUR_TURNS = TURNS.filter((turn) => ROLES_OF_TURN[turn].length > 0);

/** Where what belongs to no office is found. */
export const NO_OFFICE = '';

/** What of a row is shown: what its fold knows, and what was passed of it, nobody reads here. */
export const SHOWN = [
  'deadlineId',
  'kind',
  'subjectId',
  'slot',
  'within',
  'participantId',
  'otherId',
  'office',
  'step',
  'turn',
  'since',
  'dueOn',
  'dueAt',
  'amountIdr',
  'lateIdr',
  'inTimeUntil',
  'costsUntil',
  'ownerId',
] as const satisfies readonly (keyof DeadlineRow)[];

export type Shown = Pick<DeadlineRow, (typeof SHOWN)[number]>;

/** Who is away on a day, or has left; with whoever stands in, where somebody does. */
export type Away = ReadonlyMap<string, string | null>;

const NOBODY: Away = new Map();

interface Showing {
  readonly today: LocalDate;
  readonly away?: Away;
  /** By which delegations whoever asks decides for other offices. */
  readonly delegations?: readonly DelegationUsed[];
}

/**
 * Nobody is waited for with a step as long as another one is open that holds it up, or has ended for others. The same as `isHeld` of the
 * kernel says of one.
 */
export const isNotHeld = (tables: Tables) => {
  const holding = tables.selectFrom('deadlines as other').select('other.deadlineId')
    .where(sql<SqlBool>`other.deadline_id = deadlines.held_by and case
      when other.holds or (other.step is not null
        and (other.open_for is null or coalesce(other.open_for ? deadlines.held_party, false)))
        then deadlines.held_only_for is null
      when coalesce(other.given_up ? deadlines.held_party, false)
        then coalesce(deadlines.held_only_for, 'NOBODY') = 'NOBODY'
      when other.named is null then false
      when coalesce(other.named ? deadlines.held_party, false) then false
      when deadlines.held_only_for is null then true
      else deadlines.held_only_for = case when other.named = '[]'::jsonb then 'NOBODY' else 'OTHERS' end
      end`);
  return sql<SqlBool>`(held_by is null or (deadlines.held_only_for is not null) = exists (${holding}))`;
};

/** What an address is made of. */
type Addressed = Pick<DeadlineRow, 'subjectId' | 'within' | 'participantId' | 'otherId'>;

type Address = (of: Addressed) => string;

const under =
  (address: string): Address =>
  ({ subjectId }) =>
    `/${address}/${subjectId}`;

/** Where the thing is found that a step is of. */
const ADDRESS: Readonly<Record<DeadlineSubject, Address>> = {
  CLAIM: under('claims'),
  ACCIDENT: under('accidents'),
  PAYOUT: under('payouts'),
  SCHOLARSHIP: under('scholarships'),
  INVOICE: ({ subjectId, within }) => `/accidents/${within}/invoices/${subjectId}`,
  REVIEW: ({ subjectId, within }) => `/participants/${within}/reviews/${subjectId}`,
  RECEIVABLE: under('receivables'),
  PARTICIPANT: under('participants'),
  COMPLAINT: under('complaints'),
  PLKK_PROPOSAL: ({ within }) => `/facilities/${within}`,
  SPONSOR_PROPOSAL: ({ within }) => `/sponsors/${within}`,
  SAMPLE: under('quality/samples'),
  FINDING: under('findings'),
  EMPLOYER: under('employers'),
  DUES: ({ subjectId }) => `/employers/${subjectId}/dues`,
  DUES_CORRECTION: ({ within }) => `/employers/${within}/dues`,
  PROJECT: under('projects'),
  PROJECT_CORRECTION: ({ within }) => `/projects/${within}`,
  MEMBERSHIP: under('memberships'),
  PLACEMENT: under('placements'),
  SPONSOR_AGREEMENT: ({ within }) => `/sponsors/${within}`,
  CORRECTION: ({ subjectId, within }) => `/participants/${within}/corrections/${subjectId}`,
  REVERSAL: ({ subjectId, within }) => `/participants/${within}/contributions/reversals/${subjectId}`,
  LIST_CORRECTION: ({ within }) => `/payment-lists/${within}`,
  DUPLICATE: ({ participantId, otherId }) => `/participants/${participantId}/duplicates/${otherId}`,
};

/** Where the API of commands tells what can be done with the thing of a step. */
export const actionsOf = (row: Addressed & Pick<DeadlineRow, 'kind'>): string =>
  `${ADDRESS[row.kind](row)}/actions`;

/** A row as it is shown on a day. */
export function toStep(row: Shown, { today, away = NOBODY, delegations = [] }: Showing): WaitingStep {
  const { office, step, turn, since, dueOn } = row;
  const daysLate = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
  return {
    ...shownOf(WaitingStep, row),
    step: step ?? '',
    turn: turn ?? 'ADJUDICATOR',
    since: since ?? today,
    actions: actionsOf(row),
    takenBy: takenBy(step),
    delegation: delegations.find((one) => one.office === office) ?? null,
    roles: turn === null ? [] : [...ROLES_OF_TURN[turn]],
    office: office === NO_OFFICE ? null : office,
    ownerAway: row.ownerId !== null && away.has(row.ownerId),
    standInId: (row.ownerId !== null && away.get(row.ownerId)) || null,
    waitingDays: since === null ? 0 : daysBetween(since, today),
    calendar: (dueOn && calendarMark([dueOn])) ?? null,
    workingDaysLeft: dueOn === null ? null : workingDaysAfter(addDays(today, -1), dueOn),
    late: daysLate > 0,
    daysLate,
    costPerDayIdr: costPerDay(row, today),
    costIdr: costUntil(row, today),
  };
}
