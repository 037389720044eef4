import { type PrintedIn, asHtml } from '#documents';
import { type OnStream, readModelSpec } from '#testing';
import { KNOWN } from './letter.examples.js';
import { letterReadModel } from './letter.read-model.js';
import type { LetterRow } from './letter.tables.js';
import { printedLetter } from './printed-letter.js';

const folded = readModelSpec(letterReadModel);

/** The letters that follow from these streams. */
export const lettersOf = (...streams: readonly OnStream[]): LetterRow[] => [
  ...folded(...KNOWN, ...streams).rows.letters.values(),
];

/** The text of a page as a reader sees it. */
export const pageOf = (letter: LetterRow, language: PrintedIn) =>
  asHtml(printedLetter({ ...letter, facilityName: 'RS Contoh' }, language), language)
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&amp;', '&');

export const LANGUAGES = ['id', 'en'] as const;
