import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReceiveEvidenceInput, receiveEvidence } from '../domain/receive-evidence.js';

export class ReceiveEvidence extends StreamCommand<ReceiveEvidenceInput> {
  readonly commandName = 'ReceiveEvidence';
}

@CommandHandler(ReceiveEvidence)
export class ReceiveEvidenceHandler implements ICommandHandler<ReceiveEvidence> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ReceiveEvidence) {
    return this.decisions.make(command, accidents, command.input.accidentId, receiveEvidence);
  }
}
