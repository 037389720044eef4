export { dayInWords, monthInWords, rupiahInDigits } from './in-words.js';
export { asPdf } from './pdf.js';
export type { Part, PrintedDocument } from './printed-document.js';
export { takenBack } from './taken-back.js';
