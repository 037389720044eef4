import type { TablesIn } from '#followers';
import { type Page, PageQuery, asked, encodeCursor, orderedPage, shape, shownOf } from '#http';
import {
  type Actor,
  type LocalDate,
  ROLES_OF_TURN,
  type Sight,
  TURNS,
  type Turn,
  addDays,
  daysBetween,
  rupiah,
} from '#kernel';
import { calendarMark, workingDaysAfter } from '#law';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { DEADLINE_SUBJECTS, type DeadlineSubject } from '../../domain/deadline.events.js';
import { type OverdueTotal, WaitingStep, type WorkCount } from './deadline.answers.js';
import { BY_DAY, type DeadlineRow, deadlineReadModel } from './deadline.read-model.js';
import { costPerDay, costUntil } from './late-cost.js';

type Tables = TablesIn<typeof deadlineReadModel>;

/** Turns that somebody of the office takes. */
export const OUR_TURNS = TURNS.filter((turn) => ROLES_OF_TURN[turn].length > 0);

/** What one's own queue can be narrowed down to. */
export class WorkQuery extends shape(
  {
    kind: asked.code(DEADLINE_SUBJECTS, { optional: true }),
    step: asked.line({ optional: true, max: 60, description: 'Such as CALCULATE_BENEFIT' }),
    dueBy: asked.day({ optional: true, description: 'To be done on this day or before' }),
  },
  PageQuery,
) {}

/** What is late can be narrowed down to; every part that is given must hold. */
export class OverdueQuery extends shape(
  {
    side: asked.code(['OURS', 'OTHERS'], {
      optional: true,
      description: 'OURS: somebody of the office is late; OTHERS: those outside who are waited for',
    }),
    turn: asked.code(TURNS, { optional: true }),
    kind: asked.code(DEADLINE_SUBJECTS, { optional: true }),
    office: asked.text({ optional: true, max: 60 }),
  },
  PageQuery,
) {}

interface Asking {
  readonly today: LocalDate;
  readonly sight: Sight;
}

/** Where what belongs to no office is found. */
const NO_OFFICE = '';

/** What one person can do: by role, of the own office or of none, without what they may not do for what they did before. */
const turnsOf = ({ roles }: Pick<Actor, 'roles'>): readonly Turn[] =>
  OUR_TURNS.filter((turn) => ROLES_OF_TURN[turn].some((role) => roles.includes(role)));

/** What of a row is shown: what its fold knows, and what was passed of it, nobody reads here. */
const SHOWN = [
  'deadlineId',
  'kind',
  'subjectId',
  'within',
  'participantId',
  'office',
  'step',
  'turn',
  'since',
  'dueOn',
  'dueAt',
  'amountIdr',
  'lateIdr',
] as const satisfies readonly (keyof DeadlineRow)[];

type Shown = Pick<DeadlineRow, (typeof SHOWN)[number]>;

function ofPerson(tables: Tables, { id }: Actor, turn: Turn, at: string) {
  return tables
    .selectFrom('deadlines')
    .select(SHOWN)
    .where('turn', '=', turn)
    .where('office', '=', at)
    .where(sql<SqlBool>`not not_by ? ${id}`);
}

/** The queue of one person, what must be done first in front. */
export const ListWork = query(
  'ListWork',
  deadlineReadModel,
  async (asking: WorkQuery & Asking & { actor: Actor }, tables): Promise<Page<WaitingStep>> => {
    const { actor, kind, step, dueBy, today, limit, cursor } = asking;
    // Each turn and office is a part of the index of its own, in order: together they are merged.
    const parts = turnsOf(actor).flatMap((turn) =>
      [...new Set([actor.office, NO_OFFICE])].map((at) => {
        let rows = ofPerson(tables, actor, turn, at);
        if (kind) rows = rows.where('kind', '=', kind);
        if (step) rows = rows.where('step', '=', step);
        if (dueBy) rows = rows.where(sql<SqlBool>`coalesce(due_on, '9999-12-31') <= ${dueBy}`);
        return orderedPage(rows, BY_DAY, { limit, cursor }, (row) => row);
      }),
    );
    const page = merged(await Promise.all(parts), limit);
    return { ...page, items: page.items.map((row) => toStep(row, today)) };
  },
);

/** How much waits for one person, by what is to be done. */
export const CountWork = query(
  'CountWork',
  deadlineReadModel,
  async ({ actor, today }: Asking & { actor: Actor }, tables): Promise<readonly WorkCount[]> => {
    const { id, office } = actor;
    const rows = await tables
      .selectFrom('deadlines')
      .select(({ fn }) => [
        'turn',
        'step',
        fn.countAll<string>().as('count'),
        sql<string>`count(*) filter (where due_on < ${today})`.as('late'),
      ])
      .where('turn', 'in', [...turnsOf(actor)])
      .where('office', 'in', [office, NO_OFFICE])
      .where(sql<SqlBool>`not not_by ? ${id}`)
      .groupBy(['turn', 'step'])
      .orderBy('turn')
      .orderBy('step')
      .execute();
    return rows.map(({ turn, step, count, late }) => ({
      turn: turn ?? 'ADJUDICATOR',
      step: step ?? '',
      count: Number(count),
      late: Number(late),
    }));
  },
);

