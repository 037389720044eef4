import { plkkOn } from '#contexts/providers/facts';
import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { takeBills } from '../domain/bill.js';
import { guaranteeLetters } from '../domain/letters.js';
import { recordCare, requireOwnFacility } from '../domain/record-care.js';
import { inSight } from './in-sight.js';

/** Refuses `FACILITY_NOT_FOUND` beside what the decision refuses: an invoice has to be payable to somebody known. */
export const RecordCare = command('RecordCare', accidents, 'accidentId', recordCare, {
  async facts(_accident, read, { accidentId, facilityId, admittedOn }) {
    const [{ careUntil }, letters] = await Promise.all([
      plkkOn(read, facilityId, admittedOn),
      guaranteeLetters(read, accidentId),
    ]);
    return { letters, ...(careUntil && { careUntil }) };
  },
  permit(accident, read, input, context) {
    requireOwnFacility(input, context);
    inSight(accident, read, input, context);
  },
  async first(take, said) {
    for (const { type, data } of said) {
      if (type === 'CareProvided') await takeBills(take, { accidentId: data.accidentId, apart: false }, data);
    }
  },
});
