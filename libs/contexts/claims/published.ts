import { type ContextContracts, contextContracts } from '#publishing/contracts';
import { decisionContracts } from './published/decision.contracts.js';
import { peopleContracts } from './published/people.contracts.js';
import { progressContracts } from './published/progress.contracts.js';
import { waitingContracts } from './published/waiting.contracts.js';

/**
 * What the world outside may know of claims: progress, and sums by programme and kind of money. Benefit codes stay inside, they tell of
 * disability, and so do the kinds of papers.
 */
export const claimsContracts: ContextContracts = contextContracts(
  'claims',
  ['claim'],
  [...progressContracts, ...decisionContracts, ...peopleContracts, ...waitingContracts],
  {
    SetOffConsented: 'a paper of the case; what is deducted is told with the approval',
    ApprovedAccidentNamed: 'mends for ourselves what an earlier release did not record',
    FurtherDocumentsAsked: 'the kinds of papers may tell what happened; that some are missing is told',
    DocumentRefused: 'a paper of the case; that one is missing is told',
    DocumentWaived: 'a paper of the case; that the claim goes on is told',
    DenialProposed: 'nothing is decided by it; a denial is told with its reason',
    InterimCalculated: 'a step before the decision, and days of incapacity: health data',
    InterimDropped: 'nothing is decided by it',
    InterimPaidTooMuch: 'told as the receivable that follows from it',
    ApprovalEndorsed: 'nothing is decided by it; the approval is told',
    ClaimNoted: 'words among those who work on the case',
    HeirsEstablished: 'the family of the deceased; what is paid is told with the approval',
    HeirsWanted: 'the family of whoever died; that nothing is paid is told by the payments',
    HeirsWantedNoMore: 'the same: what is paid then is told by the payments',
    HeirDeathRevoked: 'the same: what is paid again is told by the payments',
    NobodyInherits: 'the same: what is given up is told by the payments',
    PaymentsStopped: 'what is suspected of whoever is paid; that nothing is paid is told by the payments',
    PaymentsResumed: 'the same: what is paid then is told by the payments',
    ObjectionRaised:
      'words of whoever claims; what follows is told as a reopening, a re-assessment or a new decision',
    ObjectionAnswered: 'the same: what follows is told by itself',
    DisputeReported: 'the family of the deceased; that nothing is paid is told by the payments',
    DisputeEnded: 'the family of the deceased; what is paid then is told by the payments',
    DoubtRaised: 'what is suspected is for those who look into it; what is decided is told',
    DoubtSettled: 'the same: what is decided then is told by itself',
    InterestDeclared: 'who of ours does not work on the case',
    ApprovalBegun: 'the order in which we approve',
    LikenessNoted: 'what is compared is for those who decide; what is decided is told',
  },
);
