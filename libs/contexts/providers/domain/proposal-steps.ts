import { type Expecting, type SignedByTwo, noMore, stepsOfEach, toBeSigned } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { facilities } from './facility.js';

/** An agreement or an addendum that waits for its second signature. What one person alone recorded earlier waits for none. */
export const plkkProposalSteps = {
  ...stepsOfEach<Expecting, FacilityEvent>(
    facilities,
    { slot: 'signature', idIn: (data) => ('proposalId' in data && data.proposalId) || '' },
    {},
    {
      PlkkProposalMade: (state, { proposerId, office, effectiveOn }) => ({
        ...state,
        office,
        expected: toBeSigned(effectiveOn, proposerId),
      }),
      PlkkProposalRefused: noMore,
      PlkkProposalLapsed: noMore,
      PlkkAgreementSigned: noMore,
      PlkkAgreementExtended: noMore,
      PlkkAgreementAmended: noMore,
    },
  ),
  concerns: (data: SignedByTwo) => data.proposalId !== undefined,
};
