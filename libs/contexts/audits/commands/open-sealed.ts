import { CommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import { isErased } from '#kernel';
import { Decisions, StreamCommand } from '#runtime';
import { type OpenSealedInput, type SealedThere, openSealed } from '../domain/open-sealed.js';
import { openings } from '../domain/opening.js';
import { sealedPartOf } from './sealed-part.js';

/** Have a sealed part of an event opened. */
export class OpenSealed extends StreamCommand<OpenSealedInput> {
  readonly commandName = 'OpenSealed';
}

/** Looks whether there is anything to open, and records it; what it says is shown afterwards (`ShowOpened`). */
@CommandHandler(OpenSealed)
export class OpenSealedHandler {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  execute(command: OpenSealed): Promise<CommandResult> {
    const { openingId } = command.input;
    return this.decisions.make(command, openings, openingId, openSealed, () => this.there(command.input));
  }

  private async there({ stream, revision, part }: OpenSealedInput): Promise<SealedThere | undefined> {
    const found = await sealedPartOf(this.store, stream, revision, part);
    if (!found) return undefined;
    const { eventId, participantId, section } = found;
    const is = section === undefined ? 'NOT_THERE' : isErased(section) ? 'ERASED' : 'THERE';
    return { eventId, ...(participantId !== undefined && { participantId }), is };
  }
}
