import { command } from '#runtime';
import { refuseSponsorProposal, signSponsorProposal } from '../domain/sign-sponsor-proposal.js';
import { sponsors } from '../domain/sponsor.js';

export const SignSponsorProposal = command('SignSponsorProposal', sponsors, 'sponsorId', signSponsorProposal);

export const RefuseSponsorProposal = command(
  'RefuseSponsorProposal',
  sponsors,
  'sponsorId',
  refuseSponsorProposal,
);
