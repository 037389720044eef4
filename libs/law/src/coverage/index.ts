export { ARREARS_NOTICE_DAYS, ARREARS_SET_OFF } from './coverage.conventions.js';
export { COVERAGE_STATUSES, type CoverageStatus } from './coverage-status.js';
export {
  COVERAGE_REFUSALS,
  type CoverageFacts,
  memberIsRegistered,
  membershipIsActive,
} from './coverage.policies.js';
export {
  type ArrearsOfEvent,
  arrearsOfEvent,
  type Coverage,
  coverageForEvent,
  coverageIfSettled,
  coverageOn,
  monthToPay,
  standingOn,
} from './coverage.js';
export { contributionDueDate, inactiveFrom, monthsLate } from './due-days.js';
export { booked, bookedMonths, inOrder, type PaidPeriod, type Spell, startOf, unpaidOf } from './spells.js';
export { mayRegisterAtAge, registrationAgeLimit } from './registration-age.js';
export { EMPLOYED_COVER_REASONS, type EmployedCoverage, employedCoverageOn } from './employed.js';
export { employedCoverTimes } from './employed-times.js';
