import { type CommandContext, type LocalDate, assertNever, stream } from '#kernel';
import type { DetectionLookEvent } from './finding.events.js';

/** The look that was begun last. */
export interface DetectionLookState {
  /** Absent before the first one. */
  readonly day?: LocalDate;
  readonly isEnded: boolean;
}

/** All looks follow each other in one stream: `detectionlook-all`. */
export const ALL = 'all';

export const detectionLooks = stream<DetectionLookState, DetectionLookEvent>('detectionlook', {
  initial: { isEnded: false },
  summary: 'DetectionLookBegun',
  evolve(state, event) {
    switch (event.type) {
      case 'DetectionLookBegun':
        return { day: event.data.effectiveOn, isEnded: false };
      case 'DetectionLookEnded':
        return { ...state, isEnded: true };
      default:
        return assertNever(event, 'detection look event');
    }
  },
});

interface OfDay {
  readonly day: LocalDate;
}

/** Begins the look of a day, once; one that was begun goes on. */
export function beginLook({ day }: OfDay, state: DetectionLookState): readonly DetectionLookEvent[] {
  if (state.day !== undefined && state.day >= day) return [];
  return [{ type: 'DetectionLookBegun', data: { effectiveOn: day } }];
}

/** Ends the look of a day, once. */
export function endLook(
  { day, opened }: OfDay & { readonly opened: number },
  state: DetectionLookState,
  { today }: CommandContext,
): readonly DetectionLookEvent[] {
  if (state.day !== day || state.isEnded) return [];
  return [{ type: 'DetectionLookEnded', data: { opened, effectiveOn: today } }];
}
