import { type Actor, enforce, interestPolicy } from '#kernel';
import { deathRefusals } from './refusals.js';

const POLICIES = [interestPolicy(deathRefusals)];

/** Whoever has an interest in the claim of an accident does not say whether a death came from it. @throws Rejection `INTEREST_DECLARED` */
export const requireNoInterest = (actor: Actor, interestedIds: readonly string[]): void =>
  enforce(POLICIES, { actor, interestedIds });
