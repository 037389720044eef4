import type { LocalDate } from '#kernel';
import { dayInWords } from './in-words.js';
import type { Part } from './printed-document.js';

/** What a receipt says of a payment that was taken back; nothing while it counts. */
export const takenBack = (reversedOn: LocalDate | null): readonly Part[] =>
  reversedOn === null
    ? []
    : [
        {
          kind: 'TEXT',
          text: {
            en: `This payment was taken back on ${dayInWords(reversedOn, 'en')} and counts for nothing.`,
            id: `Pembayaran ini dibatalkan pada ${dayInWords(reversedOn, 'id')} dan tidak berlaku.`,
          },
        },
      ];
