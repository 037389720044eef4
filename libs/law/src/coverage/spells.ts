import {
  addPeriods,
  firstDayOf,
  type LocalDate,
  monthsBetween,
  type Period,
  periodOf,
  periodsFrom,
} from '#kernel';
import { inactiveFrom } from './due-days.js';

/** One paid contribution month. A payment made after an event does not cover it. */
export interface PaidPeriod {
  /** The month it was paid for. Of a BPU it is booked on the oldest unpaid one, whichever is named here. */
  readonly period: Period;
  /** When the money came; without it the payment is taken to have come in time. */
  readonly paidOn?: LocalDate;
  /** It settles the arrears that a claim waits for, and nothing else: booked on its month also after the spell has ended. */
  readonly settlesArrears?: true;
}

/** An uninterrupted membership of a BPU: from its first month on no month is left out. */
export interface Spell {
  /** The day of the first payment. */
  readonly openedOn: LocalDate;
  readonly first: Period;
  /** Paid months from the first one on. */
  readonly months: number;
}

/** When the money for a month came. */
export const receivedOn = ({ period, paidOn }: PaidPeriod): LocalDate => paidOn ?? firstDayOf(period);

/** The oldest month of a spell that is not paid. */
export const unpaidOf = ({ first, months }: Spell): Period => addPeriods(first, months);

/** How many months of a spell are paid up to a month; what is paid ahead counts when it has come. */
export const paidMonthsTo = ({ first, months }: Spell, month: Period): number =>
  Math.max(0, Math.min(months, monthsBetween(first, month) + 1));

/** Whether a spell is not over on a day. */
export const isAlive = (spell: Spell, on: LocalDate): boolean => on < inactiveFrom(unpaidOf(spell), 'BPU');

/**
 * The memberships of a BPU, oldest first. Each payment is booked on the oldest unpaid month, in the order in which the money
 * came; one that comes when membership has ended begins another one, in which older months are not charged.
 */
export const spellsOf = (history: readonly PaidPeriod[]): readonly Spell[] =>
  history.toSorted(inOrder).reduce<readonly Spell[]>(booked, []);

/** The order in which payments are booked: as the money came, and of one day the oldest month first. */
export const inOrder = (one: PaidPeriod, other: PaidPeriod): number =>
  compare(receivedOn(one), receivedOn(other)) || compare(one.period, other.period);

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The memberships after one payment more, which comes after all before (`inOrder`). */
export function booked(spells: readonly Spell[], payment: PaidPeriod): readonly Spell[] {
  const at = bookedOn(spells, payment);
  if (at >= 0) return spells.with(at, { ...spells[at]!, months: spells[at]!.months + 1 });
  const received = receivedOn(payment);
  const month = periodOf(received);
  const first = spells.length > 0 && payment.period < month ? month : payment.period;
  return [...spells, { openedOn: received, first, months: 1 }];
}

/** Since when a spell lasts: from the first payment on, but not before the first month. */
export function startOf({ openedOn, first }: Spell): LocalDate {
  const begins = firstDayOf(first);
  return openedOn > begins ? openedOn : begins;
}

/** Where a payment is booked: what settles a month that was paid otherwise counts like any other payment. */
function bookedOn(spells: readonly Spell[], payment: PaidPeriod): number {
  const settled = payment.settlesArrears
    ? spells.findLastIndex((spell) => unpaidOf(spell) === payment.period)
    : -1;
  return settled >= 0 ? settled : spells.findLastIndex((spell) => isAlive(spell, receivedOn(payment)));
}

/** Every month that is paid, as it is booked. */
export const bookedMonths = (history: readonly PaidPeriod[]): readonly Period[] =>
  spellsOf(history).flatMap(({ first, months }) => periodsFrom(first, months));
