import type { NoteInterestInput } from '#contexts/accidents/facts';
import type { Process } from '#kernel';
import type { InterestDeclared } from '../domain/claim-by-people.events.js';

/**
 * Whoever has an interest in a claim decides nothing of its accident: accidents, which stand a floor below, are told. What an earlier
 * release recorded does not name the accident.
 */
export const interests: Process<InterestDeclared, { readonly NoteInterest: NoteInterestInput }> = {
  name: 'interests',
  version: 1,
  categories: ['claim'],
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
  },
};
