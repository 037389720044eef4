import type { DomainEvent, EventOf } from './domain-event.js';
import { type Instant, type LocalDate, dateIn } from './local-date.js';

type Data = Record<string, unknown>;

/** What stands beside an event, for whoever lifts an old shape that did not say it itself. */
export interface BesideEvent {
  /** Subject of the token of whoever recorded it. */
  readonly actorId?: string;
}

/**
 * How old shapes of an event type become the present one: the first function lifts version 1 to 2, the next 2 to 3, …
 * A type that is not named here still has its first shape.
 */
export type Upcasters = Readonly<Record<string, readonly ((data: Data, beside: BesideEvent) => Data)[]>>;

/** Lifts an event that names nobody: whose token it was stood beside the event, and stands in it since. */
export const withSubject =
  (name: string) =>
  (data: Data, { actorId }: BesideEvent): Data => ({ ...data, [name]: actorId });

/** Beside an event of the log stands who recorded it when; beside one that was decided and is not recorded yet, nothing. */
const beside = (event: DomainEvent) =>
  (
    event as DomainEvent & {
      readonly metadata?: { readonly actor?: { readonly id: string }; readonly issuedAt?: Instant };
    }
  ).metadata;

/** Whose token an event was recorded with, for a view that asks who did something. */
export const recordedBy = (event: DomainEvent): string | undefined => beside(event)?.actor?.id;

/** The day on which an event was recorded, whatever day it is about. */
export function recordedOn(event: DomainEvent): LocalDate | undefined {
  const issuedAt = beside(event)?.issuedAt;
  return issuedAt && dateIn(issuedAt);
}

/** The id of an event as the log has it, for a view that names what follows from it. */
export const eventIdOf = (event: DomainEvent): string | undefined =>
  (event as DomainEvent & { readonly id?: string }).id;

/** How a state follows from events, each by its type. */
export type Handlers<State, Event extends DomainEvent> = {
  readonly [Type in Event['type']]?: (state: State, data: EventOf<Event, Type>['data']) => State;
};

/** For a view that asks one thing of a stream: events that its table does not name leave the state as it is. */
export const passingOverOthers =
  <State, Event extends DomainEvent>(on: Handlers<State, Event>) =>
  (state: State, { type, data }: Event): State => {
    const handler = (
      on as Readonly<Record<string, ((state: State, data: Event['data']) => State) | undefined>>
    )[type];
    return handler?.(state, data) ?? state;
  };

/** How the state of one stream follows from its events. Pure: no clock, no I/O, no validation. */
export interface Fold<State, Event extends DomainEvent> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}

/**
 * A kind of stream, said once: its name, what its events mean, and how old events of it are read. Whoever reads or
 * writes a stream names this value, so a wrong pair of name and fold cannot be written.
 */
export interface Stream<State, Event extends DomainEvent> extends Fold<State, Event> {
  /** The part of every stream id before the first `-`. It is stored, so it never changes. */
  readonly category: string;
  readonly upcasters: Upcasters;
  /**
   * Types of events whose `health` section only proves what stands in the open, such as the inputs of a calculation: where that key
   * alone was destroyed they are recorded with the section erased. Every other event that needs a destroyed key is refused.
   */
  readonly provenByHealth?: readonly Event['type'][];
  /**
   * The type of an event that says everything the state holds of what stands before it: whoever folds the stream begins with the
   * last of them. What the state is after one must not depend on the state before.
   */
  readonly summary?: Event['type'];
  /** The stream id of one thing, such as `claim-<id>`. */
  readonly of: (this: void, id: string) => string;
}

/** Any stream, for code that lists them. */
export type AnyStream = Pick<Stream<unknown, DomainEvent>, 'category' | 'upcasters' | 'provenByHealth'>;

/**
 * Declares a kind of stream.
 * @param category lower-case letters only
 * @throws RangeError for a name that would be read as another category
 */
export function stream<State, Event extends DomainEvent>(
  category: string,
  {
    initial,
    evolve,
    upcasters = {},
    provenByHealth,
    summary,
  }: Fold<State, Event> & Partial<Pick<Stream<State, Event>, 'upcasters' | 'provenByHealth' | 'summary'>>,
): Stream<State, Event> {
  if (!/^[a-z]+$/.test(category)) throw new RangeError(`Not a stream category: ${category}`);
  return { category, initial, evolve, upcasters, provenByHealth, summary, of: (id) => `${category}-${id}` };
}

/**
 * Another way to look at the same streams, for whoever needs to know something else of them. What sums up one state may not say all
 * of another: a view that names no summary is folded from the first event on.
 */
export function view<State, Event extends DomainEvent>(
  of: Pick<Stream<never, Event>, 'category' | 'upcasters' | 'of'>,
  { initial, evolve, summary }: Fold<State, Event> & Pick<Stream<State, Event>, 'summary'>,
): Stream<State, Event> {
  return { category: of.category, upcasters: of.upcasters, of: of.of, initial, evolve, summary };
}

/** The part of a stream id before the first `-`. */
export function categoryOf(streamId: string): string {
  const dash = streamId.indexOf('-');
  return dash < 0 ? streamId : streamId.slice(0, dash);
}

/** The state after a history. */
export function fold<State, Event extends DomainEvent>(
  { initial, evolve }: Fold<State, Event>,
  history: Iterable<Event>,
): State {
  let state = initial;
  for (const event of history) state = evolve(state, event);
  return state;
}

/** Asks what the log knows of one thing now. What is asked through one of these was read once, whoever asks again. */
export interface Reading {
  state<State, Event extends DomainEvent>(stream: Stream<State, Event>, id: string): Promise<State>;
}
