import { type Actor, type EventOf, enforce, interestPolicy } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import type { AccidentState, Known, NoticeWithdrawn } from './accident-state.js';
import { accidentRefusals } from './refusals.js';

/** Subjects of those who have an interest in the claim of an accident. */
export const interestedIn = (accident: AccidentState): readonly string[] =>
  accident.situation === 'UNKNOWN' ? [] : (accident.interestedIds ?? []);

/** One more has one; also of an accident whose notice was taken back: it may be given again. */
export function interestNoted<State extends Known | NoticeWithdrawn>(
  state: State,
  { data: { declarerId } }: EventOf<AccidentEvent, 'InterestNoted'>,
): State {
  return { ...state, interestedIds: [...interestedIn(state), declarerId] };
}

const POLICIES = [interestPolicy(accidentRefusals)];

/** Whoever has an interest in its claim decides nothing of an accident. @throws Rejection `INTEREST_DECLARED` */
export const requireNoInterest = (accident: AccidentState, actor: Actor): void =>
  enforce(POLICIES, { actor, interestedIds: interestedIn(accident) });
