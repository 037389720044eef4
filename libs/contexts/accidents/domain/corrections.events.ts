import type { DomainEvent, LocalDate, Rupiah } from '#kernel';
import type { AccidentKind, Billing, Notifier, PlaceKind } from './accident.events.js';

/** Why a notice is taken back: there is no such accident of this person on this day. */
export const NOTICE_FAULTS = ['WRONG_DAY', 'WRONG_PERSON', 'REPORTED_TWICE', 'NOT_HAPPENED'] as const;

export type NoticeFault = (typeof NOTICE_FAULTS)[number];

/** Kind, place or hour of an accident had been recorded wrongly (koreksi laporan dugaan). What is not named stays as it was. */
export type NoticeCorrected = DomainEvent<
  'NoticeCorrected',
  {
    accidentId: string;
    participantId: string;
    kind?: AccidentKind;
    placeKind?: PlaceKind;
    /** Local time in Jakarta, `HH:MM`. */
    occurredAt?: string;
    correctorId: string;
    effectiveOn: LocalDate;
  }
>;

/** A notice was taken back (pencabutan laporan dugaan). The day belongs to what the accident is: another day is another notice. */
export type NoticeWithdrawn = DomainEvent<
  'NoticeWithdrawn',
  {
    accidentId: string;
    participantId: string;
    fault: NoticeFault;
    withdrawerId: string;
    effectiveOn: LocalDate;
  }
>;

/** The sum of an invoice that stands with the accident had been recorded wrongly (koreksi tagihan). */
export type CareCorrected = DomainEvent<
  'CareCorrected',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    invoiceNumber: string;
    /** What had been recorded, and what it is. */
    recordedIdr: Rupiah;
    invoiceIdr: Rupiah;
    billing: Billing;
    correctorId: string;
    effectiveOn: LocalDate;
  }
>;

/** Why an accident that had ended goes on: the same injury needs treatment again, or left more than was thought. */
export const RELAPSE_GROUNDS = ['NEW_TREATMENT', 'HIGHER_DISABILITY'] as const;

export type RelapseGround = (typeof RELAPSE_GROUNDS)[number];

/**
 * The same injury came back (kambuh), or left a higher disability: no new accident. Statement and stage II follow anew, by the law of the
 * day of the accident, beside what was stated before.
 */
export type RelapseReported = DomainEvent<
  'RelapseReported',
  {
    accidentId: string;
    participantId: string;
    ground: RelapseGround;
    reportedBy: Notifier;
    /** The day on which a doctor stated that it comes from the accident. */
    causeStatedOn: LocalDate;
    effectiveOn: LocalDate;
  }
>;

export type AccidentCorrection = NoticeCorrected | NoticeWithdrawn | CareCorrected | RelapseReported;
