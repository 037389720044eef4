import { employerFacts } from '#contexts/employers/facts';
import { command } from '#runtime';
import { dues } from '../domain/dues.js';
import { confirmDues, payDues } from '../domain/pay-dues.js';

/** Refuses `EMPLOYER_NOT_FOUND` beside what the decision refuses. */
export const PayDues = command('PayDues', dues, 'employerId', payDues, {
  facts: (_dues, read, { employerId }) => employerFacts(read, employerId),
});

export const ConfirmDues = command('ConfirmDues', dues, 'employerId', confirmDues);
