import type { Relation } from '#law';
import type { BankAccount, DomainEvent, LocalDate, Sealed } from '#kernel';

/** What an heir does with the right: is paid, lets another of the same rank be paid for them, gives it up, or has died and does nothing. */
export const HEIR_STANDINGS = ['PAID', 'AUTHORISES', 'WAIVES', 'DIED'] as const;

export type HeirStanding = (typeof HEIR_STANDINGS)[number];

/** By what the heirs share (reference 4.3). */
export const SHARINGS = ['ONE_PAYEE', 'EQUAL', 'AGREED', 'COURT'] as const;

export type Sharing = (typeof SHARINGS)[number];

/** An heir as a certificate or a court names them. Who it is stands in `person`, in the same order. */
export interface EstablishedHeir {
  readonly heirId: string;
  readonly relation: Relation;
  readonly standing: HeirStanding;
  /** Of whoever is paid: how many of all parts. */
  readonly parts?: number;
  /** A minor, who is paid through a guardian (wali). */
  readonly throughGuardian?: true;
  /** Of whoever has died, before the participant or since. */
  readonly diedOn?: LocalDate;
}

/** Who an heir is. */
export interface HeirPerson {
  readonly name: string;
  readonly nik?: string;
  readonly birthDate?: LocalDate;
  /** Of whoever is paid. */
  readonly account?: BankAccount;
  /** Of a minor: who is paid for them, and the letter that says so. */
  readonly guardian?: { readonly name: string; readonly letter: string };
  /** The power of attorney, the waiver, or the certificate of death, of whoever is not paid. */
  readonly letter?: string;
}

/** Who inherits, and who is paid how much of it (penetapan ahli waris). A later one takes the place of an earlier one. */
export type HeirsEstablished = DomainEvent<
  'HeirsEstablished',
  {
    claimId: string;
    participantId: string;
    establisherId: string;
    sharing: Sharing;
    /** The rank that the law pays, from 1 on; absent where a court named the heirs. */
    heirClass?: number;
    heirs: readonly EstablishedHeir[];
    /** The claim was approved for the participant, who has died since: what has not left is paid to them. Absent otherwise. */
    inPlaceOfParticipant?: true;
    /** The heir who died, whose share alone these take; absent where they take the place of all, and in logs of earlier releases. */
    inPlaceOfId?: string;
    /** The other heirs, whose shares are as before; absent where there are none. */
    besideIds?: readonly string[];
    effectiveOn: LocalDate;
    person: Sealed<{
      /** The heir certificate (surat keterangan ahli waris), or the ruling. */
      certificate: string;
      /** What shows how they share, where it is not equally. */
      agreement?: string;
      heirs: readonly HeirPerson[];
    }>;
  }
>;

/** Who died before what was approved for them was paid. */
export const WHO_DIED = ['PARTICIPANT', 'HEIR'] as const;

export type WhoDied = (typeof WHO_DIED)[number];

/**
 * Whoever was to be paid has died, and nobody has recorded who is paid in their place (ahli waris dicari): nothing of theirs is paid before. Of a
 * participant it follows from the report of the death, of an heir somebody says it.
 */
export type HeirsWanted = DomainEvent<
  'HeirsWanted',
  {
    claimId: string;
    participantId: string;
    whoDied: (typeof WHO_DIED)[number];
    /** The heir who died, of those who were established; absent of anybody else, and in logs of earlier releases. */
    heirId?: string;
    /** The other heirs, who are paid meanwhile; absent where no heir is named, and in logs of earlier releases. */
    besideIds?: readonly string[];
    /** Of an heir; of the participant their own stream tells it. */
    diedOn?: LocalDate;
    /** Who said so; absent of a participant. */
    reporterId?: string;
    /** Until when heirs may come; then it is given up by itself. */
    until: LocalDate;
    effectiveOn: LocalDate;
    /** Which heir died, and what shows it; absent of a participant. */
    person?: Sealed<{ words: string; evidence: string }>;
  }
>;

/** The participant lives after all: whoever was recorded in their place inherits nothing (kematian dibatalkan). */
export type HeirsWantedNoMore = DomainEvent<
  'HeirsWantedNoMore',
  { claimId: string; participantId: string; effectiveOn: LocalDate }
>;

/**
 * An heir who was reported dead has not died, or another one has (laporan kematian ahli waris dibatalkan): whoever was paid before is paid
 * again.
 */
export type HeirDeathRevoked = DomainEvent<
  'HeirDeathRevoked',
  {
    claimId: string;
    participantId: string;
    /** The heir who lives, as the report named them; absent where it named nobody. */
    heirId?: string;
    revokerId: string;
    effectiveOn: LocalDate;
    /** Why, and what shows it. */
    person: Sealed<{ words: string; evidence: string }>;
  }
>;

/** Nobody has come in time who inherits (tidak ada ahli waris): what was not paid stays with the fund (PP 44/2015 Art. 37(5)b). */
export type NobodyInherits = DomainEvent<
  'NobodyInherits',
  {
    claimId: string;
    participantId: string;
    /** The heir who died, whose share alone nobody takes; absent where all that was not paid is given up. */
    heirId?: string;
    /** The last day on which heirs could have come. */
    until: LocalDate;
    effectiveOn: LocalDate;
  }
>;

export type HeirsEvent =
  HeirsEstablished | HeirsWanted | HeirsWantedNoMore | HeirDeathRevoked | NobodyInherits;
