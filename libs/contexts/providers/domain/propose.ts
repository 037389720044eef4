import { type CommandContext, putForward } from '#kernel';
import type { PlkkProposalMade, PlkkProposed } from './facility.events.js';

/** Which paper of which agreement it is. */
export type PlkkPaper = Pick<PlkkProposalMade['data'], 'facilityId' | 'agreementId' | 'reference'>;

/** What one person has signed, and a second one is to sign. */
export const proposalMade = (
  paper: PlkkPaper,
  proposed: PlkkProposed,
  context: CommandContext,
): PlkkProposalMade => ({ type: 'PlkkProposalMade', data: { ...paper, proposed, ...putForward(context) } });
