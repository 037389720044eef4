import { type CommandContext, inSituation } from '#kernel';
import type { LetterEvent } from './letter.events.js';
import type { LetterState } from './letter.js';
import { letterRefusals } from './refusals.js';

export interface RegisterLetterInput {
  readonly letterId: string;
  readonly name: string;
}

/** Makes a letter known. @throws Rejection `LETTER_ALREADY_REGISTERED` */
export function registerLetter(
  input: RegisterLetterInput,
  state: LetterState,
  { today }: CommandContext,
): readonly LetterEvent[] {
  inSituation(state, ['UNKNOWN'], () => letterRefusals.LETTER_ALREADY_REGISTERED());
  return [{ type: 'LetterRegistered', data: { ...input, effectiveOn: today } }];
}
