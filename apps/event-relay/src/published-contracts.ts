import { accidentsContracts } from '#contexts/accidents/contracts';
import { claimsContracts } from '#contexts/claims/contracts';
import { participantsContracts } from '#contexts/participants/contracts';
import { payoutsContracts } from '#contexts/payouts/contracts';
import { scholarshipsContracts } from '#contexts/scholarships/contracts';

/** Everything that Lindung publishes. */
export const publishedContracts = [
  participantsContracts,
  accidentsContracts,
  claimsContracts,
  payoutsContracts,
  scholarshipsContracts,
];
