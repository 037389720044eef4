import type { Actor } from './command-context.js';
import type { Refusal } from './refusal.js';
import { Rejection } from './rejection.js';

/** How a context says that nothing waits for a second person, and that whoever asks is none. */
interface SecondPersonRefusals {
  readonly NOTHING_BACK_DATED: () => Refusal;
  readonly ENTERED_BY_YOU: () => Refusal;
}

/**
 * What was entered late is confirmed by somebody who did not enter it, by person, not by role. Of what several have entered,
 * each may confirm what the others did.
 * @param enteredBy who entered what nobody has confirmed yet
 * @throws Rejection `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function requireSecondPerson(
  enteredBy: readonly string[],
  { id }: Actor,
  refusals: SecondPersonRefusals,
): void {
  if (enteredBy.length === 0) throw new Rejection(refusals.NOTHING_BACK_DATED());
  if (enteredBy.every((one) => one === id)) throw new Rejection(refusals.ENTERED_BY_YOU());
}
