import { inSituation, stream } from '#kernel';
import type { LetterEvent } from './letter.events.js';
import { letterRefusals } from './refusals.js';

/** Nobody has registered it. */
export interface Unknown {
  readonly situation: 'UNKNOWN';
}

export interface Registered {
  readonly situation: 'REGISTERED';
  readonly letterId: string;
}

export type LetterState = Unknown | Registered;

/** What is known of one letter: `letter-<id>`. */
export const letters = stream<LetterState, LetterEvent>('letter', {
  initial: { situation: 'UNKNOWN' },
  evolve: (_state, { data }) => ({ situation: 'REGISTERED', letterId: data.letterId }),
});

/** The letter. @throws Rejection `LETTER_NOT_FOUND` */
export const known = (state: LetterState): Registered =>
  inSituation(state, ['REGISTERED'], () => letterRefusals.LETTER_NOT_FOUND());
