import type { AuthorityLevel, WeighedSum } from './authority.js';
import type { DomainEvent, EventOf } from './domain-event.js';
import type { Instant, LocalDate } from './local-date.js';
import type { Role } from './command-context.js';
import type { HandOn } from './hands.js';
import type { Rupiah } from './rupiah.js';
import { type Stream, recordedOn, view } from './stream.js';

/** Whose turn it is (giliran): those of the office by what they do, and those who are waited for. */
export const TURNS = [
  'ADJUDICATOR',
  'DECIDER',
  'SUPERVISOR',
  'FINANCE',
  'REGISTRAR',
  'CONFIRMER',
  'MONEY_CONFIRMER',
  'PROJECT_CONFIRMER',
  'CLAIMANT',
  'REPORTER',
  'FACILITY',
  'FAMILY',
  'BANK',
  'OUTSIDE',
] as const;

export type Turn = (typeof TURNS)[number];

/** Which roles take a turn; others are outside the office. */
export const ROLES_OF_TURN: Readonly<Record<Turn, readonly Role[]>> = {
  ADJUDICATOR: ['adjudicator'],
  DECIDER: ['adjudicator', 'supervisor'],
  SUPERVISOR: ['supervisor'],
  FINANCE: ['finance'],
  REGISTRAR: ['registrar', 'supervisor'],
  CONFIRMER: ['registrar', 'adjudicator', 'supervisor'],
  MONEY_CONFIRMER: ['finance', 'supervisor'],
  PROJECT_CONFIRMER: ['registrar', 'finance', 'supervisor'],
  CLAIMANT: [],
  REPORTER: [],
  FACILITY: [],
  FAMILY: [],
  BANK: [],
  OUTSIDE: [],
};

/** What is to be done next with a thing, by whom, and until when. */
export interface ExpectedStep {
  /** Upper-case: `CALCULATE_BENEFIT`. */
  readonly step: string;
  readonly turn: Turn;
  readonly since: LocalDate;
  /** The days after which it is late; of several the earlier ones are reminders. No wait is without an end: there is one at least. */
  readonly dueDays: readonly [LocalDate, ...LocalDate[]];
  /** Where it is given up by itself: the day after which it is, later than the others. It is late before. */
  readonly lapsesAfter?: LocalDate;
  /** Where the limit is in hours: the moment, on the last of the days. */
  readonly dueAt?: Instant;
  /** Whoever of the office may not take it: they did what it is about. */
  readonly notBy?: readonly string[];
  /** The office that does not take it: what it is about was done there. */
  readonly notAt?: string;
  /** From which level of authority on somebody takes it, where that does not follow from a sum. */
  readonly level?: AuthorityLevel;
  /** What it decides on: whoever takes it reaches so far. */
  readonly weighed?: readonly WeighedSum[];
  /** Whoever did one of these with another thing does not take it. */
  readonly barring?: readonly HandOn[];
  /** It is decided where the claim was taken in that it is about, by whom that has delegated it to, or above the branches. */
  readonly atOfficeOfClaim?: true;
  /** It decides the claim itself: whoever corrected or took in what that rests on does not take it, for a time. */
  readonly decidesClaim?: true;
  /** Whose it is until a day; after that of whoever else may take it. */
  readonly onlyBy?: { readonly id: string; readonly until: LocalDate };
  /**
   * It is nobody's turn as long as another step is open, such as a dispute of those who are to be paid; nor after it, where its end names
   * those for whom things go on, and not this one.
   */
  readonly heldBy?: OtherStep;
}

/** A step of another thing. */
export interface OtherStep {
  /** As deadlines name it: `CLAIM`. */
  readonly kind: string;
  readonly id: string;
  readonly slot: string;
  /** For whom this one is, as the end of the other one names them. */
  readonly party?: string;
  /** The other way round: this one is expected only where the other one has ended and names these. */
  readonly onlyFor?: OnlyFor;
}

/** Whom the end of a step names, where another one is expected only then: others than the party, or nobody at all. */
export const ONLY_FOR = ['OTHERS', 'NOBODY'] as const;

export type OnlyFor = (typeof ONLY_FOR)[number];

/** Whether a step waits for another one, by what is known of that. */
export function isHeld(other: OtherStep, known: Expecting): boolean {
  const { onlyFor } = other;
  const how = forParty(other, known);
  if (how === 'OPEN') return true;
  return onlyFor === undefined ? how !== 'THEM' : how !== onlyFor;
}

/** Whether a step is open for whom another one is, and for whom that goes on where it is not. */
function forParty(
  { party }: OtherStep,
  { expected, named, holds, openFor, givenUp = [] }: Expecting,
): OnlyFor | 'OPEN' | 'THEM' {
  const isAmong = (ids: readonly string[]) => party !== undefined && ids.includes(party);
  if (holds || (expected && (openFor === undefined || isAmong(openFor)))) return 'OPEN';
  if (isAmong(givenUp)) return 'NOBODY';
  if (named === undefined || isAmong(named)) return 'THEM';
  return named.length === 0 ? 'NOBODY' : 'OTHERS';
}

