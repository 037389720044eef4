import { compareFractions, fraction, type LocalDate, percent, plus, times } from '#kernel';
import { PARTIAL_DISABILITY_CAP } from '../conventions.js';
import { assess } from './disability-percent.js';
import type { Hand, Injury } from './injury.js';
import type { DisabilityFacts } from './jkk-partial.js';

/** What one accident paid for an item of the disability table. */
export interface PaidItem {
  readonly item: string;
  readonly side?: Hand;
  /** Of the wage factor; the item's part of the 70 % where the accident was capped. */
  readonly percent: number;
}

/** A percentage in millionths, rounded down: nothing is ever deducted that was not paid. */
type Millionths = number;

const MILLION = 1_000_000;
const HUNDRED_MILLION = fraction(100 * MILLION);

/** What the injuries of an accident are paid, item by item: what R-9 deducts from a later grade. */
export function paidForItems(
  on: LocalDate,
  { injuries, dominantHand = 'RIGHT' }: DisabilityFacts,
): readonly PaidItem[] {
  const shares = injuries.map((injury) => assess(injury, dominantHand, on).percent.value);
  const total = shares.reduce(plus, fraction(0));
  const cap = percent(PARTIAL_DISABILITY_CAP.value);
  const paidPart =
    compareFractions(total, cap) > 0 ? times(cap, fraction(total.denominator, total.numerator)) : fraction(1);
  return injuries.map(({ item, side }, index) => ({
    item,
    ...(side && { side }),
    percent: inMillionths(times(shares[index]!, paidPart)) / MILLION,
  }));
}

/**
 * The injuries of a later accident with what was paid for the same items before (`alreadyPaidPct`), never more than they
 * are worth. What was paid once is deducted once, however many injuries name the item.
 * @throws Rejection as `assess` does
 */
export function deductPaid(
  paid: readonly PaidItem[],
  on: LocalDate,
  { injuries, dominantHand = 'RIGHT' }: DisabilityFacts,
): readonly Injury[] {
  if (paid.length === 0) return injuries;
  const left = paid.map((earlier) => Math.round(earlier.percent * MILLION));
  return injuries.map((injury) => {
    const worth = inMillionths(assess(injury, dominantHand, on).percent.value);
    let deducted = 0;
    for (const [index, earlier] of paid.entries()) {
      if (!isSameItem(earlier, injury)) continue;
      const taken = Math.min(left[index]!, worth - deducted);
      left[index]! -= taken;
      deducted += taken;
    }
    return deducted > 0 ? { ...injury, alreadyPaidPct: deducted / MILLION } : injury;
  });
}

/** Where a side was not stated it may be either: nothing is paid twice for want of a word. */
const isSameItem = (earlier: PaidItem, { item, side }: Injury) =>
  earlier.item === item && (earlier.side === side || earlier.side === undefined || side === undefined);

function inMillionths(share: ReturnType<typeof fraction>): Millionths {
  const { numerator, denominator } = times(share, HUNDRED_MILLION);
  return Number(numerator / denominator);
}
