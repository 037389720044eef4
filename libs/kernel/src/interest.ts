import type { Actor } from './command-context.js';
import type { Policy } from './policy.js';
import { type Refusal, conflict } from './refusal.js';

/** What somebody is told who has an interest in the claim that a thing is, or that rests on it: a line of the tables of refusals. */
export const INTEREST_LINES = {
  INTEREST_DECLARED: conflict(
    {
      en: 'You have said that this claim is your own or of somebody close to you: others work on it',
      id: 'Anda menyatakan klaim ini milik Anda atau orang dekat Anda: orang lain yang menanganinya',
    },
    { allowed: [{ en: 'somebody else goes on with it', id: 'orang lain melanjutkannya' }] },
  ),
};

/** What the rule looks at about who acts. */
export interface ActingGrounds {
  readonly actor: Actor;
  /** Subjects of those who have said that the claim is their own, or a relative's. */
  readonly interestedIds: readonly string[];
}

/** Whoever has an interest does not act (reference 6.2). */
export const interestPolicy = (lines: { INTEREST_DECLARED(): Refusal }): Policy<ActingGrounds> => ({
  name: 'not-by-whoever-has-an-interest',
  check: ({ actor, interestedIds }) =>
    interestedIds.includes(actor.id) ? lines.INTEREST_DECLARED() : undefined,
});
