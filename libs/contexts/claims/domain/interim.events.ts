import type { AuthorityUsed, DelegationUsed, DomainEvent, LocalDate, Rupiah, Sealed } from '#kernel';
import type { ClaimComponent } from './claim.events.js';
import type { ApprovedPayment, IdentifiedPayment, PaidTo } from './decision.events.js';

/**
 * What is due for a time of incapacity that has passed while the patient is still treated (santunan sementara tidak mampu bekerja, dibayar
 * berkala). A second person approves it; the final calculation is less what was paid.
 */
export type InterimCalculated = DomainEvent<
  'InterimCalculated',
  {
    claimId: string;
    participantId: string;
    /** Subject of the token of whoever calculated it. */
    assessorId: string;
    ruleSetVersion: string;
    components: readonly ClaimComponent[];
    totalIdr: Rupiah;
    /** Last day on which payment is in time. */
    payBy: LocalDate;
    effectiveOn: LocalDate;
    /** The days, what shows them, and how it was computed. */
    health: Sealed<{
      unableFrom: LocalDate;
      unableUntil: LocalDate;
      certificate: string;
      inputs: Readonly<Record<string, unknown>>;
      arithmetic: readonly { code: string; arithmetic: string }[];
    }>;
  }
>;

/** A second person approved it (persetujuan pembayaran berkala). */
export type InterimApproved = DomainEvent<
  'InterimApproved',
  {
    claimId: string;
    participantId: string;
    /** Code of the programme. */
    programme: string;
    approverId: string;
    totalIdr: Rupiah;
    payments: readonly ApprovedPayment[];
    payBy: LocalDate;
    authority: AuthorityUsed;
    effectiveOn: LocalDate;
    /** As that of an approval. */
    person: Sealed<PaidTo>;
  }
>;

/** A second person did not (pembayaran berkala tidak disetujui): it may be calculated again. */
export type InterimDropped = DomainEvent<
  'InterimDropped',
  {
    claimId: string;
    participantId: string;
    deciderId: string;
    /** By which delegation they decide for another office; absent where it is their own, or below theirs. */
    delegation?: DelegationUsed;
    effectiveOn: LocalDate;
  }
>;

/**
 * More was paid before the end than is due: the claim is not approved after all, or comes to less (kelebihan pembayaran berkala). It
 * counts as paid no more: what no bank has yet is not paid, and the rest is recorded as a receivable.
 */
export type InterimPaidTooMuch = DomainEvent<
  'InterimPaidTooMuch',
  {
    claimId: string;
    participantId: string;
    /** Subject of the token of whoever decided on the claim. */
    finderId: string;
    /** The employer that owes it back; absent where it is whoever claimed. */
    employerId?: string;
    amountIdr: Rupiah;
    /** Of which payments it is; earlier releases did not say, and all of it is owed back. */
    ofPayments?: readonly IdentifiedPayment[];
    effectiveOn: LocalDate;
  }
>;

export type InterimEvent = InterimCalculated | InterimApproved | InterimDropped | InterimPaidTooMuch;
