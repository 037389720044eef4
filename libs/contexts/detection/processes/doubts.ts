import type { EndDoubtInput, RaiseDoubtInput } from '#contexts/claims/facts';
import type { Process } from '#kernel';
import type { FindingExplained, FindingExtended, FindingOpened } from '../domain/finding.events.js';
import { waitingClaims } from '../domain/finding.js';

/**
 * What some rules find puts the claims that it concerns before a person (reference 7: hold): nothing is approved of them until there is
 * nothing to it, or somebody says of the claim why it goes on. A finding that is confirmed leaves them to those who decide them.
 */
export const doubts: Process<
  FindingOpened | FindingExtended | FindingExplained,
  { readonly RaiseDoubt: RaiseDoubtInput; readonly EndDoubt: EndDoubtInput }
> = {
  name: 'doubts',
  version: 1,
  categories: ['finding'],
  on: {
    // What an earlier release found let no claim wait: the next look extends it.
    FindingOpened: ({ data }) =>
      data.lookId === undefined ? [] : raised(data, waitingClaims(data.rule, data.subjects)),
    FindingExtended: ({ data }) => raised(data, data.claimIds),
    FindingExplained: ({ data: { findingId, claimIds = [], closerId: settlerId } }) =>
      claimIds.map((claimId) => ({
        key: claimId,
        command: 'EndDoubt' as const,
        input: { claimId, findingId, settlerId },
      })),
  },
};

const raised = (
  { findingId, matterId }: Pick<RaiseDoubtInput, 'findingId' | 'matterId'>,
  claimIds: readonly string[],
) =>
  claimIds.map((claimId) => ({
    key: claimId,
    command: 'RaiseDoubt' as const,
    input: { claimId, findingId, ...(matterId !== undefined && { matterId }) },
  }));
