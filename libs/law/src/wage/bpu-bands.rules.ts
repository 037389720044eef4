import { type Rupiah, rupiah } from '#kernel';
import { PP_44, PP_44_FROM } from '../kernel/laws.js';
import type { Rule, Version } from '../kernel/rule.js';

/** One income band of a BPU. `to` is the printed upper bound; see convention R-6 for the gaps. Rupiah a month. */
export interface BpuBand {
  readonly band: number;
  readonly from: Rupiah;
  readonly to?: Rupiah;
  /** Dasar penghasilan: what contributions and benefits are computed from. */
  readonly base: Rupiah;
}

const band = (number: number, from: number, to: number | undefined, base: number): BpuBand => ({
  band: number,
  from: rupiah(from),
  ...(to !== undefined && { to: rupiah(to) }),
  base: rupiah(base),
});

/** PP 44/2015 Annex II: income range to base. */
export const BPU_BANDS: Version<readonly BpuBand[]> = {
  from: PP_44_FROM,
  law: PP_44,
  article: 'Annex II',
  sources: ['S20'],
  confidence: 'V',
  value: [
    band(1, 0, 1_099_000, 1_000_000),
    band(2, 1_100_000, 1_299_000, 1_200_000),
    band(3, 1_300_000, 1_499_000, 1_400_000),
    band(4, 1_500_000, 1_699_000, 1_600_000),
    band(5, 1_700_000, 1_899_000, 1_800_000),
    band(6, 1_900_000, 2_099_000, 2_000_000),
    band(7, 2_100_000, 2_299_000, 2_200_000),
    band(8, 2_300_000, 2_499_000, 2_400_000),
    band(9, 2_500_000, 2_699_000, 2_600_000),
    band(10, 2_700_000, 3_199_000, 2_950_000),
    band(11, 3_200_000, 3_699_000, 3_450_000),
    band(12, 3_700_000, 4_199_000, 3_950_000),
    band(13, 4_200_000, 4_699_000, 4_450_000),
    band(14, 4_700_000, 5_199_000, 4_950_000),
    band(15, 5_200_000, 5_699_000, 5_450_000),
    band(16, 5_700_000, 6_199_000, 5_950_000),
    band(17, 6_200_000, 6_699_000, 6_450_000),
    band(18, 6_700_000, 7_199_000, 6_950_000),
    band(19, 7_200_000, 7_699_000, 7_450_000),
    band(20, 7_700_000, 8_199_000, 7_950_000),
    band(21, 8_200_000, 9_199_000, 8_700_000),
    band(22, 9_200_000, 10_199_000, 9_700_000),
    band(23, 10_200_000, 11_199_000, 10_700_000),
    band(24, 11_200_000, 12_199_000, 11_700_000),
    band(25, 12_200_000, 13_199_000, 12_700_000),
    band(26, 13_200_000, 14_199_000, 13_700_000),
    band(27, 14_200_000, 15_199_000, 14_700_000),
    band(28, 15_200_000, 16_199_000, 15_700_000),
    band(29, 16_200_000, 17_199_000, 16_700_000),
    band(30, 17_200_000, 18_199_000, 17_700_000),
    band(31, 18_200_000, 19_199_000, 18_700_000),
    band(32, 19_200_000, 20_199_000, 19_700_000),
    band(33, 20_200_000, undefined, 20_700_000),
  ],
};

export const BPU_BAND_RULE: Rule<readonly BpuBand[]> = {
  id: 'BPU_BANDS',
  title: { id: 'Golongan penghasilan BPU', en: 'Income bands of BPU' },
  unit: 'Rp a month',
  versions: [BPU_BANDS],
};
