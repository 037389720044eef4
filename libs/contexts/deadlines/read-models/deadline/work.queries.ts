import { absenceOn, delegationsOn, officerIdOf } from '#contexts/staff/facts';
import {
  type Asker,
  type Page,
  PastPageQuery,
  asked,
  encodeCursor,
  orderedPage,
  shape,
  shownOf,
} from '#http';
import { type Actor, type DelegationUsed, type LocalDate, ROLES_OF_TURN, TURNS, type Turn } from '#kernel';
import { type SqlBool, sql } from '#postgres';
import { query } from '#runtime';
import { DEADLINE_SUBJECTS } from '../../domain/deadline.events.js';
import { DoneStep, type WaitingStep, type WorkCount, type WorkTotals } from './deadline.answers.js';
import { BY_DAY, BY_MOMENT, deadlineReadModel, workerOf } from './deadline.read-model.js';
import {
  type Away,
  NO_OFFICE,
  OUR_TURNS,
  SHOWN,
  type Shown,
  type Tables,
  actionsOf,
  isNotHeld,
  toStep,
} from './waiting-step.js';
import { type Working, hasNoHandInIt, isAbove, isAtOneOf, mayTakeIt } from './who-takes.js';

/** What one's own queue can be narrowed down to. */
export class WorkQuery extends shape(
  {
    kind: asked.code(DEADLINE_SUBJECTS, { optional: true }),
    step: asked.line({ optional: true, max: 60, description: 'Such as CALCULATE_BENEFIT' }),
    dueBy: asked.day({ optional: true, description: 'To be done on this day or before' }),
    mine: asked.yesNo({
      optional: true,
      fromText: true,
      description: 'Yours alone, and that of colleagues who are away and for whom you stand in',
    }),
    unowned: asked.yesNo({
      optional: true,
      fromText: true,
      description:
        'Nobody’s: also of somebody who has left, may not do it any more, or is away without a stand-in',
    }),
    waiting: asked.yesNo({
      optional: true,
      fromText: true,
      description:
        'What your office waits for instead: whose turn it is outside, until when, and by which actions the wait is ended',
    }),
    owner: asked.line({ optional: true, max: 100, description: 'Theirs alone: subject of a token' }),
  },
  PastPageQuery,
) {}

/** Whose turn somebody takes, by their roles. */
const turnsOf = ({ roles }: Pick<Actor, 'roles'>): Turn[] =>
  OUR_TURNS.filter((turn) => ROLES_OF_TURN[turn].some((role) => roles.includes(role)));

/** Who is away on a day, or has left; with whoever stands in, where somebody does. */
export async function awayOn(tables: Tables, today: LocalDate): Promise<Away> {
  const rows = await tables
    .selectFrom('workers')
    .select(['workerId', 'absences', 'hasLeft'])
    .where(
      sql<SqlBool>`(has_left or exists (select 1 from jsonb_array_elements(absences) as away
        where away ->> 'from' <= ${today} and away ->> 'until' >= ${today}))`,
    )
    .execute();
  return new Map(
    rows.map((row) => [row.workerId, (!row.hasLeft && absenceOn(row, today)?.standInId) || null]),
  );
}

/** By which delegations somebody decides for other offices on a day. */
async function delegationsOf(
  tables: Tables,
  { id }: Actor,
  today: LocalDate,
): Promise<readonly DelegationUsed[]> {
  const worker = await tables
    .selectFrom('workers')
    .selectAll()
    .where('officerId', '=', officerIdOf(id))
    .executeTakeFirst();
  return delegationsOn(workerOf(worker), today);
}

/** Offices whose work somebody does: theirs, those that have delegated it to them, and what belongs to none. */
async function officesOf(tables: Tables, actor: Actor, today: LocalDate): Promise<readonly string[]> {
  const delegated = await delegationsOf(tables, actor, today);
  return [...new Set([actor.office, ...delegated.map(({ office }) => office), NO_OFFICE])];
}

/** Somebody, and those for whom they stand in. */
const ownersFor = ({ id }: Actor, away: Away): readonly string[] => [
  id,
  ...[...away].filter(([, standInId]) => standInId === id).map(([ownerId]) => ownerId),
];

