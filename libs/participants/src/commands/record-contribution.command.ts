import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore, readState } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#platform';
import { contributions } from '../domain/contributions.js';
import { participant } from '../domain/participant.js';
import { type RecordContributionInput, recordContribution } from '../domain/record-contribution.js';
import type { SponsorAgreement } from '../domain/sponsor.js';
import { readPayingAgreement } from '../sponsor-agreements.js';
import { contributionStream, participantStream } from '../streams.js';

export class RecordContribution extends Command<CommandResult> {
  constructor(
    readonly input: RecordContributionInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
    /** The agreement under which this payer pays, where the caller has read it already. */
    readonly agreement?: SponsorAgreement,
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
    const agreement = command.agreement ?? (await readPayingAgreement(this.store, input, input.paidOn));
    const facts = {
      participant: await readState(this.store, participantStream(input.participantId), participant),
      governmentPaid: agreement?.governmentPaid ?? false,
    };
    return this.runner.handle(command, {
      streamId: contributionStream(input.participantId),
      decider: contributions,
      decide: (state) => recordContribution(input, state, facts, context),
    });
  }
}
