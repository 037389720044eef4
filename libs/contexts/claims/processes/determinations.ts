import type { DeterminationIssued, OtherPayerNamed, StageTwoReported } from '#contexts/accidents/facts';
import type { Process } from '#kernel';
import type { OpenAgainInput } from '../domain/open-again.js';
import { claimsOfAccident } from '../programmes/index.js';

/**
 * What an authority determines of an accident, where that holds, opens its claim again that was decided. So does, where it was
 * approved, the end of the treatment of a relapse: by then stage II is reported once more; and what another payer answers in the end,
 * where its claim comes out otherwise by that (reference 3.11).
 */
export const determinations: Process<
  DeterminationIssued | OtherPayerNamed | StageTwoReported,
  { readonly OpenAgain: OpenAgainInput }
> = {
  name: 'determinations',
  version: 1,
  categories: ['accident'],
  on: {
    // Of one that earlier releases recorded nobody is told whether it holds.
    DeterminationIssued: ({ data }) =>
      data.prevails === false ? [] : opening(data.accidentId, { ground: 'DETERMINATION' }),
    OtherPayerNamed: ({ data }) =>
      data.status === 'ASKED' ? [] : opening(data.accidentId, { ground: 'NEW_FACT', onlyIfOtherwise: true }),
    StageTwoReported: ({ data }) =>
      opening(data.accidentId, { ground: 'NEW_FACT', approvedBefore: data.effectiveOn }),
  },
};

const opening = (accidentId: string, how: Omit<OpenAgainInput, 'claimId'>) =>
  claimsOfAccident(accidentId).map((claimId) => ({
    key: claimId,
    command: 'OpenAgain' as const,
    input: { claimId, ...how },
  }));
