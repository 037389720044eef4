import type { AccidentEvent } from '#contexts/accidents/facts';
import type { SealedPartOpened } from '#contexts/audits/facts';
import type { BillingEvent } from '#contexts/billing/facts';
import type { ClaimEvent } from '#contexts/claims/facts';
import type { AssignmentEvent } from '#contexts/deadlines/facts';
import type { DuesPaid, WageReported } from '#contexts/dues/facts';
import type {
  ChildCorrected,
  ChildRegistered,
  ContributionPaid,
  ContributionReversed,
  DeathDayCorrected,
  DeathReported,
  DeathRevoked,
  MergerListEvent,
  ParticipantCorrected,
  ParticipantMergedInto,
  ParticipantRegistered,
  ParticipantSplitOff,
  SelfEmploymentRegistered,
  WorkerJoined,
} from '#contexts/participants/facts';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type { FacilityEvent } from '#contexts/providers/facts';
import type { ScholarshipEvidenceSubmitted, ScholarshipGranted } from '#contexts/scholarships/facts';
import { category, goesAlone, goesOnAs, readModel } from '#followers';
import { aliases, bills, children, claims, facilities, facts } from './evidence.tables.js';
import { fromCare } from './from-care.js';
import { fromClaims } from './from-claims.js';
import { fromPeople } from './from-people.js';

type OfParticipant =
  | ChildCorrected
  | ChildRegistered
  | DeathDayCorrected
  | DeathReported
  | DeathRevoked
  | ParticipantCorrected
  | ParticipantMergedInto
  | ParticipantRegistered
  | ParticipantSplitOff
  | SelfEmploymentRegistered;

/** What the rules of detection look at, from every floor. No query answers from it. */
export const evidenceReadModel = readModel({
  name: 'evidence',
  version: 6,
  own: [],
  also: [
    category<OfParticipant>('participant'),
    category<ContributionPaid | ContributionReversed>('contribution'),
    category<WorkerJoined>('membership'),
    category<WageReported>('wages'),
    category<DuesPaid>('dues'),
    category<AccidentEvent>('accident'),
    category<BillingEvent>('billing'),
    category<FacilityEvent>('facility'),
    category<ClaimEvent>('claim'),
    category<PayoutEvent>('payout'),
    category<ScholarshipEvidenceSubmitted | ScholarshipGranted>('scholarship'),
    category<AssignmentEvent>('assignment'),
    category<SealedPartOpened>('opening'),
    category<MergerListEvent>('merger'),
  ],
  tables: { aliases, claims, children, facilities, bills, facts },
  on: {
    ...fromPeople,
    ...fromCare,
    ...fromClaims,
    MergerListed: ({ data }) => [goesOnAs(aliases, data.participantId, data.survivorId)],
    MergerUnlisted: ({ data }) => [goesAlone(aliases, data.participantId)],
  },
});
