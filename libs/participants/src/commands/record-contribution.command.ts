import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore, readState } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#platform';
import { contributions } from '../domain/contributions.js';
import { participant } from '../domain/participant.js';
import { type RecordContributionInput, recordContribution } from '../domain/record-contribution.js';
import { agreementInForce, sponsor } from '../domain/sponsor.js';
import { contributionStream, participantStream, sponsorStream } from '../streams.js';

export class RecordContribution extends Command<CommandResult> {
  constructor(
    readonly input: RecordContributionInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(RecordContribution)
export class RecordContributionHandler implements ICommandHandler<RecordContribution> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: RecordContribution): Promise<CommandResult> {
    const { input, context } = command;
    const facts = {
      participant: await readState(this.store, participantStream(input.participantId), participant),
      governmentPaid: await this.isGovernmentPaid(input),
    };
    return this.runner.handle(command, {
      streamId: contributionStream(input.participantId),
      decider: contributions,
      decide: (state) => recordContribution(input, state, facts, context),
    });
  }

  /** A sponsor pays under an agreement in force on the day of payment; everybody else pays for themselves. */
  private async isGovernmentPaid({
    sponsorId,
    agreementId,
    paidOn,
  }: RecordContributionInput): Promise<boolean> {
    if (!sponsorId || !agreementId) return false;
    const state = await readState(this.store, sponsorStream(sponsorId), sponsor);
    return agreementInForce(state, agreementId, paidOn).governmentPaid;
  }
}
