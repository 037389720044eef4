import type { DomainEvent, LocalDate } from '#kernel';
import type { DEADLINE_SUBJECTS } from './deadline.events.js';

/** Somebody took a step upon themselves, or was given it (penugasan). Whoever may take the step may do it all the same. */
export type StepAssigned = DomainEvent<
  'StepAssigned',
  {
    deadlineId: string;
    subject: { kind: (typeof DEADLINE_SUBJECTS)[number]; id: string };
    step: string;
    /** Since when it is expected. */
    since: LocalDate;
    /** Subject of the token of whoever does it. */
    ownerId: string;
    /** Whose it was before. */
    formerOwnerId?: string;
    /** Of whoever said so; the owner where they took it. */
    assignerId: string;
    effectiveOn: LocalDate;
  }
>;

/** It is nobody's again (pelepasan tugas). */
export type StepReleased = DomainEvent<
  'StepReleased',
  {
    deadlineId: string;
    subject: { kind: (typeof DEADLINE_SUBJECTS)[number]; id: string };
    step: string;
    since: LocalDate;
    formerOwnerId: string;
    releaserId: string;
    effectiveOn: LocalDate;
  }
>;

export type AssignmentEvent = StepAssigned | StepReleased;
