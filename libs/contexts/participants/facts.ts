export {
  type ParticipantFacts,
  type ReportedDeath,
  childBirthDate,
  deathCertificate,
  hasDied,
  idsOfPerson,
  isSamePerson,
  isRegistered,
  nthDeath,
  participantFacts,
  participantInSight,
  participantStream,
  refuseMerged,
  reportedDeath,
  wasDeathRevoked,
} from './domain/participant-facts.js';
export { childrenEverNamed, placeOfChild } from './domain/children-in-order.js';
export type { ContributionReversed } from './domain/reversal.events.js';
export type {
  DeathDayCorrected,
  DeathRevoked,
  NikCorrected,
  ParticipantCorrected,
} from './domain/correction.events.js';
export type {
  ChildCorrected,
  ChildRemoved,
  ChildrenReordered,
  HeirCorrected,
  HeirRemoved,
} from './domain/family-correction.events.js';
export type { ListMergerInput } from './domain/list-merger.js';
/** Of the command that a process of a higher floor sends down when a claim names an account. */
export type { NoteAccountInput } from './domain/named-account.js';
export type { MergerListEvent, ParticipantMergedInto, ParticipantSplitOff } from './domain/merger.events.js';
export { reviewedSubjects } from './domain/correction-rules.js';
export type { ContributionPaid } from './domain/contribution.events.js';
export type {
  BackDatedDeathConfirmed,
  BackDatedFamilyConfirmed,
  ChildRegistered,
  DeathReported,
  ParticipantRegistered,
  SelfEmploymentRegistered,
} from './domain/participant.events.js';
/** Of the command that a process of a higher floor sends down when arrears were deducted from a benefit. */
export type { RecordSetOffInput } from './domain/record-set-off.js';
export type { RegisteredChild } from './domain/participant.js';
export {
  type MembershipFacts,
  type PaidByEmployer,
  memberIdAt,
  membershipFacts,
  membershipsOfPerson,
  type TimeOfWork,
  wageWhenJoining,
  workedIn,
  workedOn,
} from './domain/membership-facts.js';
export type {
  BackDatedMembershipConfirmed,
  WorkerJoined,
  WorkerLeaveUndone,
  WorkerLeft,
} from './domain/membership.events.js';
export type { MembershipCover } from './domain/membership-cover.js';
export { membershipIdOf } from './domain/membership.js';
export type { BackDatedPlacementConfirmed, ProjectWorkerLeft } from './domain/placement.events.js';
export { type PlacementFacts, placementFacts } from './domain/placement-facts.js';
export { holderOfNik } from './domain/nik-chain.js';
export { contactOfParticipant } from './domain/participant-contact.js';
export { correctorsSince } from './domain/correctors.js';
export { takersAround } from './domain/takers.js';
export { type Touch, type TouchKind, TOUCHING, touchesIn } from './domain/touches.js';
export { type RegisteredHeir, registeredHeirs } from './domain/registered-heirs.js';
export { duplicateSteps } from './domain/duplicate-steps.js';
export { correctionSteps, listCorrectionSteps, reversalSteps } from './domain/correction-steps.js';
export {
  agreementSteps,
  deathSteps,
  familySteps,
  membershipSteps,
  paymentSteps,
  placementSteps,
  registrationSteps,
} from './domain/late-entry-steps.js';
export { sponsorProposalSteps } from './domain/sponsor-proposal-steps.js';
export type { LapseSponsorProposalInput } from './domain/lapse-sponsor-proposal.js';
