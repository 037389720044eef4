import * as disability from './disability.rules.js';
import * as others from './jasa-raharja.rules.js';
import * as conventions from './jkk.conventions.js';
import * as fields from './jkk.fields.js';
import * as benefits from './jkk.rules.js';
import * as reports from './report.rules.js';
import * as accidents from './work-accident.rules.js';
import { afterAccident, calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculateExpiry } from './expiry.js';
import { calculateJkkCase } from './jkk-case.js';
import { calculateJkkRehab, calculateJkkTransport } from './jkk-expenses.js';
import { calculateJkkDeath, calculateJkkTotalPermanent } from './jkk-lump-sums.js';
import { calculateJkkPartial } from './jkk-partial.js';
import { calculateJkkStmb } from './jkk-stmb.js';
import { JKK_DECISIONS } from './jkk.decisions.js';
import { calculateStageOneReport } from './stage-one-report.js';
import { calculateSuspectedCase } from './suspected-case.js';
import { calculateWorkAccident } from './work-accident.js';

/** Jaminan Kecelakaan Kerja: what an accident at work gives. */
export const JKK: Chapter = {
  folder: 'jkk',
  rules: [
    {
      title: { id: 'Kecelakaan kerja dan laporannya', en: 'Work accidents and their reports' },
      rules: [...rulesOf(accidents), ...rulesOf(reports)],
    },
    {
      title: { id: 'Manfaat JKK', en: 'Benefits of JKK' },
      rules: [...rulesOf(benefits), ...rulesOf(others)],
    },
    { title: { id: 'Tabel persentase cacat', en: 'Disability table' }, rules: rulesOf(disability) },
  ],
  conventions: conventionsOf(conventions),
  calculators: {
    JKK_CASE: afterAccident(fields.caseFields, calculateJkkCase),
    JKK_PARTIAL: afterAccident(fields.partialFields, calculateJkkPartial),
    DISABILITY_CAP: afterAccident(fields.partialFields, calculateJkkPartial),
    JKK_STMB: afterAccident(fields.stmbFields, calculateJkkStmb),
    JKK_TRANSPORT: afterAccident(fields.transportFields, calculateJkkTransport),
    JKK_REHAB: afterAccident(fields.rehabFields, calculateJkkRehab),
    JKK_DEATH: afterAccident(fields.deathFields, calculateJkkDeath),
    JKK_TOTAL_PERMANENT: afterAccident(fields.totalPermanentFields, calculateJkkTotalPermanent),
    EXPIRY: calculator(fields.expiryFields, calculateExpiry),
    SUSPECTED_CASE: afterAccident(fields.suspectedCaseFields, calculateSuspectedCase),
    WORK_ACCIDENT: afterAccident(fields.workAccidentFields, calculateWorkAccident),
    STAGE_I_REPORT: afterAccident(fields.stageOneReportFields, calculateStageOneReport),
  },
  decisions: JKK_DECISIONS,
};
