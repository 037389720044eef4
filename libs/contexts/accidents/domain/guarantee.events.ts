import type { CoverageStatus, OtherPayer, OtherPayerStatus } from '#law';
import type { DomainEvent, Instant, LocalDate, Rupiah } from '#kernel';

/** The victim was sent to an accident-care centre (surat pengantar PLKK). */
export type PlkkReferralIssued = DomainEvent<
  'PlkkReferralIssued',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    /** The agreement that made the facility a PLKK on that day. */
    agreementId: string;
    referralNumber: string;
    /** Cover on the day of the accident. */
    coverage: CoverageStatus;
    effectiveOn: LocalDate;
  }
>;

/** BPJS promised to pay for the care (surat jaminan). */
export type GuaranteeLetterIssued = DomainEvent<
  'GuaranteeLetterIssued',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    guaranteeNumber: string;
    /**
     * `COVERED`: a work accident of an active participant, concluded as such.
     * `SUSPECTED_CASE`: not concluded yet, or arrears to be settled: care first (PP 49/2023 Art. 25A).
     */
    basis: 'COVERED' | 'SUSPECTED_CASE';
    effectiveOn: LocalDate;
  }
>;

/**
 * Who pays for the care before JKK does, and what it has said so far (penjamin lain: Jasa Raharja, asuransi negara penempatan).
 * What was said last counts.
 */
export type OtherPayerNamed = DomainEvent<
  'OtherPayerNamed',
  {
    accidentId: string;
    participantId: string;
    payer: OtherPayer;
    status: OtherPayerStatus;
    /** What it guaranteed or paid. */
    amountIdr?: Rupiah;
    /** The accident was one of an aircraft. */
    byAir?: boolean;
    /** Number of its letter, or of the police report that says why it pays nothing. */
    reference: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * At night the desk of a PLKK promised itself that BPJS pays, for a time and up to a sum (surat jaminan sementara): the office
 * confirms it by a guarantee letter, or not.
 */
export type ProvisionalGuaranteeIssued = DomainEvent<
  'ProvisionalGuaranteeIssued',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    agreementId: string;
    guaranteeNumber: string;
    /** The end of it, unless it is confirmed. */
    validUntil: Instant;
    /** As much care it covers before it is confirmed. */
    atMostIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/** Why an office does not stand by a provisional letter. */
export const NOT_CONFIRMED_REASONS = [
  'NO_COVER',
  'NOT_AN_EMERGENCY',
  'WRONG_PERSON',
  'NO_WORK_ACCIDENT',
] as const;

export type NotConfirmedReason = (typeof NOT_CONFIRMED_REASONS)[number];

/** The office does not confirm a provisional letter (jaminan tidak dikonfirmasi): care from `effectiveOn` on is not guaranteed. */
export type GuaranteeNotConfirmed = DomainEvent<
  'GuaranteeNotConfirmed',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    reason: NotConfirmedReason;
    deciderId: string;
    effectiveOn: LocalDate;
  }
>;

/** Where its care is given, and who bears it. */
export type GuaranteeEvent =
  | PlkkReferralIssued
  | GuaranteeLetterIssued
  | OtherPayerNamed
  | ProvisionalGuaranteeIssued
  | GuaranteeNotConfirmed;
