import type { CommandContext, Reading } from '#kernel';
import type { AccidentState } from '../domain/accident-state.js';
import { requireNoInterest } from '../domain/interest.js';
import { inSight } from './in-sight.js';

/** What every command asks first by which somebody decides about an accident, or promises something; who only reports, reports on. */
export function mayDecide(
  accident: AccidentState,
  _read: Reading,
  _input: object,
  { actor }: CommandContext,
): void {
  requireNoInterest(accident, actor);
}

/** The same where a PLKK may send it. */
export function decidesInSight(
  accident: AccidentState,
  read: Reading,
  input: object,
  context: CommandContext,
): void {
  inSight(accident, read, input, context);
  mayDecide(accident, read, input, context);
}
