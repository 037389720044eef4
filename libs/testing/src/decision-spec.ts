import { expect } from '@jest/globals';
import { type DomainEvent, type Fold, Rejection, type Sight, fold, sightOf } from '#kernel';

/** A decision that is about to be made. */
export interface Given<State, Event extends DomainEvent> {
  /** Makes the decision. Rejections are kept for `thenRejected`. */
  when(decide: (state: State) => readonly Event[]): Decided<Event>;
}

/** What a decision led to. Each `then…` fails the spec when it is not so. */
export interface Decided<Event extends DomainEvent> {
  /** Exactly these events were decided, in this order. */
  thenRecorded(expected: readonly Event[]): void;
  /** There was nothing to do. */
  thenNothing(): void;
  /** The request was refused with this code; gives the rejection for a closer look. */
  thenRejected(code: string): Rejection;
}

/**
 * A decision in three steps:
 * `given(claim, [event('ClaimSubmitted', …)]).when((state) => approve(input, state, testContext())).thenRecorded([…])`.
 */
export function given<State, Event extends DomainEvent>(
  stream: Fold<State, Event>,
  history: readonly Event[] = [],
): Given<State, Event> {
  const state = fold(stream, history);
  return { when: (decide) => decided(attempt(() => decide(state))) };
}

/** `given` for a spec file about one stream: `const given = decisionSpec(claim)`, then `given([…])`. */
export function decisionSpec<State, Event extends DomainEvent>(
  stream: Fold<State, Event>,
): (history?: readonly Event[]) => Given<State, Event> {
  return (history) => given(stream, history);
}

type Outcome<Event> = { readonly events: readonly Event[] } | { readonly rejection: Rejection };

function attempt<Event>(decide: () => readonly Event[]): Outcome<Event> {
  try {
    return { events: decide() };
  } catch (error) {
    // Anything but a rejection is a fault of the decision and fails the spec as it is.
    if (error instanceof Rejection) return { rejection: error };
    throw error;
  }
}

function decided<Event extends DomainEvent>(outcome: Outcome<Event>): Decided<Event> {
  const eventsOf = () => {
    if ('rejection' in outcome) throw outcome.rejection;
    return outcome.events;
  };
  return {
    thenRecorded: (expected) => expect(eventsOf()).toStrictEqual(expected),
    thenNothing: () => expect(eventsOf()).toStrictEqual([]),
    thenRejected: (code) => {
      if (!('rejection' in outcome)) {
        const types = outcome.events.map(({ type }) => type).join(', ');
        throw new Error(`Expected the rejection ${code}, but the decision was: ${types || 'nothing to do'}`);
      }
      expect(outcome.rejection.code).toBe(code);
      return outcome.rejection;
    },
  };
}

/** How far a supervisor sees, for specs of queries: everybody's, but for accounts. */
export const SEES_ALL: Sight = sightOf({ roles: ['supervisor'] });
