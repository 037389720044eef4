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
/** How large an employer is (PP 7/2021). */
export const EMPLOYER_SIZES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'] as const;

export type EmployerSize = (typeof EMPLOYER_SIZES)[number];

/** The programmes of contributions. */
export type EmployerProgramme = 'JKK' | 'JKM' | 'JHT' | 'JP';

const MICRO_PROGRAMMES = ['JKK', 'JKM'] as const;
const SMALL_PROGRAMMES = [...MICRO_PROGRAMMES, 'JHT'] as const;
const ALL_PROGRAMMES = [...SMALL_PROGRAMMES, 'JP'] as const;

/** Program yang wajib diikuti menurut skala usaha. */
export const EMPLOYER_PROGRAMMES: Rule<Readonly<Record<EmployerSize, readonly EmployerProgramme[]>>> = {
  id: 'EMPLOYER_PROGRAMMES',
  title: { id: 'Program wajib menurut skala usaha', en: 'Programmes an employer must join, by its size' },
  unit: 'programmes',
  versions: [
    {
      from: PP_44_FROM,
      law: 'Perpres 109/2013',
      article: 'Art. 6',
      sources: ['S19'],
      confidence: 'V',
      value: {
        MICRO: MICRO_PROGRAMMES,
        SMALL: SMALL_PROGRAMMES,
        MEDIUM: ALL_PROGRAMMES,
        LARGE: ALL_PROGRAMMES,
      },
    },
  ],
};

/** Iuran yang belum dibayar: the employer owes it with the fine. */
export const OWED_CONTRIBUTIONS: Rule<Reimbursement> = {
  id: 'OWED_CONTRIBUTIONS',
  title: { id: 'Iuran yang belum dibayar', en: 'Contributions that are due' },
  unit: 'each month, with the fine on it',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'Art. 22',
      sources: ['S24'],
      confidence: 'V',
      value: 'NOT_REIMBURSED',
    },
  ],
};
