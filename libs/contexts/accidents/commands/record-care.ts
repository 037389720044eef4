import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { plkkOn } from '#contexts/providers/facts';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type RecordCareInput, recordCare } from '../domain/record-care.js';

export class RecordCare extends StreamCommand<RecordCareInput> {
  readonly commandName = 'RecordCare';
}

@CommandHandler(RecordCare)
export class RecordCareHandler implements ICommandHandler<RecordCare> {
  constructor(private readonly decisions: Decisions) {}

  /** @throws Rejection `FACILITY_NOT_FOUND` beside those of the decision: an invoice has to be payable to somebody known */
  execute(command: RecordCare) {
    return this.decisions.make(
      command,
      accidents,
      command.input.accidentId,
      recordCare,
      (_state, read, { facilityId, admittedOn }) => plkkOn(read, facilityId, admittedOn),
    );
  }
}
