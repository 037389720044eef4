import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import { type Reading, derivedId, opened } from '#kernel';
import { Decisions, ParticipantIds, StreamCommand } from '#runtime';
import { type CorrectNikInput, assignNik, correctNik } from '../domain/correct-nik.js';
import { type CorrectableState, correctables } from '../domain/correctable.js';
import { type ConfirmCorrectionInput, confirmCorrection } from '../domain/decide-correction.js';
import { alongTheChain, holderOfNik, placeOf } from '../domain/nik-chain.js';

export class CorrectNik extends StreamCommand<CorrectNikInput> {
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

export class ConfirmCorrection extends StreamCommand<ConfirmCorrectionInput> {
  readonly commandName = 'ConfirmCorrection';
}

@CommandHandler(ConfirmCorrection)
export class ConfirmCorrectionHandler implements ICommandHandler<ConfirmCorrection> {
  constructor(
    private readonly decisions: Decisions,
    private readonly ids: ParticipantIds,
  ) {}

  execute(command: ConfirmCorrection): Promise<CommandResult> {
    const { participantId } = command.input;
    // By now a stale If-Match was refused: a NIK is taken only for a correction that is made.
    return this.decisions.make(command, correctables, participantId, confirmCorrection, (state) =>
      this.takeNik(state, command),
    );
  }

  /** Takes a place in the chain of the NIK that was asked for, if one was: from then on nobody else is registered under it. */
  private async takeNik(
    state: CorrectableState,
    { input, issue: { context } }: ConfirmCorrection,
  ): Promise<void> {
    const pending =
      state.situation === 'KNOWN' &&
      state.pending.find(({ correctionId }) => correctionId === input.correctionId);
    const nik = pending && opened(pending.person)?.asked.nik;
    if (!nik) return;
    await alongTheChain(
      (generation) => this.ids.of(nik, generation),
      (id) => {
        const commandId = derivedId('nik', context.commandId, id);
        const taking = new ConfirmCorrection(input, { context: { ...context, commandId } });
        return this.decisions.make(taking, correctables, id, assignNik, async (_place, read) => ({
          subject: await read.state(correctables, input.participantId),
          ...(await placeOf(read, id)),
        }));
      },
    );
  }
}
