import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore, readState } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { contributions } from '../domain/contributions.js';
import { type ParticipantState, participants } from '../domain/participant.js';
import { type RecordContributionInput, recordContribution } from '../domain/record-contribution.js';
import type { SponsorAgreement } from '../domain/sponsor.js';
import { readPayingAgreement } from '../sponsor-agreements.js';

export class RecordContribution extends Command<CommandResult> {
  constructor(
    readonly input: RecordContributionInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
    /** What an import knows already, and that it expects no contribution before this one. */
    readonly imported?: { readonly agreement: SponsorAgreement; readonly participant: ParticipantState },
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
    const { input, context, imported } = command;
    const { agreement, participant: registered } = imported ?? (await this.read(input));
    const facts = { participant: registered, governmentPaid: agreement?.governmentPaid ?? false };
    return this.runner.handle(command, {
      streamId: contributions.of(input.participantId),
      decider: contributions,
      expectNew: imported !== undefined,
      decide: (state) => recordContribution(input, state, facts, context),
    });
  }

  private async read(input: RecordContributionInput) {
    return {
      agreement: await readPayingAgreement(this.store, input, input.paidOn),
      participant: await readState(this.store, participants.of(input.participantId), participants),
    };
  }
}
