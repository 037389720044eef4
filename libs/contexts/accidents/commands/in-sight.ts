import type { CommandContext, Reading } from '#kernel';
import { type AccidentState, requireAccidentInSight } from '../domain/accident.js';

/** What every command about an accident asks first that a PLKK may send. */
export function inSight(
  accident: AccidentState,
  _read: Reading,
  _input: object,
  { actor }: CommandContext,
): void {
  requireAccidentInSight(accident, actor);
}
