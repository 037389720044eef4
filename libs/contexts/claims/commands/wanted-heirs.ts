import { command } from '#runtime';
import { claimsAfterDecision } from '../domain/claim-after-decision.js';
import { heirsInDispute } from '../domain/heirs-in-dispute.js';
import {
  giveHeirsUp,
  reportHeirDeath,
  revokeHeirDeath,
  wantHeirs,
  wantHeirsNoMore,
} from '../domain/wanted-heirs.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

/** Only the process wanted-heirs sends it: a participant has died who is still to be paid. */
export const WantHeirs = command('WantHeirs', heirsInDispute, 'claimId', wantHeirs);

/** Only the process wanted-heirs sends it: the participant lives after all. */
export const WantHeirsNoMore = command('WantHeirsNoMore', heirsInDispute, 'claimId', wantHeirsNoMore);

/** Only the process lapsed-waits sends it: the time is over in which heirs could come. */
export const GiveHeirsUp = command('GiveHeirsUp', heirsInDispute, 'claimId', giveHeirsUp);

export const ReportHeirDeath = command('ReportHeirDeath', claimsAfterDecision, 'claimId', reportHeirDeath, {
  facts: ({ after: { claim } }, read) => basisOfClaim(claim, read),
  permit: mayAct,
});

export const RevokeHeirDeath = command('RevokeHeirDeath', claimsAfterDecision, 'claimId', revokeHeirDeath, {
  permit: mayAct,
});
