import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { plkkOn } from '#contexts/providers/facts';
import { accidents } from '../domain/accident.js';
import { type RecordCareInput, recordCare } from '../domain/record-care.js';

export class RecordCare extends Command<CommandResult> {
  constructor(
    readonly input: RecordCareInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(RecordCare)
export class RecordCareHandler implements ICommandHandler<RecordCare> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  /** @throws Rejection `FACILITY_NOT_FOUND` beside those of the decision: an invoice has to be payable to somebody known */
  async execute(command: RecordCare): Promise<CommandResult> {
    const { input, context } = command;
    await plkkOn(this.store, input.facilityId, input.admittedOn);
    return this.runner.handle(command, {
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => recordCare(input, state, context),
    });
  }
}
