export { type EmployerFacts, employerFacts } from './domain/employer-facts.js';
export type { Terms } from './domain/employer.js';
export type {
  BackDatedEntriesConfirmed,
  EmployerAccountNamed,
  EmployerClosed,
  EmployerRegistered,
  EmployerReopened,
} from './domain/employer.events.js';
export { employerSteps } from './domain/employer-steps.js';
