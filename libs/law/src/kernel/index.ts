export type {
  BenefitComponent,
  Calculation,
  InputValue,
  MemoValue,
  OwedComponent,
  OwedGround,
  Payee,
  TaxMemo,
} from './calculation.js';
export { addWorkingDays, type Holidays, isWorkingDay, workingDayFrom, workingDaysAfter } from './calendar.js';
export { INPUT_ERRORS, type InputErrorCode } from './input-error.js';
export { ruleSetVersionOn } from './laws.js';
export type { Bilingual, Confidence, Provision } from './provision.js';
export { type Reform, underReform } from './reform.js';
export { refusing } from './refusal.js';
export { HAS_EMPLOYER, type Segment, SEGMENTS } from './segment.js';
export { misspeltFor } from './misspelt.js';
export { documentsOf, type LawDocument, type LawPart, partOf } from './documents.js';
