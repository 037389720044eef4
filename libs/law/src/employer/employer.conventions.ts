import { description } from '../kernel/convention.js';

export const JKK_AND_JKM_AS_JKP = description(
  'Q-18',
  'PU arrears for JKK and JKM: the text of PP 44/2015 Art. 28-30, and the time for a reimbursement? JKM of a worker never registered?',
  'As JKP in PP 6/2025 Art. 39: more than three months in a row, asked for within 3 months of paying, paid within 7 working days. A JKM of a worker never registered is owed like a JKK.',
  'H',
);

export const SHORTFALL_IS_NOT_ADVANCED = description(
  'Q-19',
  'Wage shortfall: does BPJS ever advance the difference?',
  'No; the employer owes it.',
);
