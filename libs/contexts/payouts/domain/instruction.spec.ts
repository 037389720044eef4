import { describe, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { InstructionNumberTaken } from './instruction.events.js';
import { instructions, takeInstructionNumber } from './instruction.js';
import { PAYOUT_ID, ordered } from './payout.examples.js';
import { payouts } from './payout.js';

const given = decisionSpec(instructions);
const today = localDate('2026-11-20');

const input = { payoutId: PAYOUT_ID, instructedOn: today, instructionNumber: 'INS-1' };
const taken = (payoutId: string): InstructionNumberTaken => ({
  type: 'InstructionNumberTaken',
  data: { payoutId, effectiveOn: today },
});
const take = (history: readonly InstructionNumberTaken[], payout = fold(payouts, [ordered()])) =>
  given(history).when((state) => takeInstructionNumber(input, state, testContext(), { payout, facts: {} }));

describe('the number of an instruction to the bank', () => {
  it('is taken for a payment that can be instructed', () => {
    take([]).thenRecorded([taken(PAYOUT_ID)]);
  });

  it('belongs to one payment: another one with it is refused', () => {
    take([taken('5f0c7f0e-9999-5000-8000-000000000009')]).thenRejected('INSTRUCTION_NUMBER_USED');
  });

  it('is taken once, however often the same instruction is sent', () => {
    take([taken(PAYOUT_ID)]).thenNothing();
  });

  it('is not taken for what cannot be instructed', () => {
    take([], payouts.initial).thenRejected('PAYOUT_NOT_FOUND');
  });
});
