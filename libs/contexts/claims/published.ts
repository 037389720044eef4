import { type ContextContracts, contextContracts } from '#publishing/contracts';
import { decisionContracts } from './published/decision.contracts.js';
import { progressContracts } from './published/progress.contracts.js';

/**
 * What the world outside may know of claims: progress, and sums by programme and kind of money. Benefit codes stay inside, they tell of
 * disability, and so do the kinds of papers.
 */
export const claimsContracts: ContextContracts = contextContracts(
  'claims',
  ['claim'],
  [...progressContracts, ...decisionContracts],
  {
    SetOffConsented: 'a paper of the case; what is deducted is told with the approval',
    ApprovedAccidentNamed: 'mends for ourselves what an earlier release did not record',
    ApprovalBegun: 'the order in which we approve',
  },
);
