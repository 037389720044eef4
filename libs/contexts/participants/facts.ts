export {
  type ParticipantFacts,
  type ReportedDeath,
  childBirthDate,
  participantFacts,
  participantInSight,
  participantStream,
  reportedDeath,
} from './domain/participant-facts.js';
export type { NikCorrected, ParticipantCorrected } from './domain/correction.events.js';
export { reviewedSubjects } from './domain/correction-rules.js';
export type { ChildRegistered, ContributionPaid } from './domain/participant.events.js';
export type { RegisteredChild } from './domain/participant.js';
export {
  type MembershipFacts,
  membershipFacts,
  membershipsOfPerson,
  type TimeOfWork,
  workedIn,
} from './domain/membership-facts.js';
export { membershipIdOf } from './domain/membership.js';
export { holderOfNik } from './domain/nik-chain.js';
