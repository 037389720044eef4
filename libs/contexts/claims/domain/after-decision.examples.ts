import { type AuthorityLevel, type DomainEvent, fold, localDate } from '#kernel';
import { TEST_ACTOR, testContext } from '#testing/decisions';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';

/** What the specs of what is said against a decision share. */
export const as = (id: string, day = '2026-12-01', authority: AuthorityLevel = 2) =>
  testContext({ today: localDate(day), actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority } });

/** What happened, and what somebody decides on it. */
export const afterwards = (
  history: readonly ClaimEvent[],
  decide: (state: ClaimAfterDecision) => readonly DomainEvent[],
): readonly ClaimEvent[] => [
  ...history,
  ...(decide(fold(claimsAfterDecision, history)) as readonly ClaimEvent[]),
];
