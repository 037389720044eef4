import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accidentFacts } from '#contexts/accidents/facts';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { participants } from '../domain/participant.js';
import { type TraceDeathInput, traceDeath } from '../domain/trace-death.js';

export class TraceDeath extends Command<CommandResult> {
  constructor(
    readonly input: TraceDeathInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(TraceDeath)
export class TraceDeathHandler implements ICommandHandler<TraceDeath> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: TraceDeath): Promise<CommandResult> {
    const { input } = command;
    const { conclusion, outcome, ...accident } = await accidentFacts(this.store, input.accidentId);
    const facts = {
      ...accident,
      fatal: outcome === 'DEATH',
      notWorkAccident: conclusion === 'NOT_WORK_ACCIDENT',
    };
    return this.runner.handle(command, {
      streamId: participants.of(input.participantId),
      decider: participants,
      decide: (state) => traceDeath(input, state, facts),
    });
  }
}
