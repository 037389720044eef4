import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { participants } from '../domain/participant.js';
import { type RegisterParticipantInput, registerParticipant } from '../domain/register-participant.js';
import type { SponsorAgreement } from '../domain/sponsor.js';
import { readPayingAgreement } from '../sponsor-agreements.js';

export class RegisterParticipant extends Command<CommandResult> {
  constructor(
    readonly input: RegisterParticipantInput,
    readonly context: CommandContext,
    /** What an import has read already, and that it expects somebody new. */
    readonly imported?: { readonly agreement: SponsorAgreement },
  ) {
    super();
  }
}

@CommandHandler(RegisterParticipant)
export class RegisterParticipantHandler implements ICommandHandler<RegisterParticipant> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: RegisterParticipant): Promise<CommandResult> {
    const { input, context } = command;
    if (!command.imported) await readPayingAgreement(this.store, input, input.registeredOn);
    return this.runner.handle(command, {
      streamId: participants.of(input.participantId),
      decider: participants,
      expectNew: command.imported !== undefined || context.firstSent,
      decide: (state) => registerParticipant(input, state, context),
    });
  }
}
