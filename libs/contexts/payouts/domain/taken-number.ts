import { type Refusal, Rejection } from '#kernel';

/** Whose a number is; nobody's while it was not used. */
export interface TakenNumber {
  readonly payoutId?: string;
  /** Of what is owed, where that was paid under it. */
  readonly receivableId?: string;
}

/**
 * Whether a thing has yet to take a number: not where it has it already.
 * @throws Rejection as `used` says where another one has it
 */
export function isToBeTaken(
  id: string,
  { payoutId, receivableId }: TakenNumber,
  used: () => Refusal,
): boolean {
  const owner = payoutId ?? receivableId;
  if (owner === undefined) return true;
  if (owner !== id) throw new Rejection(used());
  return false;
}
