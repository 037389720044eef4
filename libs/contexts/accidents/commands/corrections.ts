import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { takeBills } from '../domain/bill.js';
import { correctCare } from '../domain/correct-care.js';
import { guaranteeLetters } from '../domain/letters.js';
import { correctNotice, withdrawNotice } from '../domain/correct-notice.js';
import { isInvoice } from '../domain/invoice-name.js';
import { requireOwnFacility } from '../domain/record-care.js';
import { reportRelapse } from '../domain/report-relapse.js';
import { inSight } from './in-sight.js';

export const CorrectNotice = command('CorrectNotice', accidents, 'accidentId', correctNotice, {
  permit: inSight,
});

export const WithdrawNotice = command('WithdrawNotice', accidents, 'accidentId', withdrawNotice, {
  permit: inSight,
});

export const CorrectCare = command('CorrectCare', accidents, 'accidentId', correctCare, {
  facts: async (_accident, read, { accidentId }) => ({ letters: await guaranteeLetters(read, accidentId) }),
  permit(accident, read, input, context) {
    requireOwnFacility(input, context);
    inSight(accident, read, input, context);
  },
  async first(take, said, state) {
    for (const { type, data } of said) {
      if (type !== 'CareCorrected' || !('care' in state)) continue;
      const { accidentId, participantId, invoiceIdr } = data;
      const known = state.care.find(isInvoice(data));
      if (known) await takeBills(take, { accidentId, apart: false }, { ...known, participantId, invoiceIdr });
    }
  },
});

export const ReportRelapse = command('ReportRelapse', accidents, 'accidentId', reportRelapse, {
  permit: inSight,
});
