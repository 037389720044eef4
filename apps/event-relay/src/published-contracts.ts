import { accidentsContracts } from '#accidents/contracts';
import { claimsContracts } from '#claims/contracts';
import { participantsContracts } from '#participants/contracts';
import { payoutsContracts } from '#payouts/contracts';
import { scholarshipsContracts } from '#scholarships/contracts';

/** Everything that Lindung publishes. */
export const publishedContracts = [
  participantsContracts,
  accidentsContracts,
  claimsContracts,
  payoutsContracts,
  scholarshipsContracts,
];
