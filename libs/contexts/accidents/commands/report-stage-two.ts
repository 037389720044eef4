import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { reportStageTwo } from '../domain/report-stage-two.js';
import { inSight } from './in-sight.js';

export const ReportStageTwo = command('ReportStageTwo', accidents, 'accidentId', reportStageTwo, {
  permit: inSight,
});
