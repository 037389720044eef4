import type { DomainEvent, LocalDate } from '#kernel';

/** Who has the money for a bill: an accident, by its claim or apart from it. */
export interface BillOwner {
  readonly accidentId: string;
  /** It came with its lines, and is paid apart from the claim. */
  readonly apart: boolean;
}

/**
 * A bill of a facility belongs to one accident (tagihan milik satu kecelakaan): to its claim, or to what is paid apart from that. The
 * last one counts: a bill that its accident gave up may belong to another.
 */
export type BillTaken = DomainEvent<'BillTaken', BillOwner & { effectiveOn: LocalDate }>;
