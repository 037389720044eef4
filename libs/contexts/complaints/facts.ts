export { complaintSteps } from './domain/complaint-steps.js';
export type { ComplaintEvent, MediationEnded } from './domain/complaint.events.js';
export type {
  Complainant,
  ComplaintAnswer,
  ComplaintSubject,
  ComplaintTopic,
  MediationResult,
} from './domain/complaint.events.js';
