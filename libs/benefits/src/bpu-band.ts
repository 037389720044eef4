import { type Rupiah, rupiah } from '#kernel';
import { BPU_BANDS, type BpuBand } from './rules/bpu-bands.rules.js';

/**
 * The income band of a BPU: the last one whose lower bound is not above the income.
 * @throws RangeError for a negative income or one that is not whole rupiah
 */
export function bpuBandFor(income: Rupiah): BpuBand {
  const band = BPU_BANDS.value.findLast(({ from }) => from <= rupiah(income));
  if (!band) throw new RangeError(`No income band for ${income}`);
  return band;
}
