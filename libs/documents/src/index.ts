export { dayInWords, monthInWords, rupiahInDigits } from './in-words.js';
export { asHtml } from './html.js';
export { asPdf } from './pdf.js';
export { MOST_IN_QR_CODE } from './qr-code.js';
export type { Part, PrintedDocument, PrintedIn } from './printed-document.js';
export { takenBack } from './taken-back.js';
