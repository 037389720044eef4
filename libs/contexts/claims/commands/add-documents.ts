import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type AddDocumentsInput, addDocuments } from '../domain/add-documents.js';
import { claims, knownClaim } from '../domain/claim.js';
import { basisOf } from '../programmes/index.js';

export class AddDocuments extends StreamCommand<AddDocumentsInput> {
  readonly commandName = 'AddDocuments';
}

@CommandHandler(AddDocuments)
export class AddDocumentsHandler implements ICommandHandler<AddDocuments> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: AddDocuments) {
    return this.decisions.make(command, claims, command.input.claimId, addDocuments, (claim, read) =>
      basisOf(read, knownClaim(claim)),
    );
  }
}
