/** How many of those that were reviewed were wrong, in the one way that counts: in money or in the person. */
export interface Reviewed {
  readonly reviewed: number;
  readonly wrong: number;
}

/** A share of a hundred, with the interval in which the true one lies in 95 of 100 cases. */
export interface ErrorRate extends Reviewed {
  readonly percent: number;
  readonly lowPercent: number;
  readonly highPercent: number;
}

/** Above it the rates of the next month double (reference 6.3). */
const DOUBLES_ABOVE = 3 / 100;

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/** Whether so many were wrong that twice as many are looked at. */
export const isTooHigh = ({ reviewed, wrong }: Reviewed): boolean => wrong > DOUBLES_ABOVE * reviewed;

/**
 * The error rate with its interval by Wilson, which holds also for few and for none that are wrong. Undefined where nothing was reviewed.
 * Percent with two decimals.
 */
export function errorRate({ reviewed: n, wrong }: Reviewed): ErrorRate | undefined {
  if (n === 0) return undefined;
  const share = wrong / n;
  const scale = 1 + Z ** 2 / n;
  const middle = (share + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return {
    reviewed: n,
    wrong,
    percent: percentOf(share),
    lowPercent: percentOf(Math.max(0, middle - half)),
    highPercent: percentOf(Math.min(1, middle + half)),
  };
}

const percentOf = (share: number): number => Math.round(share * 10_000) / 100;
