import { compareFractions, fraction, type LocalDate, percent, plus, roundDown, times } from '#kernel';
import { assess } from './disability-percent.js';
import type { Hand, Injury } from './injury.js';
import type { DisabilityFacts } from './jkk-partial.js';
import { PARTIAL_DISABILITY_CAP, PARTS_OF_ONE_ITEM } from './jkk.conventions.js';

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

/** An entry of what was paid for an item, and how much of that is not deducted yet. */
interface PaidEntry {
  readonly item: string;
  readonly side?: Hand;
  left: Millionths;
}

/**
 * The injuries of a later accident with what was paid for the same items before (`alreadyPaidPct`), never more than they
 * are worth. What was paid once is deducted once, however many injuries name the item. Of an item that may be any of
 * several parts of the body only what goes beyond all of them is deducted (E-7).
 * @throws Rejection as `assess` does
 */
export function deductPaid(
  paid: readonly PaidItem[],
  on: LocalDate,
  { injuries, dominantHand = 'RIGHT' }: DisabilityFacts,
): readonly Injury[] {
  if (paid.length === 0) return injuries;
  const entries = paid.map(({ item, side, percent: share }): PaidEntry => ({
    item,
    side,
    left: Math.round(share * MILLION),
  }));
  const worthOf = (injury: Injury) => inMillionths(assess(injury, dominantHand, on).percent.value);
  return injuries.map((injury) => {
    const { item, side } = injury;
    const worth = worthOf(injury);
    const same = entries.filter((entry) => isSameItem(entry, injury));
    const parts = partsMeant(injury, same);
    if (parts === 1) return withDeduction(injury, take(same, worth));
    const onBody = parts * worthOf({ item, side });
    const beyond = Math.min(worth, Math.max(0, worth + sumOf(same) - onBody));
    entries.push({ item, side, left: worth - beyond });
    return withDeduction(injury, beyond);
  });
}

/** Takes what was paid out of the entries, as much as the injury is worth at most. */
function take(entries: readonly PaidEntry[], worth: Millionths): Millionths {
  let taken = 0;
  for (const entry of entries) {
    const part = Math.min(entry.left, worth - taken);
    entry.left -= part;
    taken += part;
  }
  return taken;
}

const withDeduction = (injury: Injury, deducted: Millionths): Injury =>
  deducted > 0 ? { ...injury, alreadyPaidPct: deducted / MILLION } : injury;

const sumOf = (entries: readonly PaidEntry[]) => entries.reduce((sum, { left }) => sum + left, 0);

/** How many parts of a body the item may mean: half of those on both sides where every side is stated. */
function partsMeant({ item, side }: Injury, same: readonly PaidEntry[]): number {
  const parts = PARTS_OF_ONE_ITEM.value[item] ?? 1;
  const isOneSide = side !== undefined && same.every((entry) => entry.side === side);
  return isOneSide && parts % 2 === 0 ? parts / 2 : parts;
}

/** Where a side was not stated it may be either. */
const isSameItem = (earlier: PaidEntry, { item, side }: Injury) =>
  earlier.item === item && (earlier.side === side || earlier.side === undefined || side === undefined);

function inMillionths(share: ReturnType<typeof fraction>): Millionths {
  return roundDown(times(share, HUNDRED_MILLION));
}
