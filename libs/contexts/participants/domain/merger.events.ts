import type { DomainEvent, LocalDate, Sealed } from '#kernel';
import type { Segment } from '#law';
import type { CorrectionRequested } from './correction.events.js';

/**
 * Two participants were one person (amalgamasi): whatever is recorded under this id counts for the survivor. Nothing is moved, so
 * that a split undoes it. This event alone says so; what stands in the stream of the survivor says where to look.
 */
export type ParticipantMergedInto = DomainEvent<
  'ParticipantMergedInto',
  {
    /** Who was registered twice: the id that stands for nobody of its own any more, or does so again. */
    participantId: string;
    /** Under whose id the person goes on, or went on. */
    survivorId: string;
    /** Of the one whom the event is about. */
    segment: Segment;
    correctionId: string;
    evidence: CorrectionRequested['data']['evidence'];
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

/** They were two persons after all (pemisahan): the id stands for its own participant again. */
export type ParticipantSplitOff = DomainEvent<
  'ParticipantSplitOff',
  {
    /** Who was registered twice: the id that stands for nobody of its own any more, or does so again. */
    participantId: string;
    /** Under whose id the person goes on, or went on. */
    survivorId: string;
    /** Of the one whom the event is about. */
    segment: Segment;
    correctionId: string;
    evidence: CorrectionRequested['data']['evidence'];
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

/**
 * In the stream of the survivor, just before the other is merged into it: whose records are to be looked for. It counts while the
 * stream of the other says that it was merged by this correction.
 */
export type ParticipantTookOver = DomainEvent<
  'ParticipantTookOver',
  { participantId: string; mergedId: string; correctionId: string; effectiveOn: LocalDate }
>;

export type MergerEvent = ParticipantMergedInto | ParticipantSplitOff | ParticipantTookOver;

/**
 * The same once more, in a stream of its own: whoever shows what is recorded of a person follows these, and need not follow every
 * participant.
 */
export type MergerListed = DomainEvent<
  'MergerListed',
  { participantId: string; survivorId: string; effectiveOn: LocalDate }
>;

/** A split likewise. */
export type MergerUnlisted = DomainEvent<
  'MergerUnlisted',
  { participantId: string; survivorId: string; effectiveOn: LocalDate }
>;

export type MergerListEvent = MergerListed | MergerUnlisted;
