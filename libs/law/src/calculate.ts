import type { Calculation } from './kernel/calculation.js';
import { calculateBpuContribution } from './contributions/contribution-bpu.js';
import { calculateJakonContribution, calculatePmiContribution } from './contributions/contribution-jakon.js';
import { calculatePuContribution } from './contributions/contribution-pu.js';
import { calculateHeirs } from './heirs/heirs.js';
import { calculateJhtFull, calculateJhtPartial } from './jht/jht.js';
import { calculateJkkCase } from './jkk/jkk-case.js';
import {
  calculateCoverage,
  calculateExpiry,
  calculateStageOneReport,
  calculateSuspectedCase,
  calculateWorkAccident,
} from './jkk/jkk-decisions.js';
import { calculateJkkRehab, calculateJkkTransport } from './jkk/jkk-expenses.js';
import { calculateJkkDeath, calculateJkkTotalPermanent } from './jkk/jkk-lump-sums.js';
import { calculateJkkPartial } from './jkk/jkk-partial.js';
import { calculateJkkStmb } from './jkk/jkk-stmb.js';
import { calculateJkm } from './jkm/jkm.js';
import { calculateJkp } from './jkp/jkp.js';
import { calculateJpLumpSum, calculateJpMonthly } from './jp/jp.js';
import { calculateLateFine, calculateLatePayment } from './contributions/late-fine.js';
import { calculateMlt } from './mlt/mlt.js';
import { calculateScholarshipProjection } from './scholarship/scholarship-projection.js';
import { calculateScholarshipYear } from './scholarship/scholarship-year.js';
import { calculateWageMonth } from './wage/wage-month.js';
import * as contribution from './contributions/contribution.fields.js';
import { invalid } from './kernel/input-error.js';
import * as jkk from './jkk/jkk.fields.js';
import { misspeltFor } from './kernel/misspelt.js';
import * as programme from './jkm/jkm.fields.js';
import { eventDate, type Fields, object, readFields } from './kernel/read.js';
import * as scholarship from './scholarship/scholarship.fields.js';

/** A calculator as the outside sees it: named fields in, a calculation out. */
interface Calculator {
  readonly fields: readonly string[];
  readonly run: (inputs: Readonly<Record<string, unknown>>) => Calculation;
}

const calculator = <Input>(fields: Fields<Input>, run: (input: Input) => Calculation): Calculator => ({
  fields: Object.keys(fields),
  run: (inputs) => run(readFields(fields, inputs)),
});

/** A calculator of JKK: of an occupational disease (PAK) the diagnosis is the event, and stands in for the accident. */
function afterAccident<Input>(fields: Fields<Input>, run: (input: Input) => Calculation): Calculator {
  const { fields: names, run: runFor } = calculator(fields, run);
  return {
    fields: [...names, 'diagnosisDate'],
    run: ({ diagnosisDate, ...inputs }) =>
      runFor(
        diagnosisDate === undefined
          ? inputs
          : { ...inputs, accidentDate: eventDate(diagnosisDate, 'diagnosisDate') },
      ),
  };
}

/** Every calculator by the name a request gives. */
const CALCULATORS: Readonly<Record<string, Calculator>> = {
  JKM: calculator(programme.jkmFields, calculateJkm),
  JKK_CASE: afterAccident(jkk.caseFields, calculateJkkCase),
  JKK_PARTIAL: afterAccident(jkk.partialFields, calculateJkkPartial),
  DISABILITY_CAP: afterAccident(jkk.partialFields, calculateJkkPartial),
  JKK_STMB: afterAccident(jkk.stmbFields, calculateJkkStmb),
  JKK_TRANSPORT: afterAccident(jkk.transportFields, calculateJkkTransport),
  JKK_REHAB: afterAccident(jkk.rehabFields, calculateJkkRehab),
  JKK_DEATH: afterAccident(jkk.deathFields, calculateJkkDeath),
  JKK_TOTAL_PERMANENT: afterAccident(jkk.totalPermanentFields, calculateJkkTotalPermanent),
  EXPIRY: calculator(jkk.expiryFields, calculateExpiry),
  COVERAGE: afterAccident(jkk.coverageFields, calculateCoverage),
  SUSPECTED_CASE: afterAccident(jkk.suspectedCaseFields, calculateSuspectedCase),
  WORK_ACCIDENT: afterAccident(jkk.workAccidentFields, calculateWorkAccident),
  STAGE_I_REPORT: afterAccident(jkk.stageOneReportFields, calculateStageOneReport),
  SCHOLARSHIP_PROJECTION: calculator(scholarship.scholarshipProjectionFields, calculateScholarshipProjection),
  SCHOLARSHIP_YEAR: calculator(scholarship.scholarshipYearFields, calculateScholarshipYear),
  CONTRIB_BPU: calculator(contribution.contributionBpuFields, calculateBpuContribution),
  CONTRIB_PU: calculator(contribution.contributionPuFields, calculatePuContribution),
  CONTRIB_JAKON: calculator(contribution.contributionJakonFields, calculateJakonContribution),
  CONTRIB_PMI: calculator(contribution.contributionPmiFields, calculatePmiContribution),
  LATE_FINE: calculator(contribution.lateFineFields, calculateLateFine),
  LATE_PAYMENT: calculator(contribution.latePaymentFields, calculateLatePayment),
  WAGE_MONTH: calculator(contribution.wageMonthFields, calculateWageMonth),
  JHT_FULL: calculator(programme.jhtFullFields, calculateJhtFull),
  JHT_PARTIAL: calculator(programme.jhtPartialFields, calculateJhtPartial),
  JP_MONTHLY: calculator(programme.jpMonthlyFields, calculateJpMonthly),
  JP_LUMP_SUM: calculator(programme.jpLumpSumFields, calculateJpLumpSum),
  JKP: calculator(programme.jkpFields, calculateJkp),
  MLT: calculator(programme.mltFields, calculateMlt),
  HEIRS: calculator(programme.heirsFields, calculateHeirs),
};

/** The names a request may give, each with the fields that calculator reads. */
export const CALCULATOR_FIELDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(CALCULATORS).map(([name, { fields }]) => [name, fields]),
);

/**
 * Computes a request of the form of `worked-examples.json`: `calculator` names what to compute, the other fields
 * are its facts. A field that plays no part is listed in `ignoredFields`; one that looks misspelt is an error.
 * @throws Rejection with a code of `INPUT_ERRORS` when the request is impossible; never a wrong number
 */
export function calculate(inputs: unknown): Calculation {
  const request = object(inputs, 'inputs');
  const { calculator: name } = request;
  if (name === undefined) throw invalid('MISSING_FIELD', 'calculator is needed');
  if (typeof name !== 'string' || !Object.hasOwn(CALCULATORS, name)) {
    throw invalid('UNKNOWN_CALCULATOR', `calculator must be one of ${Object.keys(CALCULATORS).join(', ')}`);
  }
  const { fields, run } = CALCULATORS[name]!;
  const ignoredFields = unreadFields(request, fields);
  return { ...run(request), ...(ignoredFields.length > 0 && { ignoredFields }) };
}

function unreadFields(request: Readonly<Record<string, unknown>>, fields: readonly string[]): string[] {
  const unread = Object.keys(request).filter((name) => name !== 'calculator' && !fields.includes(name));
  for (const name of unread) {
    const meant = misspeltFor(name, fields);
    if (meant !== undefined) throw invalid('UNKNOWN_FIELD', `${name} is not known; did you mean ${meant}?`);
  }
  return unread;
}
