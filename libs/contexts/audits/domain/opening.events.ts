import type { DomainEvent, Instant, LocalDate, Sealed } from '#kernel';

/** The parts of an event that only a person's keys open: who somebody is, their account too, and their health. */
export const SEALED_PARTS = ['PERSON', 'HEALTH'] as const;

export type SealedPart = (typeof SEALED_PARTS)[number];

/** Why somebody looks at what is sealed. */
export const OPENING_REASONS = [
  'AUDIT',
  'COMPLAINT',
  'DISPUTED_DECISION',
  'SUSPECTED_FRAUD',
  'ORDER_OF_AUTHORITY',
  'ASKED_BY_THE_PERSON',
] as const;

export type OpeningReason = (typeof OPENING_REASONS)[number];

/** Somebody had a sealed part of a recorded event opened (pembukaan data tertutup): who, what, and why. */
export type SealedPartOpened = DomainEvent<
  'SealedPartOpened',
  {
    openingId: string;
    /** Whose keys sealed it. */
    participantId: string;
    /** The event, by its id and its place. */
    eventId: string;
    ofStream: string;
    ofRevision: number;
    part: SealedPart;
    reason: OpeningReason;
    office: string;
    /** Subject of the token of whoever looks at it. */
    openerId: string;
    /** From then on it is shown for a quarter of an hour. */
    openedAt: Instant;
    effectiveOn: LocalDate;
    /** The reason in words, which may name people. */
    person: Sealed<{ words: string }>;
  }
>;

export type OpeningEvent = SealedPartOpened;
