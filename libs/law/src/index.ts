export * from './wage/bpu-band.js';
export { calculate, CALCULATOR_FIELDS } from './calculate.js';
export type { BenefitComponent, Calculation, InputValue, Payee } from './kernel/calculation.js';
export * from './contributions/contribution-bpu.js';
export { decisionWords } from './kernel/decisions.js';
export { assess } from './jkk/disability-percent.js';
export * from './jkk/injury.js';
export { calculateHeirs, entitledHeirs, type HeirsInput, type Relation, RELATIONS } from './heirs/heirs.js';
export {
  calculateJhtFull,
  calculateJhtPartial,
  type JhtAccount,
  type JhtFullInput,
  type JhtPartialInput,
} from './jht/jht.js';
export { calculateJkkCase, type JkkCaseInput, type Outcome, OUTCOMES } from './jkk/jkk-case.js';
export type { JkkClaim } from './jkk/jkk-claim.js';
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
} from './jkk/jkk-decisions.js';
export {
  calculateJkkRehab,
  calculateJkkTransport,
  type JkkRehabInput,
  type JkkTransportInput,
  type RehabInvoices,
  type TransportReceipts,
} from './jkk/jkk-expenses.js';
export {
  calculateJkkDeath,
  calculateJkkTotalPermanent,
  type JkkDeathInput,
  type JkkTotalPermanentInput,
} from './jkk/jkk-lump-sums.js';
export { calculateJkkPartial, type JkkPartialInput } from './jkk/jkk-partial.js';
export { deductPaid, paidForItems, type PaidItem } from './jkk/paid-disability.js';
export { calculateJkkStmb, type JkkStmbInput } from './jkk/jkk-stmb.js';
export { calculateJkm, jkmEntitlesToScholarship, type JkmInput } from './jkm/jkm.js';
export { calculateJkp, type JkpInput } from './jkp/jkp.js';
export { calculateJpLumpSum, calculateJpMonthly, type JpMonthlyInput, jpRetirementAge } from './jp/jp.js';
export {
  calculateLateFine,
  calculateLatePayment,
  type LateFineInput,
  type LatePaymentInput,
  serviceDueDate,
} from './contributions/late-fine.js';
export { calculateMlt, type MltInput } from './mlt/mlt.js';
export {
  calculateScholarshipProjection,
  type EligibleChild,
  type ScholarshipFacts,
  type ScholarshipMode,
  type ScholarshipProjectionInput,
} from './scholarship/scholarship-projection.js';
export { calculateScholarshipYear, type ScholarshipYearInput } from './scholarship/scholarship-year.js';
export { calculateWageMonth, type WageMonthInput } from './wage/wage-month.js';
export * from './coverage/coverage.js';
export { INPUT_ERRORS, type InputErrorCode } from './kernel/input-error.js';
export {
  type CoverageFacts,
  memberIsRegistered,
  type MembershipFacts,
  membershipIsActive,
} from './coverage/coverage.policies.js';
export { type Conclusion, CONCLUSIONS, jkkExpiry } from './jkk/jkk.policies.js';
export type { WorkAccidentFacts } from './jkk/work-accident.policies.js';
export { ACCIDENT_KINDS, type AccidentKind } from './jkk/work-accident.rules.js';
export { type SchoolYear, type WorkKind, WORK_KINDS } from './scholarship/scholarship.policies.js';
export * from './coverage/registration-age.js';
export type { BpuBand } from './wage/bpu-bands.rules.js';
export {
  BPU_SECTORS,
  type BpuSector,
  RISK_CLASSES,
  type RiskClass,
} from './contributions/contribution.rules.js';
export { TRANSPORT_MODES, type TransportMode } from './jkk/jkk.rules.js';
export { ruleSetVersionOn } from './kernel/laws.js';
export type { Bilingual, Confidence, Provision } from './kernel/rule.js';
export { LEVELS, type Level } from './scholarship/scholarship.rules.js';
export {
  remainingSchoolYears,
  scholarshipChildren,
  scholarshipEndAge,
  type SchoolStanding,
} from './scholarship/school-years.js';
export * from './kernel/segment.js';
export * from './wage/wage-basis.js';
export * from './kernel/working-days.js';
export { JHT_PURPOSES, JHT_REASONS, type JhtPurpose, type JhtReason } from './jht/jht.rules.js';
export { JKP_REASONS, type JkpReason } from './jkp/jkp.rules.js';
export { JP_KINDS, type JpKind } from './jp/jp.rules.js';
export { MLT_KINDS, type MltKind } from './mlt/mlt.rules.js';
export { type ServiceProgram, SERVICE_PROGRAMS, type HeirClass } from './service/service.rules.js';
