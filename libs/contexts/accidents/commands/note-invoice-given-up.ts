import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { noteInvoiceGivenUp } from '../domain/note-invoice-given-up.js';

/** Only a process sends it: what becomes of invoices with lines is known on a higher floor. */
export const NoteInvoiceGivenUp = command('NoteInvoiceGivenUp', accidents, 'accidentId', noteInvoiceGivenUp);
