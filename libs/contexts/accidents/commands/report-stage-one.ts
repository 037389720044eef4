import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { reportStageOne } from '../domain/report-stage-one.js';
import { inSight } from './in-sight.js';

export const ReportStageOne = command('ReportStageOne', accidents, 'accidentId', reportStageOne, {
  permit: inSight,
});
