import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { Decisions, StreamCommand } from '#runtime';
import {
  type CardState,
  giveOutKpj,
  giveOutMemberKpj,
  memberCards,
  needsCard,
  ownCards,
} from '../domain/give-out-kpj.js';
import { KpjNumbers } from './kpj-numbers.js';

/** A number is drawn for whoever needs one. Its year is that of what the card is for. */
const drawn = async (store: EventStore, state: CardState, context: CommandContext) =>
  needsCard(state) ? { kpj: await KpjNumbers.of(store).next(context) } : {};

/** Only the process card-numbers sends it. */
export class GiveOutKpj extends StreamCommand<{ readonly participantId: string }> {
  readonly commandName = 'GiveOutKpj';

  static get handler() {
    return GiveOutKpjHandler;
  }
}

@CommandHandler(GiveOutKpj)
export class GiveOutKpjHandler implements ICommandHandler<GiveOutKpj> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  execute(command: GiveOutKpj) {
    const { input, issue } = command;
    return this.decisions.make(command, ownCards, input.participantId, giveOutKpj, (state) =>
      drawn(this.store, state, issue.context),
    );
  }
}

/** Only the process card-numbers sends it. */
export class GiveOutMemberKpj extends StreamCommand<{ readonly membershipId: string }> {
  readonly commandName = 'GiveOutMemberKpj';

  static get handler() {
    return GiveOutMemberKpjHandler;
  }
}

@CommandHandler(GiveOutMemberKpj)
export class GiveOutMemberKpjHandler implements ICommandHandler<GiveOutMemberKpj> {
  constructor(
    private readonly decisions: Decisions,
    private readonly store: EventStore,
  ) {}

  execute(command: GiveOutMemberKpj) {
    const { input, issue } = command;
    return this.decisions.make(command, memberCards, input.membershipId, giveOutMemberKpj, (state) =>
      drawn(this.store, state, issue.context),
    );
  }
}
