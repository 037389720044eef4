import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Reading } from '#kernel';
import { Decisions, type Issue, StreamCommand } from '#runtime';
import { participants } from '../domain/participant.js';
import {
  type RegisterParticipantInput,
  type RegistrationFacts,
  registerParticipant,
} from '../domain/register-participant.js';
import { namedSponsor } from '../domain/sponsor.js';

export class RegisterParticipant extends StreamCommand<RegisterParticipantInput> {
  readonly commandName = 'RegisterParticipant';

  constructor(
    input: RegisterParticipantInput,
    issue: Issue,
    /** What an import has read once for all its rows. It expects somebody new, under an id made from the row. */
    readonly imported?: RegistrationFacts,
  ) {
    super(input, issue);
  }
}

@CommandHandler(RegisterParticipant)
export class RegisterParticipantHandler implements ICommandHandler<RegisterParticipant> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: RegisterParticipant) {
    const { input, imported } = command;
    const facts = async (_state: unknown, read: Reading) =>
      imported ?? { sponsor: await namedSponsor(read, input) };
    return this.decisions.make(command, participants, input.participantId, registerParticipant, facts, {
      expectNew: imported !== undefined,
      contentInId: imported !== undefined,
    });
  }
}
