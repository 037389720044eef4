import type { OpenAgainInput } from '#contexts/claims/facts';
import type { Process } from '#kernel';
import type { MediationEnded } from '../domain/complaint.events.js';

/**
 * What both sides have agreed about a claim that was decided opens it again (reference 2.9); one that is open is not decided before somebody
 * has looked at that.
 */
export const agreements: Process<MediationEnded, { readonly OpenAgain: OpenAgainInput }> = {
  name: 'agreements',
  version: 1,
  categories: ['complaint'],
  on: {
    MediationEnded: ({ data: { claimId, complaintId } }) =>
      claimId === undefined
        ? []
        : [
            {
              key: claimId,
              command: 'OpenAgain' as const,
              input: { claimId, ground: 'AGREEMENT' as const, saidId: complaintId },
            },
          ],
  },
};
