import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Reading, derivedId } from '#kernel';
import { Decisions, StreamCommand, type Triable } from '#runtime';
import { employerFacts } from '#contexts/employers/facts';
import { plkkOn } from '#contexts/providers/facts';
import {
  type InstructPayoutInput,
  type InstructionFacts,
  instructPayout,
} from '../domain/instruct-payout.js';
import {
  type NumberToTake,
  instructionIdOf,
  instructions,
  takeInstructionNumber,
} from '../domain/instruction.js';
import type { PayoutState } from '../domain/payout-state.js';
import { payouts } from '../domain/payout.js';
import { awaitedOf, handsOn, heirsOf, paidFor } from './paid-for.js';
import { hasNoInterest } from './who-acts.js';

export class InstructPayout extends StreamCommand<InstructPayoutInput> {
  /** Nothing need be taken to find out whether the bank may be told; whose a number is, is asked beside it. */
  static readonly tried: Triable<InstructPayoutInput>['tried'] = (input, trial) =>
    trial.decide(input, payouts, input.payoutId, instructPayout, whatToInstruct, hasNoInterest);

  readonly commandName = 'InstructPayout';
}

@CommandHandler(InstructPayout)
export class InstructPayoutHandler implements ICommandHandler<InstructPayout> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: InstructPayout) {
    const { payoutId } = command.input;
    const facts = async (payout: PayoutState, read: Reading) => {
      const known = await whatToInstruct(payout, read, command.input);
      await this.take({ payout, facts: known }, command);
      return known;
    };
    return this.decisions.make(command, payouts, payoutId, instructPayout, facts, {
      permit: hasNoInterest,
    });
  }

  /** The number is the payment's before the bank is told of it. */
  private async take(payment: NumberToTake, { input, issue: { context } }: InstructPayout): Promise<void> {
    // A key that was used for two payments is a command for each, as it is elsewhere.
    const commandId = derivedId('instruction', context.commandId, input.payoutId);
    const taking = new InstructPayout(input, { context: { ...context, commandId } });
    const id = instructionIdOf(input.instructionNumber);
    await this.decisions.make(taking, instructions, id, takeInstructionNumber, async () => payment);
  }
}

/** @throws Rejection `FACILITY_NOT_FOUND`, `EMPLOYER_NOT_FOUND` */
async function whatToInstruct(
  state: PayoutState,
  read: Reading,
  { instructedOn }: InstructPayoutInput,
): Promise<InstructionFacts> {
  if (state.situation === 'UNKNOWN') return {};
  const known = { ...(await handsOn(state.source, read)), ...(await awaitedOf(state.source, read)) };
  if (state.employerId) {
    return { ...known, employerAccount: (await employerFacts(read, state.employerId)).account };
  }
  if (!state.facilityId)
    return { ...known, ...(await paidFor(state, read)), ...(await heirsOf(state, read)) };
  const { account } = await plkkOn(read, state.facilityId, instructedOn);
  return { ...known, facilityAccount: account };
}
