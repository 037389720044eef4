import { type Rupiah, rupiah } from '#kernel';
import { BPU_BAND_LOOKUP } from '../kernel/conventions.js';
import { BPU_BANDS, type BpuBand } from './bpu-bands.rules.js';

/**
 * The income band of a BPU: the last one whose lower bound is not above the income.
 * @throws RangeError for a negative income or one that is not whole rupiah
 */
export function bpuBandFor(income: Rupiah): BpuBand {
  const amount = rupiah(income);
  const band =
    BPU_BAND_LOOKUP.value === 'BAND_BELOW'
      ? BPU_BANDS.value.findLast(({ from }) => from <= amount)
      : BPU_BANDS.value.find(({ to = Infinity }) => amount <= to);
  if (!band) throw new RangeError(`No income band for ${income}`);
  return band;
}
