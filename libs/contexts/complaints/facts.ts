export { complaintSteps } from './domain/complaint-steps.js';
export type { ComplaintEvent, MediationEnded } from './domain/complaint.events.js';
