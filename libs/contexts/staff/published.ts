import { type ContextContracts, contextContracts } from '#publishing/contracts';

const OF_THE_OFFICE = 'who works where, and who is away, is the office’s own matter';

/** Nothing of people of the office leaves the house. */
export const staffContracts: ContextContracts = contextContracts('staff', ['officer'], [], {
  OfficerListed: OF_THE_OFFICE,
  OfficerLeft: OF_THE_OFFICE,
  AbsenceReported: OF_THE_OFFICE,
  AbsenceEnded: OF_THE_OFFICE,
  AuthorityDelegated: OF_THE_OFFICE,
  DelegationRevoked: OF_THE_OFFICE,
});
