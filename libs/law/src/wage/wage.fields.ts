import {
  amount,
  eventDate,
  type Fields,
  list,
  oneOf,
  oneOfNumbers,
  optional,
  timeOfDay,
  segment,
} from '../kernel/read.js';
import { WAGE_KINDS, type WageMonthInput } from './wage-month.js';
import { WORK_WEEKS } from './wage.rules.js';

/** The wage of a benefit and the time of the accident are checked even where a calculator needs neither. */
export const contextFields = {
  segment: optional(segment),
  monthlyWage: optional(amount()),
  declaredIncome: optional(amount()),
  accidentTime: optional(timeOfDay),
};

export const wageMonthFields: Fields<WageMonthInput> = {
  kind: oneOf(WAGE_KINDS),
  dailyWage: optional(amount()),
  workDaysPerWeek: optional(oneOfNumbers(WORK_WEEKS)),
  monthlyWages: optional(list(amount(), 12)),
  eventDate: optional(eventDate),
};
