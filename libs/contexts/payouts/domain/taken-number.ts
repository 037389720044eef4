import { type Refusal, Rejection } from '#kernel';

/** Whose a number is; nobody's while it was not used. */
export interface TakenNumber {
  readonly payoutId?: string;
}

/**
 * Whether a payment has yet to take a number: not where it has it already.
 * @throws Rejection as `used` says where another payment has it
 */
export function isToBeTaken(
  payoutId: string,
  { payoutId: owner }: TakenNumber,
  used: () => Refusal,
): boolean {
  if (owner === undefined) return true;
  if (owner !== payoutId) throw new Rejection(used());
  return false;
}
