import type { RecordedEvent } from '#event-store';
import { type Change, append, category, fold, put, readModel, subjectOf, via } from '#followers';
import {
  AUTHORITY_LEVELS,
  type Actor,
  type AnyStepFold,
  type Expecting,
  type Hand,
  type Turn,
  dateIn,
} from '#kernel';
import { type Row, day, index, instant, integer, json, ordering, table, text, uuid, yesNo } from '#postgres';
import {
  type Absence,
  type Delegation,
  OFFICER_ROLES,
  type OfficerEvent,
  type OfficerRole,
  type OfficerState,
  type Skill,
  officerAfter,
} from '#contexts/staff/facts';
import type { AssignmentEvent } from '../../domain/assignment.events.js';
import type { DeadlineEvent, DeadlineSubject } from '../../domain/deadline.events.js';
import { deadlineIdOf } from '../../domain/deadline.js';
import { HANDS_TOLD } from '../../steps/hands-told.js';
import { STEP_FOLDS } from '../../steps/step-folds.js';
import { rowOf } from './deadline.row.js';
import { type DeadlineRow, deadlines } from './deadlines.table.js';
import { STANDSTILL_TOLD, standstillOf } from './standstill.js';
import { MERGED, TOUCHES_TOLD, TRACED, aliases, claimEvents, touched, tracedTo } from './touched.js';

/** What somebody did with one thing that keeps them from steps of others. */
export const hands = table('hands', {
  hand: text<Hand>().key(),
  ofId: uuid().key(),
  by: text().key(),
});

export type HandsRow = Row<typeof hands>;

/** Steps that somebody has brought to their end, each once: what they have done on a day they find there. */
export const done = table(
  'done',
  {
    deadlineId: uuid().key(),
    /** Of the event by which it ended. */
    eventId: uuid().key(),
    kind: text<DeadlineSubject>(),
    subjectId: uuid(),
    slot: text(),
    within: uuid().nullable(),
    participantId: uuid().nullable(),
    otherId: uuid().nullable(),
    step: text(),
    turn: text<Turn>(),
    /** Where it was taken in; empty where no office is known. */
    office: text(),
    /** Whose it was, as far as somebody had taken it or was given it. */
    ownerId: text().nullable(),
    since: day(),
    doneBy: text(),
    doneOn: day(),
    doneAt: instant(),
  },
  { indexes: [index('done_by_person', ['doneBy', 'doneOn', 'doneAt', 'deadlineId'])] },
);

export type DoneRow = Row<typeof done>;

/** What was done last comes last. */
export const BY_MOMENT = ordering(done, ['doneAt', 'deadlineId']);

/** Who works where, what they do and know, and when they are away. */
export const workers = table(
  'workers',
  {
    officerId: uuid().key(),
    workerId: text(),
    office: text(),
    roles: json<readonly OfficerRole[]>(),
    level: integer().nullable(),
    skills: json<readonly Skill[]>(),
    absences: json<readonly Absence[]>(),
    delegations: json<readonly Delegation[]>(),
    hasLeft: yesNo(),
  },
  { indexes: [index('workers_by_office', ['office', 'workerId'])] },
);

export type WorkerRow = Row<typeof workers>;

/** What must be done first comes first; what has no limit comes last. */
export const BY_DAY = ordering(deadlines, [['dueOn', '9999-12-31'], 'deadlineId']);

/** A step moves on with an event of its thing; where it has ended with it, whoever did that has done it. */
function moved(kind: DeadlineSubject, of: AnyStepFold, event: RecordedEvent): readonly Change[] {
  const streamOf = subjectOf(event.streamId);
  const subjectId = of.idIn ? of.idIn(event.data as never) : streamOf;
  const deadlineId = deadlineIdOf(kind, subjectId, of.slot);
  const within = of.idIn ? streamOf : null;
  const after = (known: Expecting) => of.evolve(known as never, event as never);
  return [
    append(
      done,
      via(deadlines, deadlineId, (row) => doneWith(row, after(row.known), event)),
    ),
    fold(deadlines, deadlineId, (row) =>
      rowOf({ deadlineId, kind, subjectId, slot: of.slot, within }, after(row?.known ?? of.initial), row),
    ),
  ];
}

/** Undefined where nothing was waited for, the same still is, or nobody of the house did it. */
function doneWith(
  row: DeadlineRow,
  { expected }: Expecting,
  { id: eventId, metadata: { actor, issuedAt } }: RecordedEvent,
): DoneRow | undefined {
  const { deadlineId, kind, subjectId, slot, within, participantId, otherId } = row;
  const { step, turn, office, ownerId, since } = row;
  if (step === null || turn === null || since === null || !isOfTheHouse(actor)) return undefined;
  if (expected?.step === step && expected.since === since) return undefined;
  const thing = { deadlineId, kind, subjectId, slot, within, participantId, otherId };
  const how = { doneBy: actor.id, doneOn: dateIn(issuedAt), doneAt: issuedAt };
  return { ...thing, eventId, step, turn, office, ownerId, since, ...how };
}

