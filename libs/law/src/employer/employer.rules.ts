import { PP_44, PP_44_FROM, PP_6_2025_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

/** Whether BPJS pays back to the employer what it owed. */
export type Reimbursement = 'REIMBURSED' | 'NOT_REIMBURSED';

/** Pekerja yang tidak pernah didaftarkan. */
export const OWED_NEVER_REGISTERED: Rule<Reimbursement> = {
  id: 'OWED_NEVER_REGISTERED',
  title: {
    id: 'Kewajiban pemberi kerja atas pekerja yang tidak didaftarkan',
    en: 'Owed for a worker who was never registered',
  },
  unit: 'every benefit, at the actual wage',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'Art. 27',
      sources: ['S60'],
      confidence: 'V',
      value: 'NOT_REIMBURSED',
    },
  ],
};

/** How an employer that paid first gets it back. */
export interface ReimbursementTerms {
  readonly askWithinMonths: number;
  readonly paidWithinWorkingDays: number;
}

/** Penggantian: seen for JKP, applied to JKK and JKM alike. */
export const EMPLOYER_REIMBURSEMENT: Rule<ReimbursementTerms> = {
  id: 'EMPLOYER_REIMBURSEMENT',
  title: { id: 'Penggantian kepada pemberi kerja', en: 'Reimbursement of the employer' },
  unit: 'months after paying to ask for it, working days to pay it',
  versions: [
    {
      from: PP_6_2025_FROM,
      law: 'PP 37/2021 jo. PP 6/2025',
      article: 'Art. 39(3)-(6)',
      sources: ['S59'],
      confidence: 'V',
      value: { askWithinMonths: 3, paidWithinWorkingDays: 7 },
    },
  ],
};

/** Perusahaan daftar sebagian upah (PDS upah): the wage was reported too low. */
export const OWED_WAGE_SHORTFALL: Rule<Reimbursement> = {
  id: 'OWED_WAGE_SHORTFALL',
  title: {
    id: 'Kekurangan manfaat karena upah dilaporkan terlalu rendah',
    en: 'Shortfall because the wage was reported too low',
  },
  unit: 'the benefit at the actual wage less that at the reported one',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'article not seen',
      sources: [],
      confidence: 'H',
      value: 'NOT_REIMBURSED',
    },
  ],
};
