import type { DomainEvent, EventOf } from './domain-event.js';

/**
 * What somebody did with one thing that keeps them from a step of another one (reference 6.2): they have said that they have an interest in
 * it, decided on it, gave the account that it is paid to, or said who inherits.
 */
export const HANDS = ['INTEREST', 'DECIDED', 'GAVE_ACCOUNT', 'NAMED_HEIRS'] as const;

export type Hand = (typeof HANDS)[number];

/** A thing, and what was done with it: the claim, the scholarship, the invoice, or the payment that came late. */
export interface HandOn {
  readonly hand: Hand;
  readonly of: string;
}

/** Who did it: the subject of their token. */
export interface HandTold extends HandOn {
  readonly by: string;
}

/** Which events of a stream tell of a hand that keeps somebody from steps of other things. */
export type HandsTold<Event extends DomainEvent> = {
  readonly [Type in Event['type']]?: (data: EventOf<Event, Type>['data']) => readonly HandTold[];
};

/** One of a table of these. Nobody is named where an earlier release did not record them. */
export const handTold = (hand: Hand, of: string, by: string | undefined): readonly HandTold[] =>
  by === undefined ? [] : [{ hand, of, by }];
