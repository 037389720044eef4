import { COVERAGE_POLICIES, type CoverageFacts } from '../coverage/coverage.policies.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { JKM_DEATH } from './jkm.rules.js';

export interface JkmFacts extends CoverageFacts {
  /** Nothing when it was not told. */
  readonly consecutivePaidMonths?: number;
  /** The death came from a work accident. */
  readonly workAccident?: boolean;
}

export const deathIsNoWorkAccident: BenefitPolicy<JkmFacts> = {
  name: 'death-is-no-work-accident',
  check: ({ workAccident, eventDate }) =>
    workAccident
      ? refuse('REJECTED_WORK_ACCIDENT', inForce(JKM_DEATH, eventDate), {
          id: 'Meninggal akibat kecelakaan kerja: yang membayar adalah JKK, bukan JKM.',
          en: 'The death came from a work accident: JKK pays for it, not JKM.',
        })
      : undefined,
};

export const contributionsRunToTheDeath: BenefitPolicy<JkmFacts> = {
  name: 'contributions-run-to-the-death',
  check: ({ consecutivePaidMonths, eventDate }) =>
    consecutivePaidMonths === 0
      ? refuse(
          'REJECTED_INACTIVE',
          { ...inForce(JKM_DEATH, eventDate), sources: ['S36b'] },
          {
            id: 'Tidak ada iuran yang berjalan sampai hari meninggal; JKM mensyaratkan peserta aktif.',
            en: 'No contributions ran up to the day of death; JKM requires an active member.',
          },
          { consecutivePaidMonths },
        )
      : undefined,
};

export const JKM_POLICIES: readonly BenefitPolicy<JkmFacts>[] = [
  deathIsNoWorkAccident,
  ...COVERAGE_POLICIES,
  contributionsRunToTheDeath,
];
