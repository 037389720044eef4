import { type Rupiah, rupiah, sumRupiah } from '#kernel';

/**
 * A sum in shares of so many parts each (E-15): whole rupiah, rounded down, and what is left over goes to whoever is named first. The
 * shares come to the sum.
 * @throws RangeError where there are no parts
 */
export function shareOut(sumIdr: Rupiah, parts: readonly number[]): readonly Rupiah[] {
  const all = parts.reduce((sum, part) => sum + part, 0);
  if (!Number.isSafeInteger(all) || parts.some((part) => part < 1)) throw new RangeError('Not whole parts');
  const [, ...others] = parts.map((part) => rupiah(Number((BigInt(sumIdr) * BigInt(part)) / BigInt(all))));
  return [rupiah(sumIdr - sumRupiah(others)), ...others];
}
