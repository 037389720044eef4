import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { Reading } from '#kernel';
import { Decisions, ParticipantIds, StreamCommand, type Triable } from '#runtime';
import { type CorrectNikInput, correctNik } from '../domain/correct-nik.js';
import { correctables } from '../domain/correctable.js';
import { holderOfNik } from '../domain/nik-chain.js';

export class CorrectNik extends StreamCommand<CorrectNikInput> {
  /** For a NIK that is nobody's: whose another one is follows from it and from a secret. */
  static readonly tried: Triable<CorrectNikInput>['tried'] = (input, trial) =>
    trial.decide(input, correctables, input.participantId, correctNik, () => ({ holder: undefined }));

  readonly commandName = 'CorrectNik';
}

@CommandHandler(CorrectNik)
export class CorrectNikHandler implements ICommandHandler<CorrectNik> {
  constructor(
    private readonly decisions: Decisions,
    private readonly ids: ParticipantIds,
  ) {}

  execute(command: CorrectNik): Promise<CommandResult> {
    const { participantId, nik } = command.input;
    const facts = async (_state: unknown, read: Reading) => ({
      holder: await holderOfNik(read, (generation) => this.ids.of(nik, generation)),
    });
    return this.decisions.make(command, correctables, participantId, correctNik, facts);
  }
}
