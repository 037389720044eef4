import { type ContextContracts, contextContracts } from '#publishing/contracts';

const BETWEEN_US = 'what somebody complains of stays between them and the office';

/** What the world outside may know of complaints: nothing. What becomes of a claim is told by its own contracts. */
export const complaintsContracts: ContextContracts = contextContracts('complaints', ['complaint'], [], {
  ComplaintReceived: BETWEEN_US,
  ComplaintAnswered: BETWEEN_US,
  ComplaintEscalated: BETWEEN_US,
  MediationBegun: BETWEEN_US,
  MediationEnded: BETWEEN_US,
  ComplaintClosed: BETWEEN_US,
});
