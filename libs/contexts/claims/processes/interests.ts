import type { NoteInterestInput } from '#contexts/accidents/facts';
import type { DeathTraced } from '#contexts/deaths/facts';
import type { Process } from '#kernel';
import type { InterestDeclared } from '../domain/claim-by-people.events.js';
import type { RepeatInterestsInput } from '../domain/repeat-interests.js';
import { claimsOfDeath } from '../programmes/index.js';

/**
 * Whoever has an interest in a claim decides nothing of its accident: accidents, which stand a floor below, are told. Where a death is
 * traced to one only after they had said so, it is said again of that one. What an earlier release recorded does not name the accident.
 */
export const interests: Process<
  InterestDeclared | DeathTraced,
  { readonly NoteInterest: NoteInterestInput; readonly RepeatInterests: RepeatInterestsInput }
> = {
  name: 'interests',
  version: 1,
  categories: ['claim', 'death'],
  on: {
    InterestDeclared: ({ data: { accidentId, claimId, declarerId, effectiveOn } }) =>
      accidentId === undefined
        ? []
        : [
            {
              key: accidentId,
              command: 'NoteInterest',
              input: { accidentId, claimId, declarerId, declaredOn: effectiveOn },
            },
          ],
    DeathTraced: ({ data: { participantId, accidentId, nthDeath } }) =>
      claimsOfDeath(participantId, nthDeath).map((claimId) => ({
        key: claimId,
        command: 'RepeatInterests',
        input: { claimId, accidentId },
      })),
  },
};