/** What a fold about the next step of a thing knows of it. */
export interface Expecting {
  readonly participantId?: string;
  /** The other participant, where it is about two. */
  readonly otherId?: string;
  /** Where it was taken in. */
  readonly office?: string;
  /** The claim that it is, or rests on: whoever has an interest in that does nothing about it. */
  readonly claimId?: string;
  /** The accident that it is about, where that alone tells the claim. */
  readonly accidentId?: string;
  /** The same of a scholarship. */
  readonly scholarshipId?: string;
  /** Of which programme it is, where it is of one. */
  readonly programme?: string;
  /** What it comes to, as far as somebody has calculated it. */
  readonly amountIdr?: Rupiah;
  /** What of it costs 1 % a day once it is late. */
  readonly lateIdr?: Rupiah;
  /** The last day before the first that costs it, where that is not the last of the days of the step. */
  readonly inTimeUntil?: LocalDate;
  /** The last day that costs it: it stands still since, or has arrived by what somebody entered. Missing where each further one does. */
  readonly costsUntil?: LocalDate;
  /** For whom things go on, now that it is over; missing where nobody in particular is named. */
  readonly named?: readonly string[];
  /** For whom alone the step is open, where for others things go on meanwhile; missing where it is open for all. */
  readonly openFor?: readonly string[];
  /** For whom it has ended naming nobody, where it names others for the rest. */
  readonly givenUp?: readonly string[];
  /** Nothing is to be done where it is missing. */
  readonly expected?: ExpectedStep;
  /** What waits for it waits all the same: for something that is another step of the thing. */
  readonly holds?: true;
}

/** Nothing is to be done any more. What is known of the thing is kept. */
export function noMore<State extends Expecting>({ expected: _done, ...state }: State): State {
  // Only what may be missing anyway is left out.
  return state as State;
}

/** How the next step of a thing follows from the events of its stream. */
export interface StepFold<State extends Expecting, Event extends DomainEvent> extends Stream<State, Event> {
  /** Tells apart the steps of one thing that may wait at the same time; stored, so it never changes. */
  readonly slot: string;
  /** The types of the events that matter. */
  readonly types: readonly Event['type'][];
}

/** Any of them, for code that keeps what they come to. */
export type AnyStepFold = Pick<
  StepFold<Expecting, DomainEvent>,
  'slot' | 'types' | 'category' | 'of' | 'upcasters'
> & {
  readonly initial: Expecting;
  readonly evolve: (state: never, event: never) => Expecting;
  /** Where one stream tells of several things: the id of the one that an event is about. */
  readonly idIn?: (data: never) => string;
  /** Where only some events of a type matter: the others are not even looked up. */
  readonly concerns?: (data: never, type: string) => boolean;
  /** The same streams, folded to what is expected of each of their things. */
  readonly ofEach?: Stream<Readonly<Record<string, Expecting>>, never>;
};

type Handlers<State, Event extends DomainEvent> = {
  readonly [Type in Event['type']]?: (
    state: State,
    data: EventOf<Event, Type>['data'],
    /** The day on which it was recorded, for what was entered late; unknown where events stand by themselves, as in specs. */
    recordedOn?: LocalDate,
  ) => State;
};

/** Declares how the next step of a thing follows from its events: those that are not named leave it as it is. */
export function steps<State extends Expecting, Event extends DomainEvent>(
  of: Pick<Stream<never, Event>, 'category' | 'upcasters' | 'of'>,
  slot: string,
  initial: State,
  on: Handlers<State, Event>,
): StepFold<State, Event> {
  const handlers = on as Readonly<
    Record<string, ((state: State, data: never, recordedOn?: LocalDate) => State) | undefined>
  >;
  const types = Object.keys(on) as Event['type'][];
  const evolve = (state: State, event: Event): State => {
    const { type, data } = event;
    if (!Object.hasOwn(handlers, type)) return state;
    return handlers[type]?.(state, data as never, recordedOn(event)) ?? state;
  };
  return { ...view<State, Event>(of, { initial, evolve }), slot, types };
}

/**
 * The same where one stream tells of several things, each with a step of its own, such as the invoices of an accident.
 * @param idIn says which of them an event is about
 */
export function stepsOfEach<State extends Expecting, Event extends DomainEvent>(
  of: Pick<Stream<never, Event>, 'category' | 'upcasters' | 'of'>,
  { slot, idIn }: { readonly slot: string; readonly idIn: (data: Event['data']) => string },
  initial: State,
  on: Handlers<State, Event>,
): AnyStepFold {
  const one = steps(of, slot, initial, on);
  const ofEach = view<Readonly<Record<string, State>>, Event>(of, {
    initial: {},
    evolve(all, event) {
      if (!one.types.includes(event.type)) return all;
      const id = idIn(event.data);
      return { ...all, [id]: one.evolve(all[id] ?? initial, event) };
    },
  });
  return { ...one, idIn, ofEach } as unknown as AnyStepFold;
}

/** All days of a step after which something is told of it. */
export const daysOf = ({
  dueDays,
  lapsesAfter,
}: Pick<ExpectedStep, 'dueDays' | 'lapsesAfter'>): readonly LocalDate[] =>
  lapsesAfter === undefined ? dueDays : [...dueDays, lapsesAfter];

/** The first of the days of a step that was not passed yet, by those that were. */
export const nextDue = (
  of: Pick<ExpectedStep, 'dueDays' | 'lapsesAfter'>,
  passed: readonly LocalDate[] = [],
): LocalDate | undefined => daysOf(of).find((day) => !passed.includes(day));
