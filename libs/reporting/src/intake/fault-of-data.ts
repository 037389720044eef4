import { Rejection } from '#kernel';
import { errorCode } from '#postgres';

/** SQLSTATEs of what PostgreSQL cannot hold: wrong values, broken constraints, and more than fits. */
const OF_DATA = /^(22|23|54)/;

/**
 * Why a message can never be taken in as it is: the same would fail again. What it says may fit its contract and still be of no month that
 * there is, or of one before the first law, which folding finds out.
 * @returns a code or the kind of the error, never what the message says; nothing where trying again may help
 */
export function faultOfData(error: unknown): string | undefined {
  if (error instanceof RangeError) return error.name;
  // Of the law, which is asked while folding.
  if (error instanceof Rejection) return error.code;
  const code = errorCode(error);
  return code !== undefined && OF_DATA.test(code) ? code : undefined;
}

export const notStoredBecause = (fault: string): string =>
  OF_DATA.test(fault) ? `PostgreSQL does not hold it: ${fault}` : `It cannot be counted: ${fault}`;
