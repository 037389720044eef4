import type { Bilingual, Rule } from './rule.js';
import { BPU_BAND_RULE } from './bpu-bands.rules.js';
import { CONTRIBUTION_RULES } from './contribution.rules.js';
import { COVERAGE_RULES } from './coverage.rules.js';
import { DISABILITY_ROWS } from './disability.rules.js';
import { JHT_RULES } from './jht.rules.js';
import { JKK_RULES } from './jkk.rules.js';
import { JKM_RULES } from './jkm.rules.js';
import { JKP_RULES } from './jkp.rules.js';
import { JP_RULES } from './jp.rules.js';
import { MLT_RULES } from './mlt.rules.js';
import { PROJECT_CONTRIBUTION_RULES } from './project-contribution.rules.js';
import { SCHOLARSHIP_RULES } from './scholarship.rules.js';
import { SERVICE_RULES } from './service.rules.js';
import { WORK_ACCIDENT_RULES } from './work-accident.rules.js';
import { WAGE_RULES } from './wage.rules.js';

export interface RuleGroup {
  readonly title: Bilingual;
  readonly rules: readonly Rule<unknown>[];
}

/** Every rule this engine knows, in the order of the reference. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  {
    title: { id: 'Kepesertaan dan upah', en: 'Membership and wage' },
    rules: [...COVERAGE_RULES, ...WAGE_RULES],
  },
  { title: { id: 'Iuran PU dan BPU', en: 'Contributions of PU and BPU' }, rules: CONTRIBUTION_RULES },
  { title: { id: 'Golongan penghasilan BPU', en: 'Income bands of BPU' }, rules: [BPU_BAND_RULE] },
  {
    title: { id: 'Iuran JAKON dan PMI', en: 'Contributions of JAKON and PMI' },
    rules: PROJECT_CONTRIBUTION_RULES,
  },
  { title: { id: 'JKK', en: 'JKK, work accident' }, rules: [...WORK_ACCIDENT_RULES, ...JKK_RULES] },
  { title: { id: 'Tabel persentase cacat', en: 'Disability table' }, rules: DISABILITY_ROWS },
  { title: { id: 'JKM', en: 'JKM, death' }, rules: JKM_RULES },
  { title: { id: 'Beasiswa', en: 'Scholarships' }, rules: SCHOLARSHIP_RULES },
  { title: { id: 'JHT', en: 'JHT, old-age savings' }, rules: JHT_RULES },
  { title: { id: 'JP', en: 'JP, pension' }, rules: JP_RULES },
  { title: { id: 'JKP', en: 'JKP, loss of work' }, rules: JKP_RULES },
  { title: { id: 'MLT', en: 'MLT, housing loans (never a benefit)' }, rules: MLT_RULES },
  {
    title: { id: 'Pelayanan, laporan, dan ahli waris', en: 'Service, reports and heirs' },
    rules: SERVICE_RULES,
  },
];
