import type { DomainEvent, LocalDate, Sealed } from '#kernel';
import type { HeirRegistered } from './participant.events.js';
import type { EvidenceKind, PersonDetails } from './correction.events.js';

/** What was typed wrong of a child was corrected (koreksi data anak). */
export type ChildCorrected = DomainEvent<
  'ChildCorrected',
  {
    participantId: string;
    correctionId: string;
    childId: string;
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string; now: PersonDetails; before: PersonDetails }>;
  }
>;

/** A child was named by mistake, and has no right (pencoretan anak). */
export type ChildRemoved = DomainEvent<
  'ChildRemoved',
  {
    participantId: string;
    correctionId: string;
    childId: string;
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

/** What was typed wrong of an heir was corrected (koreksi data ahli waris). */
export type HeirCorrected = DomainEvent<
  'HeirCorrected',
  {
    participantId: string;
    correctionId: string;
    heirId: string;
    relation?: HeirRegistered['data']['relation'];
    formerRelation?: HeirRegistered['data']['relation'];
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string; now: PersonDetails; before: PersonDetails }>;
  }
>;

/** An heir was named by mistake (pencoretan ahli waris). */
export type HeirRemoved = DomainEvent<
  'HeirRemoved',
  {
    participantId: string;
    correctionId: string;
    heirId: string;
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

/** Which child was named first was recorded wrongly (koreksi urutan anak): the law gives a scholarship to the first ones. */
export type ChildrenReordered = DomainEvent<
  'ChildrenReordered',
  {
    participantId: string;
    correctionId: string;
    /** All of them, the first one first. */
    childIds: readonly string[];
    formerChildIds: readonly string[];
    evidence: EvidenceKind;
    requesterId: string;
    confirmerId: string;
    effectiveOn: LocalDate;
    person: Sealed<{ evidenceNumber: string }>;
  }
>;

/** What was recorded wrongly of the family of a participant. */
export type FamilyCorrectionEvent =
  ChildCorrected | ChildRemoved | HeirCorrected | HeirRemoved | ChildrenReordered;
