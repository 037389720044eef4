export type { Calculation, MemoValue, OwedComponent, OwedGround } from './calculation.js';
export type { BenefitComponent } from './component.js';
export {
  addWorkingDays,
  CALENDAR_MISSING,
  calendarMark,
  type Holidays,
  workingDaysAfter,
} from './calendar.js';
export { INPUT_ERRORS } from './input-error.js';
export { ruleSetVersionOn } from './laws.js';
export { daysThatCount, monthsThatCount } from './of-a-life.js';
export type { Bilingual } from './provision.js';
export { type Reform, underReform } from './reform.js';
export { refusing } from './refusal.js';
export { type Segment, SEGMENTS } from './segment.js';
export { misspeltFor } from './misspelt.js';
