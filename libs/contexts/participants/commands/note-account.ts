import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, ParticipantIds, StreamCommand } from '#runtime';
import { type NoteAccountInput, namedAccounts, noteAccount } from '../domain/named-account.js';

/** Only the process named-accounts sends it. */
export class NoteAccount extends StreamCommand<NoteAccountInput> {
  readonly commandName = 'NoteAccount';

  static get handler() {
    return NoteAccountHandler;
  }
}

/** The account is left here: what is recorded knows only its id. */
@CommandHandler(NoteAccount)
export class NoteAccountHandler implements ICommandHandler<NoteAccount> {
  constructor(
    private readonly decisions: Decisions,
    private readonly ids: ParticipantIds,
  ) {}

  execute(command: NoteAccount) {
    const { participantId, account } = command.input;
    const accountId = this.ids.ofAccount(account);
    return this.decisions.make(command, namedAccounts, accountId, (_input, state, context) =>
      noteAccount({ accountId, participantId }, state, context),
    );
  }
}
