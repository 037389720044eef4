import { plkkOn } from '#contexts/providers/facts';
import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { recordCare } from '../domain/record-care.js';

/** Refuses `FACILITY_NOT_FOUND` beside what the decision refuses: an invoice has to be payable to somebody known. */
export const RecordCare = command('RecordCare', accidents, 'accidentId', recordCare, {
  facts: (_accident, read, { facilityId, admittedOn }) => plkkOn(read, facilityId, admittedOn),
});