/** Nobody who is there, and may do it, has it. */
function isNobodys(away: Away) {
  const gone = [...away].filter(([, standInId]) => standInId === null).map(([ownerId]) => ownerId);
  return sql<SqlBool>`(owner_id is null or not_by ? owner_id or owner_id = any(${gone}::text[]))`;
}

/** What one person can do of what waits at these offices, or for those above all of them. */
function waitingFor(tables: Tables, working: Working) {
  const { actor, offices } = working;
  return tables
    .selectFrom('deadlines')
    .where('turn', 'in', turnsOf(actor))
    .where((is) =>
      isAbove(working)
        ? is.or([is('office', 'in', [...offices]), is('isAboveBranches', '=', true)])
        : is('office', 'in', [...offices]),
    )
    .where(mayTakeIt(tables, working))
    .where(isNotHeld(tables));
}

/** The queue of one person, what must be done first in front. */
export const ListWork = query(
  'ListWork',
  deadlineReadModel,
  async (asking: WorkQuery & Asker, tables): Promise<Page<WaitingStep>> => {
    const { actor, kind, step, dueBy, today, limit, cursor } = asking;
    const away = await awayOn(tables, today);
    const offices = await officesOf(tables, actor, today);
    // Each turn and office, or owner, is a part of an index of its own, in order: together they are merged.
    const parts = partsOf(tables, { ...asking, offices }, away).map((part) => {
      let rows = part.where(isNotHeld(tables));
      if (kind) rows = rows.where('kind', '=', kind);
      if (step) rows = rows.where('step', '=', step);
      if (dueBy) rows = rows.where(sql<SqlBool>`coalesce(due_on, '9999-12-31') <= ${dueBy}`);
      return orderedPage(rows, BY_DAY, { limit, cursor }, (row) => row);
    });
    const page = merged(await Promise.all(parts), limit);
    const delegations = await delegationsOf(tables, actor, today);
    return { ...page, items: page.items.map((row) => toStep(row, { today, away, delegations })) };
  },
);

/** What is looked through: what is somebody's, or what waits for a role at an office. */
function partsOf(tables: Tables, asking: WorkQuery & Working, away: Away) {
  const { actor, mine, owner, unowned, offices } = asking;
  const turns = turnsOf(actor);
  const rows = () => tables.selectFrom('deadlines').select(SHOWN);
  if (mine)
    return ownersFor(actor, away).map((id) =>
      rows().where('ownerId', '=', id).where('turn', 'in', turns).where(mayTakeIt(tables, asking)),
    );
  if (asking.waiting) return waitsForOthers(tables, asking).map((part) => part.select(SHOWN));
  const all = turns.flatMap((turn) => {
    const ofTurn = () => rows().where('turn', '=', turn);
    const above = ofTurn()
      .where('isAboveBranches', '=', true)
      .where('office', 'not in', [...offices]);
    return [...offices.map((at) => ofTurn().where('office', '=', at)), ...(isAbove(asking) ? [above] : [])];
  });
  return all.map((part) => {
    let narrowed = part.where(mayTakeIt(tables, asking));
    if (owner) narrowed = narrowed.where('ownerId', '=', owner);
    if (unowned) narrowed = narrowed.where(isNobodys(away));
    return narrowed;
  });
}

/** Turns of those outside of the office. */
const THEIR_TURNS = TURNS.filter((turn) => !OUR_TURNS.includes(turn));

/** What these offices wait for: their own, and what rests on a claim that they took in; each turn and office by itself. */
const waitsForOthers = (tables: Tables, { actor, offices, today }: Working) =>
  THEIR_TURNS.flatMap((turn) =>
    offices.map((at) =>
      tables
        .selectFrom('deadlines')
        .where('turn', '=', turn)
        .where('office', '=', at)
        .where(isAtOneOf(tables, offices))
        .where(hasNoHandInIt(tables, { actor, offices, today })),
    ),
  );

