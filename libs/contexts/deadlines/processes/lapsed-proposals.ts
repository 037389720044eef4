import type { LapseSponsorProposalInput } from '#contexts/participants/facts';
import type { LapsePlkkProposalInput } from '#contexts/providers/facts';
import type { Process } from '#kernel';
import type { DeadlinePassed } from '../domain/deadline.events.js';

/** What nobody has signed as the second one until its last day lapses with the look of that night. */
export const lapsedProposals: Process<
  DeadlinePassed,
  {
    readonly LapsePlkkProposal: LapsePlkkProposalInput;
    readonly LapseSponsorProposal: LapseSponsorProposalInput;
  }
> = {
  name: 'lapsed-proposals',
  version: 1,
  categories: ['deadline'],
  on: {
    DeadlinePassed: ({ data: { subject, within, lapses } }) => {
      const proposalId = subject.id;
      if (within === undefined || !lapses) return [];
      if (subject.kind === 'PLKK_PROPOSAL') {
        const input = { facilityId: within, proposalId };
        return [{ key: proposalId, command: 'LapsePlkkProposal' as const, input }];
      }
      if (subject.kind !== 'SPONSOR_PROPOSAL') return [];
      const input = { sponsorId: within, proposalId };
      return [{ key: proposalId, command: 'LapseSponsorProposal' as const, input }];
    },
  },
};
