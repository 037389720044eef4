import type { DomainEvent, EventOf } from './domain-event.js';
import type { Instant, LocalDate } from './local-date.js';
import type { Role } from './command-context.js';
import type { Rupiah } from './rupiah.js';
import { type Stream, view } from './stream.js';

/** Whose turn it is (giliran): those of the office by what they do, and those who are waited for. */
export const TURNS = [
  'ADJUDICATOR',
  'DECIDER',
  'SUPERVISOR',
  'FINANCE',
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
  /** The days after which it is late; of several the earlier ones are reminders. None where nothing says until when. */
  readonly dueDays: readonly LocalDate[];
  /** Where the limit is in hours: the moment, on the last of the days. */
  readonly dueAt?: Instant;
  /** Whoever of the office may not take it: they did what it is about. */
  readonly notBy?: readonly string[];
}

/** What a fold about the next step of a thing knows of it. */
export interface Expecting {
  readonly participantId?: string;
  /** Where it was taken in. */
  readonly office?: string;
  /** What it comes to, as far as somebody has calculated it. */
  readonly amountIdr?: Rupiah;
  /** What of it costs 1 % a day once it is late. */
  readonly lateIdr?: Rupiah;
  /** Nothing is to be done where it is missing. */
  readonly expected?: ExpectedStep;
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
};

type Handlers<State, Event extends DomainEvent> = {
  readonly [Type in Event['type']]?: (state: State, data: EventOf<Event, Type>['data']) => State;
};

/** Declares how the next step of a thing follows from its events: those that are not named leave it as it is. */
export function steps<State extends Expecting, Event extends DomainEvent>(
  of: Pick<Stream<never, Event>, 'category' | 'upcasters' | 'of'>,
  slot: string,
  initial: State,
  on: Handlers<State, Event>,
): StepFold<State, Event> {
  const handlers = on as Readonly<Record<string, ((state: State, data: never) => State) | undefined>>;
  const types = Object.keys(on) as Event['type'][];
  const evolve = (state: State, { type, data }: Event): State =>
    Object.hasOwn(handlers, type) ? (handlers[type]?.(state, data as never) ?? state) : state;
  return { ...view<State, Event>(of, { initial, evolve }), slot, types };
}

/** The first of the days of a step that was not passed yet, by those that were. */
export const nextDue = (
  { dueDays }: Pick<ExpectedStep, 'dueDays'>,
  passed: readonly LocalDate[] = [],
): LocalDate | undefined => dueDays.find((day) => !passed.includes(day));
