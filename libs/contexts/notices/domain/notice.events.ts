import type { DomainEvent, Instant, LocalDate } from '#kernel';

/** What somebody is told of: that there is a letter. What it says stands in the letter alone. */
export const NOTICE_SUBJECTS = [
  'PAPERS_REQUEST',
  'HOLD',
  'APPROVAL',
  'DIFFERENCE',
  'INTERIM',
  'DENIAL',
  'OBJECTION_ANSWER',
  'COMPLAINT_RECEIPT',
  'COMPLAINT_ANSWER',
  'COMPLAINT_ESCALATED',
  'MEDIATION_INVITATION',
  'MEDIATION_RECORD',
] as const;

export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number];

/** How somebody is reached. */
export const CHANNELS = ['EMAIL', 'SMS'] as const;

export type Channel = (typeof CHANNELS)[number];

/** Why a message was not taken, or why none is sent. */
export const NOTICE_FAULTS = [
  'UNREACHABLE',
  'TIMEOUT',
  'BUSY',
  'REFUSED',
  'ADDRESS_REFUSED',
  'SIGN_IN_REFUSED',
  'NO_ADDRESS',
  'ERASED',
  'TOO_LATE',
] as const;

export type NoticeFault = (typeof NOTICE_FAULTS)[number];

/** Somebody is to be told of a letter (pemberitahuan terutang). Where they are reached is asked when it is sent. */
export type NoticeDue = DomainEvent<
  'NoticeDue',
  {
    noticeId: string;
    participantId: string;
    /** The claim that the letter is about; absent of a letter about a complaint, which goes to the participant. */
    claimId?: string;
    letterId: string;
    subject: NoticeSubject;
    effectiveOn: LocalDate;
  }
>;

/** Whoever delivers messages took it (pemberitahuan dikirim). */
export type NoticeSent = DomainEvent<
  'NoticeSent',
  { noticeId: string; participantId: string; channel: Channel; attempt: number; effectiveOn: LocalDate }
>;

/** It was not taken, and is sent again (pengiriman gagal). */
export type NoticeDelayed = DomainEvent<
  'NoticeDelayed',
  {
    noticeId: string;
    participantId: string;
    channel: Channel;
    attempt: number;
    fault: NoticeFault;
    notBefore: Instant;
    effectiveOn: LocalDate;
  }
>;

/** It is not sent any more (pengiriman dihentikan), until somebody asks for it again. */
export type NoticeGivenUp = DomainEvent<
  'NoticeGivenUp',
  { noticeId: string; participantId: string; attempt: number; fault: NoticeFault; effectiveOn: LocalDate }
>;

/** Somebody asks for it to be sent again (kirim ulang). */
export type NoticeRetried = DomainEvent<
  'NoticeRetried',
  { noticeId: string; participantId: string; retrierId: string; effectiveOn: LocalDate }
>;

/** Why nobody need be told any more. */
export const DISCARD_REASONS = ['TOLD_IN_PERSON', 'TOLD_BY_POST', 'NOT_NEEDED'] as const;

export type DiscardReason = (typeof DISCARD_REASONS)[number];

/** Nobody need be told any more (pemberitahuan dibatalkan). */
export type NoticeDiscarded = DomainEvent<
  'NoticeDiscarded',
  {
    noticeId: string;
    participantId: string;
    discarderId: string;
    reason: DiscardReason;
    effectiveOn: LocalDate;
  }
>;

export type NoticeEvent =
  NoticeDue | NoticeSent | NoticeDelayed | NoticeGivenUp | NoticeRetried | NoticeDiscarded;
