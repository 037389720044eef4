import { describe } from '@jest/globals';

/** `describe`, or where there is a reason against it `describe.skip`, which is said: a part of a spec that cannot run everywhere. */
export function describeUnless(
  reason: string | undefined,
  what: string,
): typeof describe | typeof describe.skip {
  if (reason === undefined) return describe;
  process.stdout.write(`${what} is skipped: ${reason}\n`);
  return describe.skip;
}
