import type { CommandResult } from '#event-store';
import { type CommandContext, proposalIdOf } from '#kernel';

/**
 * What somebody is told who has put something forward for a second person to sign: under which id. A command of an earlier release that is
 * sent again had put nothing forward, and is answered as it was.
 */
export const namingProposal = <Told extends CommandResult>(
  told: Told,
  context: CommandContext,
): Told & { readonly proposalId?: string } =>
  told.events.some((type) => type.endsWith('ProposalMade'))
    ? { ...told, proposalId: proposalIdOf(context) }
    : told;