/** Not a process or a round, nor a facility: those have no queue here. */
const isOfTheHouse = ({ roles }: Actor): boolean => OFFICER_ROLES.some((role) => roles.includes(role));

function passedOn({ data }: RecordedEvent<DeadlineEvent>): Change {
  return fold(deadlines, data.deadlineId, (row) => {
    if (!row || row.step !== data.step || row.since !== data.since) return row;
    const passed = [...row.passed, data.dueOn];
    return rowOf(row, row.known, { ...row, passed });
  });
}

/** It is somebody's, or nobody's again, as long as it is the same step. */
const ownedBy = ({ data }: RecordedEvent<AssignmentEvent>, ownerId: string | null): Change =>
  fold(deadlines, data.deadlineId, (row) =>
    row && row.step === data.step && row.since === data.since ? { ...row, ownerId } : row,
  );

/** Somebody of the office as a row has kept them. */
export function workerOf(row: WorkerRow | undefined): OfficerState {
  if (!row) return { situation: 'UNKNOWN' };
  const { hasLeft, level, skills, ...known } = row;
  return {
    ...known,
    situation: hasLeft ? 'LEFT' : 'LISTED',
    ...(level !== null && { level: AUTHORITY_LEVELS.find((one) => one === level) }),
    ...(skills.length > 0 && { skills }),
  };
}

/** Somebody of the office goes on as their own stream says. */
const worked = (event: RecordedEvent<OfficerEvent>): readonly Change[] => [
  fold(workers, event.data.officerId, (row) => {
    const { situation, level = null, skills = [], ...known } = officerAfter(workerOf(row), event);
    return { ...known, level, skills, hasLeft: situation === 'LEFT' };
  }),
];

/** Every fold, with the kind of thing whose steps it tells. */
const FOLDS = Object.entries(STEP_FOLDS).flatMap(([kind, folds]) =>
  folds.map((of) => ({ kind: kind as DeadlineSubject, of })),
);

/** Who did what, as an event tells. */
const told = ({ type, data }: RecordedEvent): readonly Change[] =>
  (HANDS_TOLD[type]?.(data as never) ?? []).map(({ hand, of: ofId, by }) => put(hands, { hand, ofId, by }));

/** Each type of event of the things, with the steps that it moves on, and the hands, touches and times of standing still that it tells of. */
const STEPS: Readonly<Record<string, (event: RecordedEvent) => readonly Change[]>> = Object.fromEntries(
  [
    ...new Set([
      ...FOLDS.flatMap(({ of: { types } }) => types),
      ...Object.keys(HANDS_TOLD),
      ...Object.keys(TOUCHES_TOLD),
      ...Object.keys(STANDSTILL_TOLD),
    ]),
  ].map((type) => {
    const moving = FOLDS.filter(({ of: { types } }) => types.includes(type));
    return [
      type,
      (event: RecordedEvent) => [
        ...moving
          .filter(({ of: { concerns } }) => concerns?.(event.data as never, type) ?? true)
          .flatMap(({ kind, of }) => moved(kind, of, event)),
        ...told(event),
        ...(TOUCHES_TOLD[type]?.(event) ?? []),
        ...(STANDSTILL_TOLD[type]?.(event) ?? []),
      ],
    ];
  }),
);

const CATEGORIES = [...new Set([...FOLDS.map(({ of: { category: name } }) => name), 'merger', 'death'])];

/** Everything that waits for somebody: whose turn it is, and until when. */
export const deadlineReadModel = readModel({
  name: 'deadline',
  version: 35,
  own: [category<DeadlineEvent>('deadline'), category<AssignmentEvent>('assignment')],
  also: [...CATEGORIES.map((name) => category<never>(name)), category<OfficerEvent>('officer')],
  tables: { standstillOf, deadlines, hands, touched, tracedTo, claimEvents, aliases, workers, done },
  on: {
    ...(STEPS as object),
    ...MERGED,
    ...TRACED,
    DeadlinePassed: (event: RecordedEvent<DeadlineEvent>) => [passedOn(event)],
    StepAssigned: (event: RecordedEvent<Extract<AssignmentEvent, { type: 'StepAssigned' }>>) => [
      ownedBy(event, event.data.ownerId),
    ],
    StepReleased: (event: RecordedEvent<AssignmentEvent>) => [ownedBy(event, null)],
    OfficerListed: worked,
    OfficerLeft: worked,
    AbsenceReported: worked,
    AbsenceEnded: worked,
    AuthorityDelegated: worked,
    DelegationRevoked: worked,
  },
});
