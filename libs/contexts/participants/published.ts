import { type ContextContracts, contextContracts } from '#publishing/contracts';
import { contributionContracts } from './published/contribution.contracts.js';
import { membershipContracts } from './published/membership.contracts.js';
import { registrationContracts } from './published/registration.contracts.js';
import { sponsorContracts } from './published/sponsor.contracts.js';

const NOT_YET = 'nothing has changed yet';
const NOTHING = 'nothing has changed';
const FAMILY = 'of the family, who are no members: nothing is counted by it';
const CLAIMS_WAIT = 'it held before; only claims wait for the second person';
const PERSON_BY_PERSON = 'what comes of it is told person by person';
const TWO_ALIKE = 'a suspicion about people';
const CARDS = 'numbers of cards';
const LISTED = 'lists for ourselves what was told';

/**
 * What the world outside may know of participants: where and how they came in, for whom they work, who pays for them, what was paid, that
 * one has died. Who they are stays inside, and what they earn.
 */
export const participantsContracts: ContextContracts = contextContracts(
  'participants',
  [
    'participant',
    'contribution',
    'membership',
    'placement',
    'sponsor',
    'roster',
    'paymentlist',
    'fieldaction',
  ],
  [...registrationContracts, ...contributionContracts, ...membershipContracts, ...sponsorContracts],
  {
    BackDatedFamilyConfirmed: FAMILY,
    ChildRegistered: FAMILY,
    HeirRegistered: FAMILY,
    ChildCorrected: FAMILY,
    ChildRemoved: FAMILY,
    HeirCorrected: FAMILY,
    HeirRemoved: FAMILY,
    ChildrenReordered: FAMILY,
    BackDatedDeathConfirmed: CLAIMS_WAIT,
    BackDatedRegistrationConfirmed: CLAIMS_WAIT,
    BackDatedContributionsConfirmed: CLAIMS_WAIT,
    CorrectionRequested: NOT_YET,
    CorrectionRefused: NOTHING,
    NikDifferenceConfirmed: 'of a NIK, and nothing has changed',
    NikAssigned: 'a place in the chain of a NIK',
    ParticipantTookOver: LISTED,
    MergerListed: LISTED,
    MergerUnlisted: LISTED,
    EmploymentListed: LISTED,
    ContributionYearClosed: 'sums up what was told',
    ContributionReversalRequested: NOT_YET,
    ContributionReversalRefused: NOTHING,
    KpjNumbersSetAside: CARDS,
    KpjGivenOut: CARDS,
    MemberKpjGivenOut: CARDS,
    DuplicateSuspected: TWO_ALIKE,
    DuplicateDismissed: TWO_ALIKE,
    DuplicateReopened: TWO_ALIKE,
    DuplicateNoted: TWO_ALIKE,
    DuplicateLapsed: TWO_ALIKE,
    DuplicateLookBegun: TWO_ALIKE,
    DuplicateLookWentOn: TWO_ALIKE,
    DuplicateLookEnded: TWO_ALIKE,
    AccountNamed: 'an account',
    SponsorProposalMade: 'binds nobody before a second person has signed, which is published',
    SponsorProposalRefused: 'nothing comes of what was inside',
    SponsorProposalLapsed: 'nothing comes of what was inside',
    ParticipantImportStarted: PERSON_BY_PERSON,
    ImportRowsRemarked: PERSON_BY_PERSON,
    ParticipantImportCompleted: PERSON_BY_PERSON,
    MemberFileStarted: PERSON_BY_PERSON,
    MemberRowsRemarked: PERSON_BY_PERSON,
    MemberFileCompleted: PERSON_BY_PERSON,
    PaymentLinesHandedIn: PERSON_BY_PERSON,
    PaymentLinesRemarked: PERSON_BY_PERSON,
    PaymentListReversalRequested: NOT_YET,
    PaymentListReversalBegun: 'is told once it has ended',
    PaymentListRefundRequested: NOT_YET,
    PaymentListCorrectionRefused: NOTHING,
  },
);
