import type { DomainEvent, LocalDate, Sealed } from '#kernel';

/** What a list of candidates rests on (dasar pendataan). */
export const LIST_SOURCES = ['DECREE', 'VILLAGE_SURVEY', 'ASSOCIATION', 'FIELD_VISIT'] as const;

export type ListSource = (typeof LIST_SOURCES)[number];

/** How somebody was spoken to (cara menghubungi). */
export const CONTACT_WAYS = ['VISIT', 'PHONE', 'MESSAGE', 'MEETING'] as const;

export type ContactWay = (typeof CONTACT_WAYS)[number];

/** Why somebody does not want to be registered, or cannot be (sebab tidak mendaftar). */
export const DECLINING_REASONS = [
  'NOT_WANTED',
  'NO_MONEY',
  'TOO_OLD',
  'WORKS_NO_MORE',
  'MOVED_AWAY',
  'DIED',
] as const;

export type DecliningReason = (typeof DECLINING_REASONS)[number];

/** A list of people who are to be looked for was opened (daftar calon peserta). */
export type CandidateListOpened = DomainEvent<
  'CandidateListOpened',
  {
    candidateListId: string;
    /** Name of the list; never of a person. */
    name: string;
    source: ListSource;
    /** Number of the paper that it rests on. */
    reference: string;
    district: string;
    branch: string;
    /** How many there are said to be. */
    expectedPersons: number;
    effectiveOn: LocalDate;
  }
>;

/** Somebody was found who may be registered (calon peserta ditemukan). */
export type CandidateFound = DomainEvent<
  'CandidateFound',
  {
    /** Whose keys seal them: the same as once they are registered. */
    participantId: string;
    candidateListId: string;
    district: string;
    effectiveOn: LocalDate;
    person: Sealed<{ nik: string; name: string; phone?: string; work?: string }>;
  }
>;

/** Somebody spoke with a candidate (calon peserta dihubungi). */
export type CandidateContacted = DomainEvent<
  'CandidateContacted',
  { participantId: string; candidateListId: string; way: ContactWay; effectiveOn: LocalDate }
>;

/** A candidate is not registered (calon peserta tidak mendaftar). Who changes their mind is registered as anybody is. */
export type CandidateDeclined = DomainEvent<
  'CandidateDeclined',
  { participantId: string; candidateListId: string; reason: DecliningReason; effectiveOn: LocalDate }
>;

export type CandidateListEvent = CandidateListOpened;

export type CandidateEvent = CandidateFound | CandidateContacted | CandidateDeclined;
