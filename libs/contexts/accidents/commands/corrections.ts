import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { correctCare } from '../domain/correct-care.js';
import { correctNotice, withdrawNotice } from '../domain/correct-notice.js';
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
  permit(accident, read, input, context) {
    requireOwnFacility(input, context);
    inSight(accident, read, input, context);
  },
});

export const ReportRelapse = command('ReportRelapse', accidents, 'accidentId', reportRelapse, {
  permit: inSight,
});
