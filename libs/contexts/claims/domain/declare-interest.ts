import { type CommandContext, Rejection } from '#kernel';
import type { InterestDeclared, InterestKind } from './claim-by-people.events.js';
import { claimRefusals } from './refusals.js';
import type { WhoDecides } from './who-decides.js';

/** What the claim rests on beside itself. */
export interface FactsOfInterest {
  /** The accident that the death of its participant was traced to. */
  readonly diedOfAccidentId?: string;
}

export interface DeclareInterestInput {
  readonly claimId: string;
  readonly interest: InterestKind;
}

/**
 * Whoever works on claims says that this one is their own, or a relative's (pernyataan benturan kepentingan): they act on it no more,
 * and decide nothing of its accident. Saying so again changes nothing, and nobody takes it back.
 * @throws Rejection `CLAIM_NOT_FOUND`
 */
export function declareInterest(
  { claimId, interest }: DeclareInterestInput,
  { claim, interestedIds }: WhoDecides,
  { actor, today }: CommandContext,
  { diedOfAccidentId }: FactsOfInterest,
): readonly InterestDeclared[] {
  if (!claim) throw new Rejection(claimRefusals.CLAIM_NOT_FOUND());
  if (interestedIds.includes(actor.id)) return [];
  const { participantId, accidentId = diedOfAccidentId } = claim;
  const of = { claimId, participantId, ...(accidentId && { accidentId }) };
  return [{ type: 'InterestDeclared', data: { ...of, declarerId: actor.id, interest, effectiveOn: today } }];
}
