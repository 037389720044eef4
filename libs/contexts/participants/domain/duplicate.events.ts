import type { DomainEvent, LocalDate, Sealed } from '#kernel';
import type { CorrectionRequested } from './correction.events.js';

/** Why two participants may be one person (alasan dugaan peserta ganda). */
export const DUPLICATE_REASONS = [
  'NAME_AND_BIRTH_DATE',
  'NEAR_NAME',
  'PHONE',
  'DEATH_CERTIFICATE',
  'ACCOUNT',
] as const;

export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** Why two who were suspected of being one person are two (alasan bukan peserta ganda). */
export const DISMISSAL_REASONS = [
  'TWO_NIKS',
  'NAMESAKES',
  'TWINS',
  'SHARED_PHONE',
  'SHARED_ACCOUNT',
] as const;

export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/** Why it is asked once more whether they are one (alasan dugaan dibuka kembali). */
export const REOPENING_REASONS = ['NEW_FACT', 'DISMISSED_BY_MISTAKE'] as const;

export type ReopeningReason = (typeof REOPENING_REASONS)[number];

/**
 * Two participants were found whose names resemble each other and whose birth dates agree (dugaan peserta ganda). What they have
 * in common exactly needs no event: it follows from what is recorded of them.
 */
export type DuplicateSuspected = DomainEvent<
  'DuplicateSuspected',
  {
    /** The lower id of the two. */
    participantId: string;
    otherId: string;
    reason: 'NEAR_NAME';
    effectiveOn: LocalDate;
  }
>;

/** They are two persons, for all that they have in common so far (dugaan peserta ganda ditutup). */
export type DuplicateDismissed = DomainEvent<
  'DuplicateDismissed',
  {
    participantId: string;
    otherId: string;
    /** What they have in common all the same. Whatever is found beside it, or afterwards, is suspected anew. */
    reasons: readonly DuplicateReason[];
    because: DismissalReason;
    /** The paper that shows it, where one is needed. */
    evidence?: CorrectionRequested['data']['evidence'];
    /** Subject of the token of whoever looked. */
    deciderId: string;
    effectiveOn: LocalDate;
    /** There where a paper is. */
    person?: Sealed<{ evidenceNumber: string }>;
  }
>;

/** It is asked again whether they are one (dugaan peserta ganda dibuka kembali). */
export type DuplicateReopened = DomainEvent<
  'DuplicateReopened',
  {
    participantId: string;
    otherId: string;
    because: ReopeningReason;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * They have more in common than was known, or have it again: somebody compares them (dugaan peserta ganda dicatat). What it is follows from
 * what is recorded of them; that it was seen does not.
 */
export type DuplicateNoted = DomainEvent<
  'DuplicateNoted',
  {
    participantId: string;
    otherId: string;
    /** What was not noted before, or was answered. */
    reasons: readonly DuplicateReason[];
    effectiveOn: LocalDate;
  }
>;

/** Why nobody compares two any more (alasan dugaan gugur): one of them was merged, or they do not have it in common any more. */
export const LAPSE_REASONS = ['MERGED', 'NOT_ALIKE'] as const;

/** Nobody is asked any more whether they are one (dugaan peserta ganda gugur). */
export type DuplicateLapsed = DomainEvent<
  'DuplicateLapsed',
  {
    participantId: string;
    otherId: string;
    reasons: readonly DuplicateReason[];
    because: (typeof LAPSE_REASONS)[number];
    effectiveOn: LocalDate;
  }
>;

export type DuplicateEvent =
  DuplicateSuspected | DuplicateDismissed | DuplicateReopened | DuplicateNoted | DuplicateLapsed;
