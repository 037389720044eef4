import { assertNever, inSituation, stream } from '#kernel';
import type { PaperEvent, PaperKept } from './paper.events.js';
import { paperRefusals } from './refusals.js';

/** A paper whose file is there. */
export interface Kept extends Omit<PaperKept['data'], 'person' | 'effectiveOn'> {
  readonly situation: 'KEPT';
}

export type PaperState =
  { readonly situation: 'UNKNOWN' } | Kept | (Omit<Kept, 'situation'> & { readonly situation: 'DROPPED' });

/** A paper that somebody handed in: `paper-<id>`. */
export const papers = stream<PaperState, PaperEvent>('paper', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    switch (event.type) {
      case 'PaperKept': {
        const { person: _sealed, effectiveOn: _day, ...paper } = event.data;
        return { ...paper, situation: 'KEPT' };
      }
      case 'PaperDropped':
        return state.situation === 'UNKNOWN' ? state : { ...state, situation: 'DROPPED' };
      default:
        return assertNever(event, 'paper event');
    }
  },
});

/** A paper that was handed in, whether its file is there or not. @throws Rejection `PAPER_NOT_FOUND` */
export const handedIn = (state: PaperState) =>
  inSituation(state, ['KEPT', 'DROPPED'], () => paperRefusals.PAPER_NOT_FOUND());

/** A paper whose file is there. @throws Rejection `PAPER_NOT_FOUND`, `PAPER_DROPPED` */
export const kept = (state: PaperState): Kept =>
  inSituation(handedIn(state), ['KEPT'], () => paperRefusals.PAPER_DROPPED());