/** How much waits for one person, by what is to be done. */
export const CountWork = query(
  'CountWork',
  deadlineReadModel,
  async ({ actor, today }: Asker, tables): Promise<readonly WorkCount[]> => {
    const offices = await officesOf(tables, actor, today);
    const rows = await waitingFor(tables, { actor, today, offices })
      .select(({ fn }) => [
        'turn',
        'step',
        fn.countAll<string>().as('count'),
        sql<string>`count(*) filter (where due_on < ${today})`.as('late'),
      ])
      .groupBy(['turn', 'step'])
      .orderBy('turn')
      .orderBy('step')
      .execute();
    const waiting = rows.map(({ turn, step, count, late }) => ({
      turn: turn ?? 'ADJUDICATOR',
      step: step ?? '',
      count: Number(count),
      late: Number(late),
    }));
    const counted = await doneOn(tables, actor, today)
      .select(({ fn }) => ['turn', 'step', fn.countAll<string>().as('count')])
      .groupBy(['turn', 'step'])
      .orderBy('turn')
      .orderBy('step')
      .execute();
    const doneOf = ({ turn, step }: Pick<WorkCount, 'turn' | 'step'>) =>
      Number(counted.find((one) => one.turn === turn && one.step === step)?.count ?? 0);
    const isWaiting = (one: Pick<WorkCount, 'turn' | 'step'>) =>
      waiting.some(({ turn, step }) => turn === one.turn && step === one.step);
    return [
      ...waiting.map((one) => ({ ...one, doneToday: doneOf(one) })),
      ...counted.flatMap((one) =>
        isWaiting(one)
          ? []
          : [{ turn: one.turn, step: one.step, count: 0, late: 0, doneToday: Number(one.count) }],
      ),
    ];
  },
);

/** What somebody has done on a day. */
const doneOn = (tables: Tables, { id }: Actor, on: LocalDate) =>
  tables.selectFrom('done').where('doneBy', '=', id).where('doneOn', '=', on);

export class DoneQuery extends shape(
  { on: asked.day({ optional: true, description: 'On another day than today' }) },
  PastPageQuery,
) {}

/** What one person has done on a day, in the order in which they did it. */
export const ListDone = query(
  'ListDone',
  deadlineReadModel,
  (asking: DoneQuery & Asker, tables): Promise<Page<DoneStep>> => {
    const { actor, today, on = today, limit, cursor } = asking;
    const rows = doneOn(tables, actor, on).selectAll();
    return orderedPage(rows, BY_MOMENT, { limit, cursor }, (row) => ({
      ...shownOf(DoneStep, row),
      office: row.office === NO_OFFICE ? null : row.office,
      inPlaceOf: row.ownerId === actor.id ? null : row.ownerId,
      actions: actionsOf(row),
    }));
  },
);

/** The same in four numbers: one's own, nobody's, colleagues', and what waits for others than the office. */
export const SumWork = query(
  'SumWork',
  deadlineReadModel,
  async ({ actor, today }: Asker, tables): Promise<WorkTotals> => {
    const away = await awayOn(tables, today);
    const offices = await officesOf(tables, actor, today);
    const mine = [...ownersFor(actor, away)];
    const isMine = sql<SqlBool>`coalesce(owner_id = any(${mine}::text[]), false)`;
    const ours = await waitingFor(tables, { actor, today, offices })
      .select([
        sql<string>`count(*)`.as('all'),
        sql<string>`count(*) filter (where ${isMine})`.as('mine'),
        sql<string>`count(*) filter (where not ${isMine} and ${isNobodys(away)})`.as('unowned'),
      ])
      .executeTakeFirstOrThrow();
    const others = await Promise.all(
      waitsForOthers(tables, { actor, today, offices }).map((part) =>
        part
          .where(isNotHeld(tables))
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .executeTakeFirstOrThrow(),
      ),
    );
    const [all, own, unowned] = [ours.all, ours.mine, ours.unowned].map(Number) as [number, number, number];
    const counted = await doneOn(tables, actor, today)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return {
      mine: own,
      unowned,
      ofColleagues: all - own - unowned,
      waitsForOthers: others.reduce((sum, { count }) => sum + Number(count), 0),
      doneToday: Number(counted.count),
    };
  },
);

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
