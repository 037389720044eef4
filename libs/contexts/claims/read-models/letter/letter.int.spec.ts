import { describe, expect, it } from '@jest/globals';
import { asPdf } from '#documents';
import { type OnStream, readModelSpec } from '#testing';
import {
  DECIDED,
  DENIED,
  DIFFERENCE,
  GUARANTEED,
  HELD,
  KNOWN,
  MISSING,
  PAID,
  claim,
} from './letter.examples.js';
import { ANSWERED, ENDED, ESCALATED, INVITED, RECEIVED, complaint } from './complaint-letters.examples.js';
import { letterReadModel } from './letter.read-model.js';
import { printedLetter } from './printed-letter.js';

const folded = readModelSpec(letterReadModel);
const lettersOf = (...streams: readonly OnStream[]) => [
  ...folded(...KNOWN, ...streams).rows.letters.values(),
];

describe('A letter as PDF', () => {
  it('of each kind and in both languages has the same bytes each time it is made of the same event', () => {
    const all = [
      ...lettersOf(claim(MISSING, HELD, ...DECIDED, ...DIFFERENCE), ...PAID, GUARANTEED),
      ...lettersOf(claim(DENIED)),
      ...lettersOf(complaint(RECEIVED, ANSWERED, ESCALATED, INVITED, ENDED)),
    ];
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(12);
    for (const letter of all) {
      for (const language of ['id', 'en'] as const) {
        const pdf = asPdf(printedLetter(letter, language), language);
        expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
        expect(asPdf(printedLetter(letter, language), language).equals(pdf)).toBe(true);
      }
    }
  });
});
