import { LARGEST_SUM } from '#kernel';
import { BankAccountBody, asked, shape } from '#http';
import { NO_LATE_SETTLEMENT_REASONS } from '../domain/late-settlement.events.js';
import { COMPENSATION_DENIALS } from '../domain/lateness.events.js';
import { MONEY_BACK_FROM, MONEY_BACK_REASONS, RETURN_REASONS } from '../domain/money-back.events.js';
import { GIVEN_UP_REASONS } from '../domain/payout.events.js';

export class InstructPayoutBody extends shape({
  instructedOn: asked.day({ description: 'The day the bank was told' }),
  instructionNumber: asked.paperNumber({ max: 60, description: 'Number of the instruction to the bank' }),
}) {}

/** What a bank can say of an instruction. */
export const BANK_RESULTS = ['ACCEPTED', 'SETTLED', 'RETURNED'] as const;

export class BankResultBody extends shape({
  result: asked.code(BANK_RESULTS),
  bankReference: asked.paperNumber({
    max: 60,
    description: 'Reference of the bank; the same for all it says of one instruction',
  }),
  on: asked.day({ description: 'The day it happened at the bank' }),
  reason: asked.code(RETURN_REASONS, { optional: true, description: 'Of RETURNED: why the money came back' }),
  amountIdr: asked.rupiah({ max: LARGEST_SUM, optional: true, description: 'Of SETTLED: what arrived' }),
}) {}

export class MoneyBackBody extends shape({
  from: asked.code(MONEY_BACK_FROM, {
    description: 'The bank returns it, or whoever was paid gives it back',
  }),
  reason: asked.code(MONEY_BACK_REASONS),
  bankReference: asked.paperNumber({ max: 60, description: 'Reference of the bank under which it came in' }),
  on: asked.day({ description: 'The day on which it came in' }),
  amountIdr: asked.rupiah({ max: LARGEST_SUM, description: 'What came back: the whole payment' }),
  reference: asked.paperNumber({
    max: 100,
    description:
      'Number of the paper that shows it: a line of the bank, or a statement of whoever gave it back',
    example: 'BA/9/2026',
  }),
}) {}

export class PartBackBody extends shape({
  from: asked.code(MONEY_BACK_FROM, {
    description: 'The bank returns it, or whoever was paid gives it back',
  }),
  bankReference: asked.paperNumber({ max: 60, description: 'Reference of the bank under which it came in' }),
  on: asked.day({ description: 'The day on which it came in' }),
  amountIdr: asked.rupiah({
    min: 1,
    max: LARGEST_SUM,
    description: 'What came back: less than the whole payment, and not owed',
  }),
  keptIdr: asked.rupiah({
    min: 1,
    max: LARGEST_SUM,
    optional: true,
    description: 'What the payee keeps though it is not theirs: it is owed from now on',
  }),
  reference: asked.paperNumber({
    max: 100,
    description: 'Number of the paper that shows it',
    example: 'BA/10/2026',
  }),
}) {}

export class RefuseSettlementBody extends shape({
  reason: asked.code(NO_LATE_SETTLEMENT_REASONS),
}) {}

export class CancelPayoutBody extends shape({
  reason: asked.code(GIVEN_UP_REASONS),
}) {}

export class AccountPersonBody extends shape({
  account: asked.nested(() => BankAccountBody),
}) {}

export class CorrectAccountBody extends shape({
  person: asked.nested(() => AccountPersonBody),
}) {}

export class DenyCompensationBody extends shape({
  reason: asked.code(COMPENSATION_DENIALS),
  reference: asked.paperNumber({
    max: 100,
    description: 'Number of the paper that shows why',
    example: 'BA/7/2026',
  }),
}) {}
