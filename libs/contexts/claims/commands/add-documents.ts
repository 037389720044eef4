import { StreamCommand, commandHandler } from '#runtime';
import { type AddDocumentsInput, addDocuments } from '../domain/add-documents.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';

export class AddDocuments extends StreamCommand<AddDocumentsInput> {
  readonly commandName = 'AddDocuments';
}

export const AddDocumentsHandler = commandHandler(
  AddDocuments,
  claims,
  'claimId',
  addDocuments,
  basisOfClaim,
);
