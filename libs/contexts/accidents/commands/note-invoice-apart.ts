import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { noteInvoiceApart } from '../domain/note-invoice-apart.js';

/** Only a process sends it: invoices with lines are known on a higher floor. */
export const NoteInvoiceApart = command('NoteInvoiceApart', accidents, 'accidentId', noteInvoiceApart);
