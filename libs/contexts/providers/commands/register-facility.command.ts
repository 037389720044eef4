import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { facility } from '../domain/facility.js';
import { type RegisterFacilityInput, registerFacility } from '../domain/register-facility.js';
import { facilityStream } from '../streams.js';

export class RegisterFacility extends Command<CommandResult> {
  constructor(
    readonly input: RegisterFacilityInput,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterFacility)
export class RegisterFacilityHandler implements ICommandHandler<RegisterFacility> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: RegisterFacility): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: facilityStream(input.facilityId),
      decider: facility,
      decide: (state) => registerFacility(input, state, context),
    });
  }
}
