import { LARGEST_SUM, type LocalDate, type Rupiah } from '#kernel';
import { BankAccountBody, CodeField, LocalDateField, NestedField, RupiahField, TextField } from '#http';
import { RETURN_REASONS, type ReturnReason } from '../domain/payout.events.js';

export class InstructPayoutBody {
  @LocalDateField({ description: 'The day the bank was told' })
  readonly instructedOn!: LocalDate;

  @TextField({ max: 60, description: 'Number of the instruction to the bank' })
  readonly instructionNumber!: string;
}

/** What a bank can say of an instruction. */
export const BANK_RESULTS = ['ACCEPTED', 'SETTLED', 'RETURNED'] as const;

export class BankResultBody {
  @CodeField(BANK_RESULTS)
  readonly result!: (typeof BANK_RESULTS)[number];

  @TextField({ max: 60, description: 'Reference of the bank; the same for all it says of one instruction' })
  readonly bankReference!: string;

  @LocalDateField({ description: 'The day it happened at the bank' })
  readonly on!: LocalDate;

  @CodeField(RETURN_REASONS, { optional: true, description: 'Of RETURNED: why the money came back' })
  readonly reason?: ReturnReason;

  @RupiahField({ max: LARGEST_SUM, optional: true, description: 'Of SETTLED: what arrived' })
  readonly amountIdr?: Rupiah;
}

export class AccountPersonBody {
  @NestedField(() => BankAccountBody)
  readonly account!: BankAccountBody;
}

export class CorrectAccountBody {
  @NestedField(() => AccountPersonBody)
  readonly person!: AccountPersonBody;
}
