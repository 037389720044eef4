import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore, readState } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { plkkOn } from '#contexts/providers/facts';
import {
  type InstructPayoutInput,
  type InstructionFactsFromOthers,
  instructPayout,
} from '../domain/instruct-payout.js';
import { payouts } from '../domain/payout.js';

export class InstructPayout extends Command<CommandResult> {
  constructor(
    readonly input: InstructPayoutInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(InstructPayout)
export class InstructPayoutHandler implements ICommandHandler<InstructPayout> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: InstructPayout): Promise<CommandResult> {
    const { input, context } = command;
    const facts = await this.factsFor(input);
    return this.runner.handle(command, {
      streamId: payouts.of(input.payoutId),
      decider: payouts,
      decide: (state) => instructPayout(input, state, facts, context),
    });
  }

  /** Whom a payment goes to never changes after the order, so it may be read before the decision. */
  private async factsFor({
    payoutId,
    instructedOn,
  }: InstructPayoutInput): Promise<InstructionFactsFromOthers> {
    const ordered = await readState(this.store, payouts.of(payoutId), payouts);
    if (ordered.situation === 'UNKNOWN' || !ordered.facilityId) return {};
    const { account } = await plkkOn(this.store, ordered.facilityId, instructedOn);
    return { facilityAccount: account };
  }
}
