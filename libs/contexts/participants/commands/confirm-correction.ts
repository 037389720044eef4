import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import { type CommandContext, type Reading, derivedId, opened } from '#kernel';
import { Decisions, ParticipantIds, StreamCommand, type Triable } from '#runtime';
import { assignNik } from '../domain/correct-nik.js';
import {
  type CorrectableState,
  type PendingCorrection,
  correctables,
  pendingOf,
} from '../domain/correctable.js';
import { type ConfirmCorrectionInput, confirmCorrection } from '../domain/decide-correction.js';
import { requireOwnNik, standsFor, takeOver } from '../domain/merge-participants.js';
import { NikPassedOver, alongTheChain, placeOf } from '../domain/nik-chain.js';

export class ConfirmCorrection extends StreamCommand<ConfirmCorrectionInput> {
  static readonly tried: Triable<ConfirmCorrectionInput>['tried'] = (input, trial) =>
    trial.decide(input, correctables, input.participantId, confirmCorrection, couldTake);

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
        await requireNikOfOwn(pending, state, read);
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

/** Whoever is told apart again goes on with a NIK that nobody else has. @throws Rejection `NIK_TAKEN_OVER` */
async function requireNikOfOwn(
  { subjects }: PendingCorrection,
  state: CorrectableState,
  read: Reading,
): Promise<void> {
  if (!subjects.includes('SPLIT') || state.situation !== 'MERGED') return;
  requireOwnNik(state.record, { survivor: await read.state(correctables, state.survivorId) });
}

/** Whether the place of the NIK and the survivor could be taken: nothing of it is. @throws Rejection why not */
async function couldTake(
  state: CorrectableState,
  read: Reading,
  input: ConfirmCorrectionInput,
  context: CommandContext,
): Promise<void> {
  const pending = pendingOf(state, input.correctionId);
  if (!pending) return;
  const { nikId } = opened(pending.person)?.asked ?? {};
  if (nikId !== undefined) {
    const facts = { subject: state, ...(await placeOf(read, nikId)) };
    try {
      assignNik(input, await read.state(correctables, nikId), context, facts);
    } catch (error) {
      // Nobody counts there any more: it would be taken further on.
      if (!(error instanceof NikPassedOver)) throw error;
    }
  }
  const { survivorId } = pending;
  if (survivorId !== undefined && pending.subjects.includes('MERGER')) {
    const facts = { merged: state, standsFor: await standsFor(read, state) };
    takeOver(input, await read.state(correctables, survivorId), context, facts);
  }
  await requireNikOfOwn(pending, state, read);
}
