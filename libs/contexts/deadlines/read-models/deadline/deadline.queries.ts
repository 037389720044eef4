import { type Asker, type Page, PastPageQuery, asked, orderedPage, shape } from '#http';
import { type LocalDate, TURNS, rupiah } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { DEADLINE_SUBJECTS } from '../../domain/deadline.events.js';
import type { OverdueTotal, WaitingStep } from './deadline.answers.js';
import { BY_DAY, deadlineReadModel } from './deadline.read-model.js';
import type { DeadlineRow } from './deadlines.table.js';
import { costsOf } from './late-cost.js';
import { OUR_TURNS, SHOWN, type Tables, isNotHeld, toStep } from './waiting-step.js';

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
  PastPageQuery,
) {}

/** What is late, the oldest first: for us, or of others who are waited for. */
export const ListOverdue = query(
  'ListOverdue',
  deadlineReadModel,
  (asking: OverdueQuery & Omit<Asker, 'actor'>, tables): Promise<Page<WaitingStep>> => {
    const { side, turn, kind, office, today } = asking;
    let rows = overdue(tables, today).select(SHOWN);
    if (side) rows = rows.where('turn', side === 'OURS' ? 'in' : 'not in', [...OUR_TURNS]);
    if (turn) rows = rows.where('turn', '=', turn);
    if (kind) rows = rows.where('kind', '=', kind);
    if (office) rows = rows.where('office', '=', office);
    return orderedPage(rows, BY_DAY, asking, (row) => toStep(row, { today }));
  },
);

/** The same summed up by whose turn it is, with what the delay costs. */
export const SumOverdue = query(
  'SumOverdue',
  deadlineReadModel,
  async ({ today }: Omit<Asker, 'actor'>, tables): Promise<readonly OverdueTotal[]> => {
    const costs = costsOf(today);
    const rows = await overdue(tables, today)
      .select(({ fn }) => [
        'turn',
        fn.countAll<string>().as('count'),
        fn.min('dueOn').as('oldest'),
        sql<string>`coalesce(sum(amount_idr), 0)`.as('amount'),
        costs.perDay.as('perDay'),
        costs.cost.as('cost'),
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
    .where('turn', 'is not', null)
    .where(isNotHeld(tables));

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
