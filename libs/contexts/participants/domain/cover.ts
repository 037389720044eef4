import { addPeriods, type LocalDate, type Period, periodsFrom } from '#kernel';
import { type PaidPeriod, type Segment, type Spell, booked, inOrder, startOf, unpaidOf } from '#law';
import { type CoverageWindow, coverageWindow, windowAfter } from './coverage-window.js';
import { type MonthOfPerson, paidOnce } from './doubles.js';

/** One receipt of contributions, as it was recorded. */
export interface Receipt {
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  /** It settles the arrears that a claim waits for. */
  readonly settlesArrears?: true;
  /** Under which id of the person, where it was not that of the survivor of a merger. */
  readonly of?: string;
}

/** How long everything that was received covers a participant, whichever months it was recorded for. */
export interface Cover {
  readonly receipts: readonly Receipt[];
  /** The memberships of a BPU, as the law books the receipts. */
  readonly spells: readonly Spell[];
  readonly windows: readonly CoverageWindow[];
  /** The last month that is paid. */
  readonly paidThrough: Period;
}

/**
 * The cover with one receipt more. Of a BPU each counts for the oldest unpaid month, also one that an earlier release
 * recorded for another month; one that was entered late is booked where it belongs, and what came after it anew.
 */
export function coverWith(before: Cover | undefined, receipt: Receipt, segment: Segment): Cover {
  const receipts = [...(before?.receipts ?? []), receipt];
  if (segment !== 'BPU') return ofMonths(before, receipts, receipt, segment);
  const comesLast = before?.receipts.every(
    (earlier) => earlier.of === receipt.of && inOrder(lastMonthOf(earlier), firstMonthOf(receipt)) < 0,
  );
  const { spells, windows } =
    before && comesLast
      ? monthsOf(receipt).reduce<Booked>(withMonth, before)
      : paidOnce(receipts.flatMap(monthsOf)).counted.toSorted(inOrder).reduce(withMonth, NOTHING);
  return { receipts, spells, windows, paidThrough: spells.map(paidTo).reduce(later) };
}

/** The cover as if one receipt had never come; undefined where none is left. */
export function coverWithout(
  { receipts }: Cover,
  { period, months, paidOn, of }: Receipt,
  segment: Segment,
): Cover | undefined {
  const place = receipts.findLastIndex(
    (one) => one.period === period && one.months === months && one.paidOn === paidOn && one.of === of,
  );
  return coverBy(
    receipts.filter((_one, index) => index !== place),
    segment,
  );
}

/** The cover by what was received under two ids of one person; undefined where nothing was. */
export function coverTogether(
  survivors: Cover | undefined,
  merged: Cover | undefined,
  mergedId: string,
  segment: Segment,
): Cover | undefined {
  const others = (merged?.receipts ?? []).map((receipt) => ({ ...receipt, of: mergedId }));
  return coverBy([...(survivors?.receipts ?? []), ...others], segment);
}

/** The cover without what was received under an id that is another person's after all. */
export const coverApart = ({ receipts }: Cover, mergedId: string, segment: Segment): Cover | undefined =>
  coverBy(
    receipts.filter(({ of }) => of !== mergedId),
    segment,
  );

const coverBy = (receipts: readonly Receipt[], segment: Segment): Cover | undefined =>
  receipts.reduce<Cover | undefined>((cover, receipt) => coverWith(cover, receipt, segment), undefined);

/** A month of a BPU that is paid, and the receipt that paid it. */
export interface BookedMonth extends Pick<Receipt, 'paidOn' | 'of'> {
  readonly month: Period;
  /** For which month it was recorded: that of a payment of an earlier release may be another one. */
  readonly recordedFor: Period;
}

/** Every month that was paid and counts, as the law asks for them. */
export const countedMonths = (receipts: readonly Receipt[]): readonly PaidPeriod[] =>
  paidOnce(receipts.flatMap(monthsOf)).counted;

/** By which receipt each month is paid, in the order in which they are booked. */
export function monthsBookedBy(receipts: readonly Receipt[]): readonly BookedMonth[] {
  let spells: readonly Spell[] = [];
  return paidOnce(receipts.flatMap(monthsOf))
    .counted.toSorted(inOrder)
    .map((payment) => {
      const before = spells;
      spells = booked(before, payment);
      const extended = spells.find((one, place) => one !== before[place]);
      if (!extended) throw new Error('A payment that is booked nowhere');
      const { paidOn, of, period: recordedFor } = payment;
      return { month: paidTo(extended), recordedFor, paidOn, ...(of !== undefined && { of }) };
    });
}

type Booked = Pick<Cover, 'spells' | 'windows'>;

const NOTHING: Booked = { spells: [], windows: [] };

/** Every payment gives the membership that it is booked on a window, from the day on which the money came. */
function withMonth({ spells, windows }: Booked, payment: Paid): Booked {
  const after = booked(spells, payment);
  const extended = after.filter((one, place) => one !== spells[place]);
  return { spells: after, windows: extended.reduce((all, one) => withWindow(all, one, payment), windows) };
}

function withWindow(windows: readonly CoverageWindow[], spell: Spell, { paidOn }: Paid): CoverageWindow[] {
  const window = windowAfter(paidTo(spell), startOf({ ...spell, openedOn: paidOn }), 'BPU');
  // Of those that begin on one day only the longest says anything.
  const longer = windows.filter(
    ({ coveredFrom, inactiveFrom }) =>
      coveredFrom !== window.coveredFrom || inactiveFrom > window.inactiveFrom,
  );
  return [...longer, window];
}

const paidTo = (spell: Spell): Period => addPeriods(unpaidOf(spell), -1);

const later = (one: Period, other: Period): Period => (one > other ? one : other);

function ofMonths(
  before: Cover | undefined,
  receipts: readonly Receipt[],
  receipt: Receipt,
  segment: Segment,
): Cover {
  const last = lastMonthOf(receipt).period;
  return {
    receipts,
    spells: [],
    windows: [...(before?.windows ?? []), coverageWindow(receipt, segment)],
    paidThrough: before ? later(before.paidThrough, last) : last,
  };
}

type Paid = MonthOfPerson & { readonly paidOn: LocalDate };

function monthsOf({ period, months, paidOn, settlesArrears, of }: Receipt): readonly Paid[] {
  return periodsFrom(period, months).map((month) => ({
    period: month,
    paidOn,
    ...(settlesArrears && { settlesArrears }),
    ...(of !== undefined && { of }),
  }));
}

const firstMonthOf = ({ period, paidOn }: Receipt): Paid => ({ period, paidOn });

const lastMonthOf = ({ period, months, paidOn }: Receipt): Paid => ({
  period: addPeriods(period, months - 1),
  paidOn,
});
