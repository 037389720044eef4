import { PAPER_TYPES, type PaperType } from './paper.events.js';

/** How files of each type begin, whatever they are called. */
const BEGINNINGS: Readonly<Record<PaperType, readonly number[]>> = {
  // %PDF-
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** So many bytes tell what a file is. */
export const TELLING_BYTES = Math.max(...Object.values(BEGINNINGS).map(({ length }) => length));

/** What a file is, by its first bytes; undefined when it is none of those that are taken. */
export const typeOfFile = (start: Uint8Array): PaperType | undefined =>
  PAPER_TYPES.find((type) => BEGINNINGS[type].every((byte, at) => start[at] === byte));
