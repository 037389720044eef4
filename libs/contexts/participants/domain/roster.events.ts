import type { DomainEvent, LocalDate, Period, Rupiah } from '#kernel';
import type { SponsorRegistered } from './sponsor.events.js';

/** How somebody came under an agreement. */
export const ROSTER_WAYS = ['REGISTRATION', 'PAYMENT', 'TRANSFER'] as const;

/** People are carried under an agreement from a month on (peserta masuk tanggungan): they take places of its quota. */
export type SponsorMembersAdded = DomainEvent<
  'SponsorMembersAdded',
  {
    sponsorId: string;
    agreementId: string;
    payer: SponsorRegistered['data']['kind'];
    way: (typeof ROSTER_WAYS)[number];
    from: Period;
    /** What is due for each a month, by the tariff of the first one. */
    members: readonly { participantId: string; monthlyIdr: Rupiah }[];
    effectiveOn: LocalDate;
  }
>;

/** Why a sponsor pays for somebody no more (sebab keluar dari tanggungan). */
export const REMOVAL_REASONS = [
  'DIED',
  'MOVED',
  'GOT_JOB',
  'AGE',
  'DUPLICATE',
  'BUDGET',
  'OTHER_SPONSOR',
  'PAYS_ALONE',
] as const;

export type RemovalReason = (typeof REMOVAL_REASONS)[number];

/** People are carried under an agreement until a month, and no longer (peserta keluar dari tanggungan). */
export type SponsorMembersRemoved = DomainEvent<
  'SponsorMembersRemoved',
  {
    sponsorId: string;
    agreementId: string;
    participantIds: readonly string[];
    /** The last month for which the sponsor pays. */
    last: Period;
    reason: RemovalReason;
    /** Under which agreement they go on, where they were transferred. */
    toAgreementId?: string;
    effectiveOn: LocalDate;
  }
>;

/** Places that were taken for people whom the sponsor did not pay for after all are free again (pengembalian tempat). They left nothing. */
export type SponsorPlacesGivenBack = DomainEvent<
  'SponsorPlacesGivenBack',
  { sponsorId: string; agreementId: string; participantIds: readonly string[]; effectiveOn: LocalDate }
>;

export type RosterEvent = SponsorMembersAdded | SponsorMembersRemoved | SponsorPlacesGivenBack;
