import { command } from '#runtime';
import { billMonth } from '../domain/bill-month.js';
import { dues } from '../domain/dues.js';

export const BillMonth = command('BillMonth', dues, 'employerId', billMonth);
