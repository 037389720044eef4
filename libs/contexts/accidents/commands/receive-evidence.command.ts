import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReceiveEvidenceInput, receiveEvidence } from '../domain/receive-evidence.js';

export class ReceiveEvidence extends Command<CommandResult> {
  constructor(
    readonly input: ReceiveEvidenceInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ReceiveEvidence)
export class ReceiveEvidenceHandler implements ICommandHandler<ReceiveEvidence> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ReceiveEvidence): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => receiveEvidence(input, state, context),
    });
  }
}
