import { type CommandContext, view } from '#kernel';
import type { InterestDeclared } from './claim-by-people.events.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** What was said of interests in one claim, oldest first. */
export type Interests = readonly InterestDeclared['data'][];

/** The same streams as `claims`, for whoever asks who has an interest, and in which accidents. */
export const interestsIn = view<Interests, ClaimEvent>(claims, {
  initial: [],
  evolve: (said, { type, data }) => (type === 'InterestDeclared' ? [...said, data] : said),
});

export interface RepeatInterestsInput {
  readonly claimId: string;
  /** The accident that the death was traced to. */
  readonly accidentId: string;
}

/**
 * Once the death of a claim is traced to an accident, whoever had an interest in the claim before has it in the accident too. Of a claim
 * that nobody has handed in, or in which nobody has one, nothing is said; nor twice.
 */
export function repeatInterests(
  { accidentId }: RepeatInterestsInput,
  said: Interests,
  _context: CommandContext,
): readonly InterestDeclared[] {
  const known = said.filter((one) => one.accidentId === accidentId).map(({ declarerId }) => declarerId);
  const first = new Map(said.toReversed().map((one) => [one.declarerId, one]));
  return [...first.values()]
    .filter(({ declarerId }) => !known.includes(declarerId))
    .map((one) => ({ type: 'InterestDeclared', data: { ...one, accidentId } }));
}
