import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import { derivedId, opened } from '#kernel';
import { Decisions, ParticipantIds, StreamCommand } from '#runtime';
import { assignNik } from '../domain/correct-nik.js';
import { type PendingCorrection, correctables, pendingOf } from '../domain/correctable.js';
import { type ConfirmCorrectionInput, confirmCorrection } from '../domain/decide-correction.js';
import { requireOwnNik, standsFor, takeOver } from '../domain/merge-participants.js';
import { alongTheChain, placeOf } from '../domain/nik-chain.js';

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
    return this.decisions.make(
      command,
      correctables,
      participantId,
      confirmCorrection,
      async (state, read) => {
        const pending = pendingOf(state, command.input.correctionId);
        if (!pending) return;
        await this.takeNik(pending, command);
        await this.takeOver(pending, command);
        if (pending.subjects.includes('SPLIT') && state.situation === 'MERGED') {
          requireOwnNik(state.record, { survivor: await read.state(correctables, state.survivorId) });
        }
      },
    );
  }

  /** Takes a place in the chain of the NIK that was asked for, if one was: from then on nobody else is registered under it. */
  private async takeNik(
    pending: PendingCorrection,
    { input, issue: { context } }: ConfirmCorrection,
  ): Promise<void> {
    const nik = opened(pending.person)?.asked.nik;
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

  /** Lists the one who is to be merged with the survivor: from then on the survivor cannot be merged into anybody. */
  private async takeOver(
    { survivorId, subjects }: PendingCorrection,
    { input, issue: { context } }: ConfirmCorrection,
  ): Promise<void> {
    if (survivorId === undefined || !subjects.includes('MERGER')) return;
    const commandId = derivedId('merger', context.commandId, survivorId);
    const listing = new ConfirmCorrection(input, { context: { ...context, commandId } });
    await this.decisions.make(listing, correctables, survivorId, takeOver, async (_survivor, read) => {
      const merged = await read.state(correctables, input.participantId);
      return { merged, standsFor: await standsFor(read, merged) };
    });
  }
}
