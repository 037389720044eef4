import { command } from '#runtime';
import { billMonth } from '../domain/bill-month.js';
import { duesYears } from '../domain/dues-years.js';

export const BillMonth = command('BillMonth', duesYears, 'employerId', billMonth);
