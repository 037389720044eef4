import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { type AddDocumentsInput, addDocuments } from '../domain/add-documents.js';
import { claims } from '../domain/claim.js';
import { factsOfClaim } from './claim-facts.loader.js';

export class AddDocuments extends Command<CommandResult> {
  constructor(
    readonly input: AddDocumentsInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(AddDocuments)
export class AddDocumentsHandler implements ICommandHandler<AddDocuments> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: AddDocuments): Promise<CommandResult> {
    const { input, context } = command;
    const facts = await factsOfClaim(this.store, input.claimId);
    return this.runner.handle(command, {
      streamId: claims.of(input.claimId),
      decider: claims,
      decide: (state) => addDocuments(input, facts, state, context),
    });
  }
}
