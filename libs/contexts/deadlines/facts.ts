/** Whose a step is: read models may follow it. */
export type { AssignmentEvent } from './domain/assignment.events.js';
