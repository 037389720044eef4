import { type CommandContext, derivedId, stream } from '#kernel';
import { type InstructPayoutInput, type InstructionFacts, instructPayout } from './instruct-payout.js';
import type { InstructionNumberTaken } from './instruction.events.js';
import type { PayoutState } from './payout-state.js';
import { payoutRefusals } from './refusals.js';
import { type TakenNumber, isToBeTaken } from './taken-number.js';

/** One number of an instruction: `instruction-<id made from the number>`. */
export const instructions = stream<TakenNumber, InstructionNumberTaken>('instruction', {
  initial: {},
  evolve: (_state, { data: { payoutId } }) => ({ payoutId }),
});

/** The identity of a number. Its parts are stored, so they never change. */
export const instructionIdOf = (instructionNumber: string): string =>
  derivedId('instruction', instructionNumber);

/** A payment that the bank is about to be told of, and what that rests on. */
export interface NumberToTake {
  readonly payout: PayoutState;
  readonly facts: InstructionFacts;
}

/**
 * Takes a number for a payment that can be instructed, before the payment itself is: so two payments of one moment do not get the same.
 * @throws Rejection `INSTRUCTION_NUMBER_USED`, or as `instructPayout` does
 */
export function takeInstructionNumber(
  input: InstructPayoutInput,
  state: TakenNumber,
  context: CommandContext,
  { payout, facts }: NumberToTake,
): readonly InstructionNumberTaken[] {
  if (!isToBeTaken(input.payoutId, state, payoutRefusals.INSTRUCTION_NUMBER_USED)) return [];
  const events = instructPayout(input, payout, context, facts);
  if (events.length === 0) return [];
  const data = { payoutId: input.payoutId, effectiveOn: context.today };
  return [{ type: 'InstructionNumberTaken', data }];
}
