import { type Expecting, type SignedByTwo, noMore, stepsOfEach, toBeSigned } from '#kernel';
import type { SponsorEvent } from './sponsor.events.js';
import { sponsors } from './sponsor.js';

/** An agreement or an addendum that waits for its second signature. What one person alone recorded earlier waits for none. */
export const sponsorProposalSteps = {
  ...stepsOfEach<Expecting, SponsorEvent>(
    sponsors,
    { slot: 'signature', idIn: (data) => ('proposalId' in data && data.proposalId) || '' },
    {},
    {
      SponsorProposalMade: (state, { proposerId, office, effectiveOn }) => ({
        ...state,
        office,
        expected: toBeSigned(effectiveOn, proposerId),
      }),
      SponsorProposalRefused: noMore,
      SponsorProposalLapsed: noMore,
      SponsorAgreementSigned: noMore,
      SponsorAgreementExtended: noMore,
    },
  ),
  concerns: (data: SignedByTwo) => data.proposalId !== undefined,
};
