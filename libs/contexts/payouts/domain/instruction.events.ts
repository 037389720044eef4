import type { DomainEvent, LocalDate } from '#kernel';

/**
 * A number of an instruction to the bank belongs to one payment (nomor instruksi terpakai): the bank recognises instructions by it, and
 * would drop or double a transfer.
 */
export type InstructionNumberTaken = DomainEvent<
  'InstructionNumberTaken',
  { payoutId: string; effectiveOn: LocalDate }
>;

/**
 * A reference of the bank belongs to one payment, or to one thing that somebody owed and paid (referensi bank terpakai): one transfer
 * does not settle two.
 */
export type BankReferenceTaken = DomainEvent<
  'BankReferenceTaken',
  { payoutId?: string; receivableId?: string; effectiveOn: LocalDate }
>;
