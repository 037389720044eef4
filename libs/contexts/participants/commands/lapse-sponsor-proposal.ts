import { command } from '#runtime';
import { lapseSponsorProposal } from '../domain/lapse-sponsor-proposal.js';
import { sponsors } from '../domain/sponsor.js';

/** Only the process lapsed-proposals sends it. */
export const LapseSponsorProposal = command(
  'LapseSponsorProposal',
  sponsors,
  'sponsorId',
  lapseSponsorProposal,
);
