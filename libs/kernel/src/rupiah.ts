import { type Fraction, fraction, roundHalfUp, times } from './fraction.js';

const { isSafeInteger } = Number;

declare const rupiahBrand: unique symbol;

/** Whole Indonesian rupiah as a safe integer. JSON-friendly; only these functions make one. */
export type Rupiah = number & { readonly [rupiahBrand]: true };

/**
 * Takes a number that already is whole rupiah.
 * @throws RangeError when it is not a safe integer (a fraction, NaN, a string)
 */
export function rupiah(amount: number): Rupiah {
  if (!isSafeInteger(amount)) throw new RangeError(`Not a whole amount of rupiah: ${String(amount)}`);
  return amount as Rupiah;
}

export const ZERO_RUPIAH = rupiah(0);

/** Their sum. @throws RangeError past 2^53: it would not be exact any more */
export function sumRupiah(amounts: Iterable<Rupiah>): Rupiah {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return rupiah(sum);
}

/** What lines, payments or whatever else has an amount come to together. */
export const totalOf = (lines: readonly { readonly amountIdr: Rupiah }[]): Rupiah =>
  sumRupiah(lines.map(({ amountIdr }) => amountIdr));

/** The exact value of an amount, to calculate with. */
export function exactly(amount: Rupiah): Fraction {
  return fraction(amount);
}

/** Rounds an exact value to whole rupiah, half up. Use it once per component. */
export function toRupiah(exact: Fraction): Rupiah {
  return rupiah(roundHalfUp(exact));
}

/** `factor × amount`, rounded once. */
export function share(factor: Fraction, amount: Rupiah): Rupiah {
  return toRupiah(times(factor, exactly(amount)));
}

/** Digits in groups of three, as people in the field write them: `42,000,000`. */
export function formatRupiah(amount: number): string {
  const text = String(amount);
  if (!isSafeInteger(amount)) return text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const first = amount < 0 ? 1 : 0;
  let end = text.length;
  let grouped = '';
  for (; end - 3 > first; end -= 3) grouped = `,${text.slice(end - 3, end)}${grouped}`;
  return text.slice(0, end) + grouped;
}

/** The same as Indonesian writes it: `42.000.000`. */
export const dottedRupiah = (amount: number): string => formatRupiah(amount).replaceAll(',', '.');

/**
 * A part of a sum, of each amount that makes the sum in proportion: whole rupiah, what is left over of the first that has it, and never
 * more of one than it is.
 * @param part no more than the sum
 */
export function inProportion(amounts: readonly Rupiah[], part: Rupiah): readonly Rupiah[] {
  const all = sumRupiah(amounts);
  const shares = amounts.map((amount) =>
    all === 0 ? 0 : Number((BigInt(amount) * BigInt(part)) / BigInt(all)),
  );
  let over = part - shares.reduce((sum, one) => sum + one, 0);
  return amounts.map((amount, place) => {
    const shareOfIt = shares[place] ?? 0;
    const more = Math.min(over, amount - shareOfIt);
    over -= more;
    return rupiah(shareOfIt + more);
  });
}
