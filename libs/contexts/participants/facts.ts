/** What other contexts may know of participants: facts from the log, and the shapes of events. */
export { childBirthDate } from './child-birth-date.js';
export type * from './domain/participant.events.js';
export type { RegisteredChild } from './domain/participant.js';
export {
  type ParticipantFacts,
  type ReportedDeath,
  participantFacts,
  participantStream,
  reportedDeath,
} from './participant-facts.js';
