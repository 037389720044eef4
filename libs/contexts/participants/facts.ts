export {
  type ParticipantFacts,
  type ReportedDeath,
  childBirthDate,
  participantFacts,
  participantInSight,
  participantStream,
  reportedDeath,
} from './domain/participant-facts.js';
export type { ContributionReversed } from './domain/reversal.events.js';
export type { NikCorrected, ParticipantCorrected } from './domain/correction.events.js';
export { reviewedSubjects } from './domain/correction-rules.js';
export type { ChildRegistered, ContributionPaid } from './domain/participant.events.js';
export type { RegisteredChild } from './domain/participant.js';
