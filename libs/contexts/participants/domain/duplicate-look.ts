import { type CommandContext, type LocalDate, assertNever, stream } from '#kernel';
import type { DuplicateLookEvent } from './duplicate-look.events.js';

/** The look at everybody that was begun last. */
export interface DuplicateLookState {
  /** Absent before the first one. */
  readonly day?: LocalDate;
  readonly isEnded: boolean;
  /** Whoever was born before this year was looked at. */
  readonly bornBefore?: number;
  /** Pairs that were noted. */
  readonly suspected: number;
}

/** All looks follow each other in one stream: `duplicatelook-everybody`. */
export const EVERYBODY = 'everybody';

/** The daily looks at everybody; of the last one is read what is needed. */
export const duplicateLooks = stream<DuplicateLookState, DuplicateLookEvent>('duplicatelook', {
  initial: { isEnded: false, suspected: 0 },
  summary: 'DuplicateLookBegun',
  evolve(state, event) {
    switch (event.type) {
      case 'DuplicateLookBegun':
        return { day: event.data.effectiveOn, isEnded: false, suspected: 0 };
      case 'DuplicateLookWentOn': {
        const { bornBefore, suspected } = event.data;
        return { ...state, bornBefore, suspected };
      }
      case 'DuplicateLookEnded':
        return { ...state, isEnded: true, suspected: event.data.suspected };
      default:
        return assertNever(event, 'duplicate look event');
    }
  },
});

interface OfDay {
  readonly day: LocalDate;
}

/** Begins the look of a day, once; one that was begun goes on. */
export function beginLook({ day }: OfDay, state: DuplicateLookState): readonly DuplicateLookEvent[] {
  if (state.day !== undefined && state.day >= day) return [];
  return [{ type: 'DuplicateLookBegun', data: { effectiveOn: day } }];
}

/** Notes how far it got. Nothing where another instance is further, or does that of another day. */
export function goOnLooking(
  { day, bornBefore, suspected }: OfDay & { readonly bornBefore: number; readonly suspected: number },
  state: DuplicateLookState,
  { today }: CommandContext,
): readonly DuplicateLookEvent[] {
  if (!isOpen(state, day) || (state.bornBefore ?? 0) >= bornBefore) return [];
  return [{ type: 'DuplicateLookWentOn', data: { bornBefore, suspected, effectiveOn: today } }];
}

/** Ends the look of a day, once. */
export function endLook(
  { day, suspected }: OfDay & { readonly suspected: number },
  state: DuplicateLookState,
  { today }: CommandContext,
): readonly DuplicateLookEvent[] {
  if (!isOpen(state, day)) return [];
  return [{ type: 'DuplicateLookEnded', data: { suspected, effectiveOn: today } }];
}

const isOpen = (state: DuplicateLookState, day: LocalDate): boolean => state.day === day && !state.isEnded;
