import { plkkOn } from '#contexts/providers/facts';
import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type RecordCareInput, recordCare } from '../domain/record-care.js';

export class RecordCare extends StreamCommand<RecordCareInput> {
  readonly commandName = 'RecordCare';
}

/** Refuses `FACILITY_NOT_FOUND` beside what the decision refuses: an invoice has to be payable to somebody known. */
export const RecordCareHandler = commandHandler(
  RecordCare,
  accidents,
  'accidentId',
  recordCare,
  (_accident, read, { facilityId, admittedOn }) => plkkOn(read, facilityId, admittedOn),
);
