import {
  type CommandContext,
  type Actor,
  type ExpectedStep,
  type Expecting,
  type LocalDate,
  type Policy,
  ROLES_OF_TURN,
  Rejection,
  enforce,
  reachesOffice,
  stream,
} from '#kernel';
import type { AssignmentEvent } from './assignment.events.js';
import { type Candidate, type StepToTake, mayTake } from './may-take.js';
import type { PassDeadlineInput } from './pass-deadline.js';
import { workRefusals } from './refusals.js';

/** Whose a step is, of one thing: the step that was assigned last. */
export interface AssignmentState {
  readonly step?: string;
  readonly since?: LocalDate;
  readonly ownerId?: string;
}

/** Who has taken the steps of one thing that follow each other: `assignment-<deadline id>`. */
export const assignments = stream<AssignmentState, AssignmentEvent>('assignment', {
  initial: {},
  evolve: (_before, { type, data }) =>
    type === 'StepAssigned' ? { step: data.step, since: data.since, ownerId: data.ownerId } : {},
});

export interface AssignStepInput extends PassDeadlineInput {
  /** Subject of the token of whoever is to do it. */
  readonly ownerId: string;
}

/** Somebody as their office knows them. */
export interface Known {
  /** Absent where nobody has listed them; of whoever asks their token tells it. */
  readonly officer?: Candidate;
  readonly hasLeft?: boolean;
  /** The last day on which they are away, where they are. */
  readonly awayUntil?: LocalDate;
}

/** What an assignment rests on. */
export interface AssignmentFacts {
  /** What is known of the thing, with the step that is expected now. */
  readonly known?: Expecting;
  /** Of whoever is to do it, and of whoever has it now. */
  readonly owner: Known;
  readonly holder?: Known;
  /** Subjects of those who do not work on it: they have an interest in it, or had a hand in what it rests on. */
  readonly barred: readonly string[];
}

interface AssignmentGrounds extends AssignmentFacts {
  readonly actor: Actor;
  readonly ownerId: string;
  readonly holderId?: string;
  readonly expected: ExpectedStep;
  readonly step: StepToTake;
  readonly today: LocalDate;
}

/** Whether somebody gives away what waits at an office. */
const isItsSupervisor = ({ actor, step, today }: AssignmentGrounds): boolean =>
  actor.roles.includes('supervisor') &&
  (step.office === undefined || reachesOffice(actor, step.office, today));

const supervisorsGive: Policy<AssignmentGrounds> = {
  name: 'supervisors-give',
  check: (grounds) =>
    grounds.ownerId === grounds.actor.id || isItsSupervisor(grounds)
      ? undefined
      : workRefusals.ONLY_SUPERVISORS_GIVE(),
};

const theyWorkHere: Policy<AssignmentGrounds> = {
  name: 'they-work-here',
  check: ({ owner: { officer, hasLeft } }) =>
    officer && !hasLeft ? undefined : workRefusals.OWNER_NOT_LISTED(),
};

const itIsTheirTurn: Policy<AssignmentGrounds> = {
  name: 'it-is-their-turn',
  check: ({ owner: { officer }, ownerId, barred, step, today }) =>
    officer && mayTake(officer, step, today) && !barred.includes(ownerId)
      ? undefined
      : workRefusals.NOT_THEIR_TURN(),
};

/** What somebody has taken who is here, and may do it still, is theirs until it is late, or a supervisor gives it to a third. */
const nobodyHereHasIt: Policy<AssignmentGrounds> = {
  name: 'nobody-here-has-it',
  check(grounds) {
    const { holderId, ownerId, expected, today } = grounds;
    if (holderId === undefined || holderId === ownerId) return undefined;
    const lastDay = expected.dueDays.at(-1);
    const isLate = lastDay !== undefined && lastDay < today;
    const isGiven = ownerId !== grounds.actor.id && isItsSupervisor(grounds);
    return isLate || isGiven || !isHere(grounds, holderId)
      ? undefined
      : workRefusals.STEP_IS_TAKEN({ ownerId: holderId });
  },
};

