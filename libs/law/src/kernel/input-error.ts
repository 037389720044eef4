import { Rejection } from '#kernel';

/** Every way a request can be impossible. The code is stable; the detail says what to change. */
export const INPUT_ERRORS = {
  NOT_AN_OBJECT: 'an object with fields was expected',
  NOT_A_LIST: 'a list was expected',
  MISSING_FIELD: 'a field that the calculator needs is not there',
  UNKNOWN_FIELD: 'a field that nobody reads where that would change the money, or a misspelt one',
  UNKNOWN_CALCULATOR: 'no calculator has this name',
  UNKNOWN_VALUE: 'a word that is not one of those allowed',
  UNKNOWN_ITEM: 'an item code that is not in the disability table',
  NOT_A_NUMBER: 'a number was expected: a string, NaN, null or something else came',
  NOT_WHOLE: 'a whole number was expected',
  UNSAFE_INTEGER: 'a number too large to be exact',
  NEGATIVE_AMOUNT: 'an amount, a wage or a count below zero',
  ZERO_WAGE: 'a wage of zero, of which no benefit can be computed',
  OUT_OF_RANGE: 'a number outside what can exist (months, days, percentages, ages, amounts)',
  NOT_A_BOOLEAN: 'true or false was expected',
  INVALID_DATE: 'not an existing calendar date YYYY-MM-DD',
  INVALID_PERIOD: 'not a month YYYY-MM',
  INVALID_TIME: 'not a time HH:MM of a day',
  DATE_BEFORE_FIRST_LAW: 'before 2015-07-01, the first law this engine knows, or before the rule existed',
  DATES_OUT_OF_ORDER: 'a later step lies before an earlier one',
  CONTRADICTION: 'two facts that cannot both be true',
  WRONG_KIND: 'an injury assessed in a way its row of the table does not allow',
  MONTHS_NOT_OFFERED: 'a number of months that cannot be bought',
  PROGRAM_NOT_FOR_SEGMENT: 'a programme that this segment does not have',
  PMI_NOT_IMPLEMENTED: 'benefits of migrant workers, whose amounts are an open question (Q-13)',
} as const;

export type InputErrorCode = keyof typeof INPUT_ERRORS;

/** The refusal of an impossible request, to be thrown. */
export function invalid(code: InputErrorCode, detail: string): Rejection {
  return new Rejection(code, detail);
}
