import type { Bilingual } from '../kernel/provision.js';

const WHOLE: Bilingual = {
  id: 'berlaku untuk setiap masukan',
  en: 'holds for every input alike',
};

const BY_POLICIES: Bilingual = {
  id: 'membagi masukan di dalam kebijakan, yang dibuktikan tersendiri',
  en: 'divides inputs within policies, which are proved apart',
};

const entries = (reason: Bilingual, ...rules: readonly string[]) =>
  rules.map((rule) => [rule, reason] as const);

/**
 * Rules of several values that divide no input by themselves. One that is neither here nor on an axis is a fault; one of a
 * single value holds for every input alike, or is a threshold of an axis or a policy.
 */
export const UNDIVIDED: ReadonlyMap<string, Bilingual> = new Map([
  ...entries(
    WHOLE,
    'JKP_FUNDING',
    'JAKON_WAGE_RATES',
    'JKK_PERIODIC',
    'JKM_PERIODIC',
    'JKM_SEVERAL_EMPLOYERS',
    'JKK_TOTAL_PERMANENT',
    'EMPLOYER_REIMBURSEMENT',
    'JASA_RAHARJA',
  ),
  ...entries(BY_POLICIES, 'JKP_AGE_LIMIT', 'JKP_CONTRIBUTIONS', 'JKP_REPETITION', 'JKP_TASKS'),
]);
