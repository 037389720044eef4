import type { DomainEvent, LocalDate } from '#kernel';

/**
 * A bill of a facility belongs to one accident (tagihan milik satu kecelakaan): to its claim, or to what is paid apart from that. The
 * last one counts: a bill that its accident gave up may belong to another.
 */
export type BillTaken = DomainEvent<
  'BillTaken',
  {
    accidentId: string;
    /** It came with its lines, and is paid apart from the claim. */
    apart: boolean;
    effectiveOn: LocalDate;
  }
>;

/** Who has the money for a bill: an accident, by its claim or apart from it. */
export type BillOwner = Pick<BillTaken['data'], 'accidentId' | 'apart'>;
