import { assertNever, inSituation, stream } from '#kernel';
import type { OpeningEvent, SealedPartOpened } from './opening.events.js';
import { openingRefusals } from './refusals.js';

/** A part of an event that somebody had opened. */
export interface Opened extends Omit<SealedPartOpened['data'], 'person' | 'effectiveOn'> {
  readonly situation: 'OPENED';
}

export type OpeningState = { readonly situation: 'UNKNOWN' } | Opened;

/** One look at what is sealed: `opening-<id>`. */
export const openings = stream<OpeningState, OpeningEvent>('opening', {
  initial: { situation: 'UNKNOWN' },
  evolve(_state, event) {
    switch (event.type) {
      case 'SealedPartOpened': {
        const { person: _sealed, effectiveOn: _day, ...opened } = event.data;
        return { ...opened, situation: 'OPENED' };
      }
      default:
        return assertNever(event.type, 'opening event');
    }
  },
});

/** @throws Rejection `OPENING_NOT_FOUND` */
export const knownOpening = (state: OpeningState): Opened =>
  inSituation(state, ['OPENED'], () => openingRefusals.OPENING_NOT_FOUND());
