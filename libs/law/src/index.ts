export * from './bpu-band.js';
export { calculate, CALCULATOR_FIELDS } from './calculate.js';
export type { BenefitComponent, Calculation, InputValue, Payee } from './calculation.js';
export * from './calculators/contribution-bpu.js';
export { decisionWords } from './decisions.js';
export { assess } from './calculators/disability-percent.js';
export * from './calculators/injury.js';
export {
  calculateHeirs,
  entitledHeirs,
  type HeirsInput,
  type Relation,
  RELATIONS,
} from './calculators/heirs.js';
export {
  calculateJhtFull,
  calculateJhtPartial,
  type JhtAccount,
  type JhtFullInput,
  type JhtPartialInput,
} from './calculators/jht.js';
export { calculateJkkCase, type JkkCaseInput, type Outcome, OUTCOMES } from './calculators/jkk-case.js';
export type { JkkClaim } from './calculators/jkk-claim.js';
export {
  calculateCoverage,
  calculateExpiry,
  calculateStageOneReport,
  calculateSuspectedCase,
  calculateWorkAccident,
  type CoverageInput,
  type ExpiryInput,
  type StageOneReportInput,
  type SuspectedCaseInput,
} from './calculators/jkk-decisions.js';
export {
  calculateJkkRehab,
  calculateJkkTransport,
  type JkkRehabInput,
  type JkkTransportInput,
  type RehabInvoices,
  type TransportReceipts,
} from './calculators/jkk-expenses.js';
export {
  calculateJkkDeath,
  calculateJkkTotalPermanent,
  type JkkDeathInput,
  type JkkTotalPermanentInput,
} from './calculators/jkk-lump-sums.js';
export { calculateJkkPartial, type JkkPartialInput } from './calculators/jkk-partial.js';
export { deductPaid, paidForItems, type PaidItem } from './calculators/paid-disability.js';
export { calculateJkkStmb, type JkkStmbInput } from './calculators/jkk-stmb.js';
export { calculateJkm, jkmEntitlesToScholarship, type JkmInput } from './calculators/jkm.js';
export { calculateJkp, type JkpInput } from './calculators/jkp.js';
export {
  calculateJpLumpSum,
  calculateJpMonthly,
  type JpMonthlyInput,
  jpRetirementAge,
} from './calculators/jp.js';
export {
  calculateLateFine,
  calculateLatePayment,
  type LateFineInput,
  type LatePaymentInput,
  serviceDueDate,
} from './calculators/late.js';
export { calculateMlt, type MltInput } from './calculators/mlt.js';
export {
  calculateScholarshipProjection,
  type EligibleChild,
  type ScholarshipFacts,
  type ScholarshipMode,
  type ScholarshipProjectionInput,
} from './calculators/scholarship-projection.js';
export { calculateScholarshipYear, type ScholarshipYearInput } from './calculators/scholarship-year.js';
export { calculateWageMonth, type WageMonthInput } from './calculators/wage-month.js';
export * from './coverage.js';
export { INPUT_ERRORS, type InputErrorCode } from './input/input-error.js';
export {
  type CoverageFacts,
  memberIsRegistered,
  type MembershipFacts,
  membershipIsActive,
} from './policies/coverage.policies.js';
export { type Conclusion, CONCLUSIONS, jkkExpiry } from './policies/jkk.policies.js';
export type { WorkAccidentFacts } from './policies/work-accident.policies.js';
export { ACCIDENT_KINDS, type AccidentKind } from './rules/work-accident.rules.js';
export { type SchoolYear, type WorkKind, WORK_KINDS } from './policies/scholarship.policies.js';
export * from './registration-age.js';
export type { BpuBand } from './rules/bpu-bands.rules.js';
export { BPU_SECTORS, type BpuSector, RISK_CLASSES, type RiskClass } from './rules/contribution.rules.js';
export { TRANSPORT_MODES, type TransportMode } from './rules/jkk.rules.js';
export { ruleSetVersionOn } from './rules/laws.js';
export type { Bilingual, Confidence, Provision } from './rules/rule.js';
export { LEVELS, type Level } from './rules/scholarship.rules.js';
export {
  remainingSchoolYears,
  scholarshipChildren,
  scholarshipEndAge,
  type SchoolStanding,
} from './school-years.js';
export * from './segment.js';
export * from './wage-basis.js';
export * from './working-days.js';
export { JHT_PURPOSES, JHT_REASONS, type JhtPurpose, type JhtReason } from './rules/jht.rules.js';
export { JKP_REASONS, type JkpReason } from './rules/jkp.rules.js';
export { JP_KINDS, type JpKind } from './rules/jp.rules.js';
export { MLT_KINDS, type MltKind } from './rules/mlt.rules.js';
export { type ServiceProgram, SERVICE_PROGRAMS, type HeirClass } from './rules/service.rules.js';
