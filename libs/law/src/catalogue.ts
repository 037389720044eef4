import type { Bilingual, Rule } from './kernel/rule.js';
import { BPU_BAND_RULE } from './wage/bpu-bands.rules.js';
import { CONTRIBUTION_RULES } from './contributions/contribution.rules.js';
import { COVERAGE_RULES } from './coverage/coverage.rules.js';
import { DISABILITY_ROWS } from './jkk/disability.rules.js';
import { JHT_RULES } from './jht/jht.rules.js';
import { JKK_RULES } from './jkk/jkk.rules.js';
import { JKM_RULES } from './jkm/jkm.rules.js';
import { JKP_RULES } from './jkp/jkp.rules.js';
import { JP_RULES } from './jp/jp.rules.js';
import { MLT_RULES } from './mlt/mlt.rules.js';
import { PROJECT_CONTRIBUTION_RULES } from './contributions/jakon.rules.js';
import { SCHOLARSHIP_RULES } from './scholarship/scholarship.rules.js';
import { SERVICE_RULES } from './service/service.rules.js';
import { WORK_ACCIDENT_RULES } from './jkk/work-accident.rules.js';
import { WAGE_RULES } from './wage/wage.rules.js';

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
