import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReceiveEvidenceInput, receiveEvidence } from '../domain/receive-evidence.js';

export class ReceiveEvidence extends StreamCommand<ReceiveEvidenceInput> {
  readonly commandName = 'ReceiveEvidence';
}

export const ReceiveEvidenceHandler = commandHandler(
  ReceiveEvidence,
  accidents,
  'accidentId',
  receiveEvidence,
);
