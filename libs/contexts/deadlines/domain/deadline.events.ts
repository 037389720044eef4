import type { DomainEvent, LocalDate, Turn } from '#kernel';

/** What a deadline may be of. */
export const DEADLINE_SUBJECTS = [
  'CLAIM',
  'ACCIDENT',
  'PAYOUT',
  'SCHOLARSHIP',
  'INVOICE',
  'REVIEW',
  'RECEIVABLE',
  'PARTICIPANT',
  'COMPLAINT',
  'PLKK_PROPOSAL',
  'SPONSOR_PROPOSAL',
  'SAMPLE',
  'FINDING',
  'EMPLOYER',
  'DUES',
  'DUES_CORRECTION',
  'PROJECT',
  'PROJECT_CORRECTION',
  'MEMBERSHIP',
  'PLACEMENT',
  'SPONSOR_AGREEMENT',
  'CORRECTION',
  'REVERSAL',
  'LIST_CORRECTION',
  'DUPLICATE',
] as const;

export type DeadlineSubject = (typeof DEADLINE_SUBJECTS)[number];

/** A step was not taken in its time (tenggat lewat). It stays open: what is late is done all the same. */
export type DeadlinePassed = DomainEvent<
  'DeadlinePassed',
  {
    deadlineId: string;
    subject: { kind: (typeof DEADLINE_SUBJECTS)[number]; id: string };
    /** Whose stream tells of it, where it is one of several: the facility of a proposal; earlier releases did not say. */
    within?: string;
    step: string;
    /** Whose turn it is. */
    turn: Turn;
    /** Since when it is. */
    since: LocalDate;
    /** The day that was the last one. */
    dueOn: LocalDate;
    /** The next day after which it is told again; absent where this was the last. */
    nextDueOn?: LocalDate;
    /** It is given up by itself now. */
    lapses?: true;
    /** The day from which it is late. */
    effectiveOn: LocalDate;
  }
>;

export type DeadlineEvent = DeadlinePassed;

/** Deadlines are looked through for those that have passed (pemeriksaan tenggat). */
export type DeadlineLookBegun = DomainEvent<'DeadlineLookBegun', { effectiveOn: LocalDate }>;

/** All of them were. */
export type DeadlineLookEnded = DomainEvent<
  'DeadlineLookEnded',
  {
    /** How many had passed. */
    passed: number;
    effectiveOn: LocalDate;
  }
>;

export type DeadlineLookEvent = DeadlineLookBegun | DeadlineLookEnded;
