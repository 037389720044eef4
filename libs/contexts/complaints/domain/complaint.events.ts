import type { DomainEvent, LocalDate, Sealed } from '#kernel';

/** What a complaint may be about. PERSON: what is recorded of the participant; SERVICE: how they were treated. */
export const COMPLAINT_SUBJECTS = ['CLAIM', 'ACCIDENT', 'FACILITY', 'EMPLOYER', 'PERSON', 'SERVICE'] as const;

export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number];

/** What is wrong. */
export const COMPLAINT_TOPICS = ['DELAY', 'DECISION', 'AMOUNT', 'CARE', 'CONDUCT', 'DATA', 'OTHER'] as const;

export type ComplaintTopic = (typeof COMPLAINT_TOPICS)[number];

/** Who complains. */
export const COMPLAINANTS = ['PARTICIPANT', 'HEIR', 'EMPLOYER', 'FACILITY', 'OTHER'] as const;

export type Complainant = (typeof COMPLAINANTS)[number];

/** Somebody is not content (pengaduan diterima). It is always about a participant, whose keys seal the words. */
export type ComplaintReceived = DomainEvent<
  'ComplaintReceived',
  {
    complaintId: string;
    participantId: string;
    subject: ComplaintSubject;
    /** The claim, accident, facility or employer; absent of the others. */
    subjectId?: string;
    topic: ComplaintTopic;
    complainant: Complainant;
    office: string;
    /** Subject of the token of whoever recorded it. */
    recorderId: string;
    /** Subjects of those who had decided on the claim by then: they do not answer. */
    deciderIds?: readonly string[];
    /** Until when it is answered. */
    answerBy: LocalDate;
    effectiveOn: LocalDate;
    person: Sealed<{
      /** What is wrong, in the words of whoever complains. */
      words: string;
      /** The letter, where there is one: its number, or where it lies in the archive. */
      letter?: string;
    }>;
  }
>;

/** What an answer says. */
export const COMPLAINT_ANSWERS = ['PUT_RIGHT', 'EXPLAINED', 'UNFOUNDED'] as const;

export type ComplaintAnswer = (typeof COMPLAINT_ANSWERS)[number];

/** Somebody has looked at it, and answers (jawaban pengaduan). */
export type ComplaintAnswered = DomainEvent<
  'ComplaintAnswered',
  {
    complaintId: string;
    participantId: string;
    answererId: string;
    answer: ComplaintAnswer;
    /** Until when whoever complains may say that they are not content still. */
    replyBy: LocalDate;
    effectiveOn: LocalDate;
    /** Absent where the person had been erased by then: nothing can be sealed for them. */
    person?: Sealed<{ words: string }>;
  }
>;

/** Whoever complains is not content with the answer, or got none in time: the unit for quality and complaints looks at it (eskalasi). */
export type ComplaintEscalated = DomainEvent<
  'ComplaintEscalated',
  {
    complaintId: string;
    participantId: string;
    escalatorId: string;
    answerBy: LocalDate;
    effectiveOn: LocalDate;
    person?: Sealed<{ words: string }>;
  }
>;

/** Both sides sit down with somebody who has had no hand in it (mediasi dimulai). */
export type MediationBegun = DomainEvent<
  'MediationBegun',
  {
    complaintId: string;
    participantId: string;
    /** Subject of the token of whoever mediates. */
    mediatorId: string;
    /** Last day of it. */
    endBy: LocalDate;
    effectiveOn: LocalDate;
  }
>;

/** How a mediation ends: both sides have signed, or it is left to an authority or a court. */
export const MEDIATION_RESULTS = ['AGREED', 'NOT_AGREED'] as const;

export type MediationResult = (typeof MEDIATION_RESULTS)[number];

/** The mediation is over (mediasi selesai), and the complaint with it. What both sides have signed binds them. */
export type MediationEnded = DomainEvent<
  'MediationEnded',
  {
    complaintId: string;
    participantId: string;
    mediatorId: string;
    result: MediationResult;
    /** The claim that they agreed about. */
    claimId?: string;
    effectiveOn: LocalDate;
    /** What they agreed, or why not, and the minutes. Absent where the person had been erased by then. */
    person?: Sealed<{ words: string; minutes: string }>;
  }
>;

/** Why a complaint is over without a mediation. */
export const CLOSING_REASONS = ['CONTENT', 'NO_REPLY', 'WITHDRAWN'] as const;

export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** Nobody is to do anything any more (pengaduan ditutup). */
export type ComplaintClosed = DomainEvent<
  'ComplaintClosed',
  {
    complaintId: string;
    participantId: string;
    closerId: string;
    reason: ClosingReason;
    effectiveOn: LocalDate;
  }
>;

export type ComplaintEvent =
  | ComplaintReceived
  | ComplaintAnswered
  | ComplaintEscalated
  | MediationBegun
  | MediationEnded
  | ComplaintClosed;
