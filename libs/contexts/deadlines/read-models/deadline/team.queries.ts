import { absenceOn, delegatedOffices } from '#contexts/staff/facts';
import { type Asker, PastQuery, asked, shape } from '#http';
import { type LocalDate, Rejection, addDays } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { stepOf } from '../../domain/assignment.js';
import { type Loaded, leastLoadedFirst } from '../../domain/may-take.js';
import { workRefusals } from '../../domain/refusals.js';
import type { WorkerLoad } from './deadline.answers.js';
import { type WorkerRow, deadlineReadModel, workerOf } from './deadline.read-model.js';
import type { Tables } from './waiting-step.js';
import { barredFrom } from './who-takes.js';

/** So many days before its last one a step is due soon. */
const SOON_DAYS = 2;

export class CandidatesQuery extends shape(
  { deadlineId: asked.uuid({ description: 'The step, as `GET /work` names it' }) },
  PastQuery,
) {}

/** Who works at the office of whoever asks, and how much each has to do. */
export const ListTeam = query(
  'ListTeam',
  deadlineReadModel,
  async ({ actor, today }: Asker, tables): Promise<readonly WorkerLoad[]> => {
    const rows = await tables
      .selectFrom('workers')
      .selectAll()
      .where('office', '=', actor.office)
      .where('hasLeft', '=', false)
      .orderBy('workerId')
      .execute();
    const loads = await loadsOf(tables, rows, today);
    return rows.map((row) => loads.get(row.workerId) ?? loadOf(row, undefined, today));
  },
);

/** To whom a step is best given, the best first: those who may take it, are there and know the programme, by what they have to do. */
export const ListCandidates = query(
  'ListCandidates',
  deadlineReadModel,
  async ({ deadlineId, actor, today }: CandidatesQuery & Asker, tables): Promise<readonly WorkerLoad[]> => {
    const row = await tables
      .selectFrom('deadlines')
      .select(['known', 'office'])
      .where('deadlineId', '=', deadlineId)
      .executeTakeFirst();
    if (!row?.known.expected) throw new Rejection(workRefusals.NOTHING_TO_ASSIGN());
    const office = row.office || actor.office;
    const workers = await tables
      .selectFrom('workers')
      .selectAll()
      .where('hasLeft', '=', false)
      .where(sql<SqlBool>`(office = ${office} or delegations @> ${JSON.stringify([{ office }])}::jsonb)`)
      .execute();
    const loads = await loadsOf(tables, workers, today);
    const barred = await barredFrom(tables, deadlineId, today);
    const candidates = workers
      .filter(({ workerId }) => !barred.includes(workerId))
      .map((worker) => candidateOf(worker, loads.get(worker.workerId), today));
    const step = stepOf(row.known, row.known.expected);
    return leastLoadedFirst(candidates, step, today).map(({ load }) => load);
  },
);

type WithLoad = Loaded & { readonly load: WorkerLoad };

function candidateOf(row: WorkerRow, known: WorkerLoad | undefined, today: LocalDate): WithLoad {
  const officer = workerOf(row);
  const load = known ?? loadOf(row, undefined, today);
  return {
    id: row.workerId,
    roles: row.roles,
    office: row.office,
    ...(officer.situation !== 'UNKNOWN' && officer.level !== undefined && { authority: officer.level }),
    ...(row.skills.length > 0 && { skills: row.skills }),
    delegatedOffices: delegatedOffices(officer, today),
    isAway: load.away,
    open: load.open,
    late: load.late,
    load,
  };
}

interface Counts {
  readonly open: number;
  readonly dueSoon: number;
  readonly late: number;
}

const NOTHING: Counts = { open: 0, dueSoon: 0, late: 0 };

/** How much each of them has to do. */
async function loadsOf(
  tables: Tables,
  workers: readonly WorkerRow[],
  today: LocalDate,
): Promise<ReadonlyMap<string, WorkerLoad>> {
  if (workers.length === 0) return new Map();
  const soon = addDays(today, SOON_DAYS);
  const rows = await tables
    .selectFrom('deadlines')
    .select([
      'ownerId',
      sql<string>`count(*)`.as('open'),
      sql<string>`count(*) filter (where due_on between ${today} and ${soon})`.as('dueSoon'),
      sql<string>`count(*) filter (where due_on < ${today})`.as('late'),
    ])
    .where(
      'ownerId',
      'in',
      workers.map(({ workerId }) => workerId),
    )
    .groupBy('ownerId')
    .execute();
  const counts = new Map(
    rows.map(({ ownerId, open, dueSoon, late }) => [
      ownerId,
      { open: Number(open), dueSoon: Number(dueSoon), late: Number(late) },
    ]),
  );
  return new Map(workers.map((row) => [row.workerId, loadOf(row, counts.get(row.workerId), today)]));
}

function loadOf(row: WorkerRow, counts: Counts = NOTHING, today: LocalDate): WorkerLoad {
  const absence = absenceOn(row, today);
  const { workerId, office, roles } = row;
  return {
    workerId,
    office,
    roles,
    away: absence !== undefined,
    standInId: absence?.standInId ?? null,
    ...counts,
  };
}