/** What is late, the oldest first: for us, or of others who are waited for. */
export const ListOverdue = query(
  'ListOverdue',
  deadlineReadModel,
  (asking: OverdueQuery & Asking, tables): Promise<Page<WaitingStep>> => {
    const { side, turn, kind, office, today } = asking;
    let rows = overdue(tables, today).select(SHOWN);
    if (side) rows = rows.where('turn', side === 'OURS' ? 'in' : 'not in', [...OUR_TURNS]);
    if (turn) rows = rows.where('turn', '=', turn);
    if (kind) rows = rows.where('kind', '=', kind);
    if (office) rows = rows.where('office', '=', office);
    return orderedPage(rows, BY_DAY, asking, (row) => toStep(row, today));
  },
);

/** The same summed up by whose turn it is, with what the delay costs. */
export const SumOverdue = query(
  'SumOverdue',
  deadlineReadModel,
  async ({ today }: Asking, tables): Promise<readonly OverdueTotal[]> => {
    const rows = await overdue(tables, today)
      .select(({ fn }) => [
        'turn',
        fn.countAll<string>().as('count'),
        fn.min('dueOn').as('oldest'),
        sql<string>`coalesce(sum(amount_idr), 0)`.as('amount'),
        sql<string>`coalesce(sum(round(late_idr / 100.0)), 0)`.as('perDay'),
        sql<string>`coalesce(sum(round(late_idr * (${today}::date - due_on::date) / 100.0)), 0)`.as('cost'),
      ])
      .groupBy('turn')
      .orderBy('turn')
      .execute();
    return rows.map(({ turn, count, oldest, amount, perDay, cost }) => ({
      turn: turn ?? 'ADJUDICATOR',
      ours: turn !== null && OUR_TURNS.includes(turn),
      count: Number(count),
      oldestDueOn: oldest ?? today,
      amountIdr: rupiah(Number(amount)),
      costPerDayIdr: rupiah(Number(perDay)),
      costIdr: rupiah(Number(cost)),
    }));
  },
);

/** As the index of days has it. */
const overdue = (tables: Tables, today: LocalDate) =>
  tables
    .selectFrom('deadlines')
    .where(sql<SqlBool>`coalesce(due_on, '9999-12-31') < ${today}`)
    .where('turn', 'is not', null);

/** A deadline of which a day is over that was not passed yet. */
export type DueDeadline = Pick<DeadlineRow, 'deadlineId' | 'kind' | 'subjectId' | 'slot' | 'within'>;

/** Where a look has got to. */
export type Looked = DueDeadline & Pick<DeadlineRow, 'waitsUntil'>;

/** Those of which a day is over, the oldest first, behind one that was looked at. For the daily look. */
export function dueDeadlines(
  tables: Tables,
  today: LocalDate,
  { atMost, behind }: { readonly atMost: number; readonly behind?: Looked },
) {
  let rows = tables
    .selectFrom('deadlines')
    .select(['deadlineId', 'kind', 'subjectId', 'slot', 'within', 'waitsUntil'])
    .where('waitsUntil', '<', today);
  if (behind)
    rows = rows.where(
      sql<SqlBool>`(waits_until, deadline_id) > (${behind.waitsUntil}, ${behind.deadlineId}::uuid)`,
    );
  return rows.orderBy('waitsUntil').orderBy('deadlineId').limit(atMost);
}

const NO_DAY = '9999-12-31';

const keyOf = ({ dueOn, deadlineId }: Shown): readonly string[] => [dueOn ?? NO_DAY, deadlineId];

/** One page of several, each in the same order. */
function merged(pages: readonly Page<Shown>[], limit: number): Page<Shown> {
  const rows = pages.flatMap(({ items }) => items).sort((one, other) => compare(keyOf(one), keyOf(other)));
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit || pages.some(({ nextCursor }) => nextCursor !== null);
  return { items, nextCursor: isMore && last ? encodeCursor(keyOf(last)) : null };
}

function compare([day = '', id = '']: readonly string[], [otherDay = '', otherId = '']: readonly string[]) {
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return id < otherId ? -1 : id > otherId ? 1 : 0;
}

type Address = (of: Pick<DeadlineRow, 'subjectId' | 'within'>) => string;

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
};

/** A row as it is shown on a day. */
function toStep(row: Shown, today: LocalDate): WaitingStep {
  const { kind, office, step, turn, since, dueOn } = row;
  const daysLate = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
  return {
    ...shownOf(WaitingStep, row),
    step: step ?? '',
    turn: turn ?? 'ADJUDICATOR',
    since: since ?? today,
    actions: `${ADDRESS[kind](row)}/actions`,
    roles: turn === null ? [] : [...ROLES_OF_TURN[turn]],
    office: office === NO_OFFICE ? null : office,
    waitingDays: since === null ? 0 : daysBetween(since, today),
    calendar: (dueOn && calendarMark([dueOn])) ?? null,
    workingDaysLeft: dueOn === null ? null : workingDaysAfter(addDays(today, -1), dueOn),
    late: daysLate > 0,
    daysLate,
    costPerDayIdr: costPerDay(row.lateIdr),
    costIdr: costUntil(row, today),
  };
}
