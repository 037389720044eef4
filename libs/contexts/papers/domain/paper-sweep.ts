import { type CommandContext, type LocalDate, assertNever, stream } from '#kernel';
import type { PaperSweepEvent } from './paper-sweep.events.js';

/** The sweep that was begun last. */
export interface PaperSweepState {
  /** Absent before the first one. */
  readonly day?: LocalDate;
  readonly isEnded: boolean;
}

/** All sweeps follow each other in one stream: `papersweep-all`. */
export const ALL = 'all';

/** The daily sweeps of files; of the last one is read what is needed. */
export const paperSweeps = stream<PaperSweepState, PaperSweepEvent>('papersweep', {
  initial: { isEnded: false },
  summary: 'PaperSweepBegun',
  evolve(state, event) {
    switch (event.type) {
      case 'PaperSweepBegun':
        return { day: event.data.effectiveOn, isEnded: false };
      case 'PaperSweepEnded':
        return { ...state, isEnded: true };
      default:
        return assertNever(event, 'paper sweep event');
    }
  },
});

/** Begins the sweep of a day, once; one that was begun goes on. */
export function beginSweep(
  { day }: { readonly day: LocalDate },
  state: PaperSweepState,
): readonly PaperSweepEvent[] {
  if (state.day !== undefined && state.day >= day) return [];
  return [{ type: 'PaperSweepBegun', data: { effectiveOn: day } }];
}

/** Ends the sweep of a day, once. */
export function endSweep(
  { day, ...found }: { readonly day: LocalDate; readonly brokenOff: number; readonly unnamed: number },
  state: PaperSweepState,
  { today }: CommandContext,
): readonly PaperSweepEvent[] {
  if (state.day !== day || state.isEnded) return [];
  return [{ type: 'PaperSweepEnded', data: { ...found, effectiveOn: today } }];
}
