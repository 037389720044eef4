import type { OpenAgainInput } from '#contexts/claims/facts';
import type { Process } from '#kernel';
import type { SampleReviewed } from '../domain/sample.events.js';

/** What was decided wrong in money or in the person is computed anew: an error of the office (reference 6.3). */
export const findings: Process<SampleReviewed, { readonly OpenAgain: OpenAgainInput }> = {
  name: 'quality-findings',
  version: 1,
  categories: ['sample'],
  on: {
    SampleReviewed: ({ data: { claimId, result } }) =>
      result === 'MONEY' || result === 'WRONG_PERSON'
        ? [
            {
              key: claimId,
              command: 'OpenAgain' as const,
              input: { claimId, ground: 'ERROR_OF_OFFICE' as const },
            },
          ]
        : [],
  },
};
