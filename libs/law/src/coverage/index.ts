export { calculateCoverage, type CoverageInput } from './coverage-decision.js';
export { COVERAGE_STATUSES, type CoverageStatus } from './coverage-status.js';
export {
  COVERAGE_REFUSALS,
  type CoverageFacts,
  memberIsRegistered,
  type MembershipFacts,
  membershipIsActive,
} from './coverage.policies.js';
export { contributionDueDate, type Coverage, coverageOn, type PaidPeriod, standingOn } from './coverage.js';
export { mayRegisterAtAge, type RegistrationAgeLimit, registrationAgeLimit } from './registration-age.js';
