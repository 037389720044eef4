import { type CommandContext, type LocalDate, assertNever, stream } from '#kernel';
import type { DeadlineLookEvent } from './deadline.events.js';

/** The look through deadlines that was begun last. */
export interface DeadlineLookState {
  /** Absent before the first one. */
  readonly day?: LocalDate;
  readonly isEnded: boolean;
}

/** All looks follow each other in one stream: `deadlinelook-all`. */
export const ALL = 'all';

export const deadlineLooks = stream<DeadlineLookState, DeadlineLookEvent>('deadlinelook', {
  initial: { isEnded: false },
  summary: 'DeadlineLookBegun',
  evolve(state, event) {
    switch (event.type) {
      case 'DeadlineLookBegun':
        return { day: event.data.effectiveOn, isEnded: false };
      case 'DeadlineLookEnded':
        return { ...state, isEnded: true };
      default:
        return assertNever(event, 'deadline look event');
    }
  },
});

interface OfDay {
  readonly day: LocalDate;
}

/** Begins the look of a day, once; one that was begun goes on. */
export function beginLook({ day }: OfDay, state: DeadlineLookState): readonly DeadlineLookEvent[] {
  if (state.day !== undefined && state.day >= day) return [];
  return [{ type: 'DeadlineLookBegun', data: { effectiveOn: day } }];
}

/** Ends the look of a day, once. */
export function endLook(
  { day, passed }: OfDay & { readonly passed: number },
  state: DeadlineLookState,
  { today }: CommandContext,
): readonly DeadlineLookEvent[] {
  if (state.day !== day || state.isEnded) return [];
  return [{ type: 'DeadlineLookEnded', data: { passed, effectiveOn: today } }];
}
