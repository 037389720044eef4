import type { DomainEvent, LocalDate } from '#kernel';

/** By what claims of heirs are compared: of each of them two deaths have one rarely, and for a reason that a person can tell. */
export const LIKENESSES = ['DEATH_CERTIFICATE', 'ACCOUNT', 'CONTACT'] as const;

export type Likeness = (typeof LIKENESSES)[number];

/**
 * A claim for a death names a certificate, an account or a contact, which may stand in others too (kesamaan klaim dicatat). Only its id is
 * recorded, to which nothing leads but the secret of all ids: what it is stands sealed where it was named.
 */
export type LikenessNoted = DomainEvent<
  'LikenessNoted',
  {
    likenessId: string;
    of: Likeness;
    claimId: string;
    participantId: string;
    /** Claims for the death of somebody else in which the same had been named by then. */
    otherIds: readonly string[];
    effectiveOn: LocalDate;
  }
>;
