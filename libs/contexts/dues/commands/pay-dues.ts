import { employerFacts } from '#contexts/employers/facts';
import { command } from '#runtime';
import { dues } from '../domain/dues.js';
import { duesYears } from '../domain/dues-years.js';
import { confirmDues, payDues } from '../domain/pay-dues.js';

/** Refuses `EMPLOYER_NOT_FOUND` beside what the decision refuses. */
export const PayDues = command('PayDues', duesYears, 'employerId', payDues, {
  facts: (_dues: unknown, read, { employerId }) => employerFacts(read, employerId),
});

export const ConfirmDues = command('ConfirmDues', dues, 'employerId', confirmDues);
