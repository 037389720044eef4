import type { CommandContext, Reading } from '#kernel';
import { requireAccidentInSight } from '../domain/accident.js';
import type { AccidentState } from '../domain/accident-state.js';

/** What every command about an accident asks first that a PLKK may send. */
export function inSight(
  accident: AccidentState,
  _read: Reading,
  _input: object,
  { actor }: CommandContext,
): void {
  requireAccidentInSight(accident, actor);
}
