import { PERMENAKER_1_2025_FROM } from '../kernel/conventions.js';
import { PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

/** Laporan tahap I and II: hours from the accident, or from the doctor's statement. */
export const REPORT_HOURS: Rule<number> = {
  id: 'REPORT_HOURS',
  title: { id: 'Batas waktu laporan tahap I dan tahap II', en: 'Time for the stage I and stage II reports' },
  unit: 'hours',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'article not seen',
      sources: ['S34', 'S18', 'S46'],
      confidence: 'V',
      value: 48,
    },
  ],
};

/** Since when a late stage I report of an employer moves the benefit to the employer first. */
export const LATE_REPORT_EFFECT: Rule<'EMPLOYER_PAYS_FIRST'> = {
  id: 'LATE_REPORT_EFFECT',
  title: { id: 'Akibat laporan tahap I yang terlambat', en: 'Effect of a late stage I report' },
  unit: '',
  versions: [
    {
      from: PERMENAKER_1_2025_FROM.value,
      law: 'Permenaker 1/2025',
      article: 'Art. 8(2a)-(2c)',
      sources: ['S34'],
      confidence: 'V',
      value: 'EMPLOYER_PAYS_FIRST',
    },
  ],
};
