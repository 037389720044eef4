import type { Reading } from '#kernel';
import { letters, known } from './letter.js';

/** What a decision of a higher floor may ask of a letter. */
export interface LetterFacts {
  readonly letterId: string;
}

/** Reads a letter from the log. @throws Rejection `LETTER_NOT_FOUND` */
export async function letterFacts(read: Reading, letterId: string): Promise<LetterFacts> {
  known(await read.state(letters, letterId));
  return { letterId };
}
