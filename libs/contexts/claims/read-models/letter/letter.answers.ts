import { shape, shown } from '#http';
import { LETTER_KINDS } from './letter-contents.js';

/** A letter that can be made: `GET /letters/{letterId}/letter.pdf` and `letter.html`. */
export class LetterItem extends shape({
  letterId: shown.uuid({ description: 'Also the code by which the letter is verified' }),
  number: shown.text({ example: 'SK/JKM/2026/0F1A4C0E' }),
  kind: shown.code(LETTER_KINDS),
  issuedOn: shown.day(),
  facilityId: shown.uuid({ nullable: true, description: 'The facility that it is for as well' }),
}) {}
