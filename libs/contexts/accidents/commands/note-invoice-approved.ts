import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { noteInvoiceApproved } from '../domain/note-invoice-approved.js';

/** Only a process sends it: invoices are approved on a higher floor. */
export const NoteInvoiceApproved = command(
  'NoteInvoiceApproved',
  accidents,
  'accidentId',
  noteInvoiceApproved,
);