function isHere({ holder = {}, barred, step, today }: AssignmentGrounds, holderId: string): boolean {
  const { officer, hasLeft, awayUntil } = holder;
  if (hasLeft || awayUntil !== undefined || barred.includes(holderId)) return false;
  // Of somebody whom nobody has listed only this is known.
  return officer ? mayTake(officer, step, today) : !(step.notBy ?? []).includes(holderId);
}

const theyAreHere: Policy<AssignmentGrounds> = {
  name: 'they-are-here',
  check: ({ owner: { awayUntil } }) =>
    awayUntil === undefined ? undefined : workRefusals.OWNER_IS_AWAY({ until: awayUntil }),
};

/** In this order; the first refusal wins. */
const ASSIGNMENT_POLICIES: readonly Policy<AssignmentGrounds>[] = [
  supervisorsGive,
  theyWorkHere,
  itIsTheirTurn,
  nobodyHereHasIt,
  theyAreHere,
];

/** Whose the step is that is expected now. */
export const ownerOf = (state: AssignmentState, expected: ExpectedStep | undefined): string | undefined =>
  expected && state.step === expected.step && state.since === expected.since ? state.ownerId : undefined;

/** A step as whoever is to take it looks at it. */
export const stepOf = (known: Expecting, expected: ExpectedStep): StepToTake => ({
  turn: expected.turn,
  notBy: expected.notBy,
  notAt: expected.notAt,
  level: expected.level,
  weighed: expected.weighed,
  onlyBy: expected.onlyBy,
  office: known.office,
  programme: known.programme,
});

/**
 * Takes a step upon oneself, takes it over from a colleague who is away, has left or is late, or gives it to somebody (penugasan). It
 * stops nobody else: what is open for a role stays open, so nothing is stuck because somebody is away.
 * @throws Rejection `NOTHING_TO_ASSIGN`, or the code of the first assignment policy that objects
 */
export function assignStep(
  { deadlineId, kind, subjectId: id, ownerId }: AssignStepInput,
  state: AssignmentState,
  { actor, today }: CommandContext,
  facts: AssignmentFacts,
): readonly AssignmentEvent[] {
  const { known, expected } = assignable(facts);
  const holderId = ownerOf(state, expected);
  const step = stepOf(known, expected);
  enforce(ASSIGNMENT_POLICIES, { ...facts, actor, ownerId, holderId, expected, step, today });
  if (holderId === ownerId) return [];
  return [
    {
      type: 'StepAssigned',
      data: {
        deadlineId,
        subject: { kind, id },
        step: expected.step,
        since: expected.since,
        ownerId,
        ...(holderId !== undefined && { formerOwnerId: holderId }),
        assignerId: actor.id,
        effectiveOn: today,
      },
    },
  ];
}

/**
 * Gives a step back: it is nobody's again (pelepasan tugas). By whoever has it, or a supervisor of its office.
 * @throws Rejection `NOTHING_TO_ASSIGN`, `NOT_YOUR_STEP`
 */
export function releaseStep(
  { deadlineId, kind, subjectId: id }: PassDeadlineInput,
  state: AssignmentState,
  { actor, today }: CommandContext,
  facts: Pick<AssignmentFacts, 'known'>,
): readonly AssignmentEvent[] {
  const { known, expected } = assignable(facts);
  const holderId = ownerOf(state, expected);
  if (holderId === undefined) return [];
  const isSupervisor =
    actor.roles.includes('supervisor') &&
    (known.office === undefined || reachesOffice(actor, known.office, today));
  if (holderId !== actor.id && !isSupervisor) throw new Rejection(workRefusals.NOT_YOUR_STEP());
  const { step, since } = expected;
  const of = { deadlineId, subject: { kind, id }, step, since };
  return [
    {
      type: 'StepReleased',
      data: { ...of, formerOwnerId: holderId, releaserId: actor.id, effectiveOn: today },
    },
  ];
}

/** A step that somebody of the office takes. @throws Rejection `NOTHING_TO_ASSIGN` */
function assignable({ known }: Pick<AssignmentFacts, 'known'>): {
  readonly known: Expecting;
  readonly expected: ExpectedStep;
} {
  const expected = known?.expected;
  if (!known || !expected || ROLES_OF_TURN[expected.turn].length === 0) {
    throw new Rejection(workRefusals.NOTHING_TO_ASSIGN());
  }
  return { known, expected };
}
