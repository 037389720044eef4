import {
  type LocalDate,
  type Period,
  addDays,
  addPeriods,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthsBetween,
  periodOf,
  periodsFrom,
} from '#kernel';
import { type StayFact, only } from '../fact.js';
import {
  type Rule,
  grouped,
  isBefore,
  isWithin,
  measured,
  newest,
  pairs,
  persons,
  proofOf,
  quarterOf,
  subject,
} from './rule.js';

const nightsOf = ({ onDay, data: { until } }: StayFact): number => daysBetween(onDay, until);

/** A bill that does not say what it is for is one of a stay where a night was spent. */
const isStay = (stay: StayFact): boolean => stay.data.isInpatient ?? nightsOf(stay) > 0;

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

/** FD-10: somebody lay in two places in one night, or one stay was billed under two numbers. */
export const overlappingStays: Rule = {
  id: 'FD-10',
  claimsOf: 'ACCIDENT',
  by: 'personId',
  lead: 'STAY',
  kinds: ['STAY'],
  find(group, { terms: { overlap: terms } }) {
    return pairs(only(group, 'STAY').filter(isStay)).flatMap(([one, other]) => {
      const nights = daysBetween(later(one.onDay, other.onDay), earlier(one.data.until, other.data.until));
      const isTwoPlaces = one.key !== other.key && nights >= terms.nights;
      const isTwoNumbers =
        one.key === other.key &&
        one.onDay === other.onDay &&
        one.data.until === other.data.until &&
        one.data.number !== other.data.number;
      if (!isTwoPlaces && !isTwoNumbers) return [];
      return [
        {
          key: [one.id, other.id].sort(),
          subjects: [
            ...persons([one]),
            ...[...new Set([one.thingId, other.thingId])].flatMap((id) =>
              id === null ? [] : [subject('ACCIDENT', id)],
            ),
            ...[...new Set([one.key, other.key])].flatMap((id) =>
              id === null ? [] : [subject('FACILITY', id)],
            ),
          ],
          measures: measured({ nights, invoices: 2, from: later(one.onDay, other.onDay) }),
          proof: proofOf([one, other]),
        },
      ];
    });
  },
};

/** The smallest value that so many of a hundred do not exceed (nearest rank): of fewer than twenty no one exceeds the 95th. */
function percentileOf(values: readonly number[], percentile: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil((sorted.length * percentile) / 100) - 1] ?? 0;
}

/** FD-09: what a facility is paid for one kind of diagnosis is, on the mean, more than nearly all others of the province. */
export const dearBills: Rule = {
  id: 'FD-09',
  by: 'key',
  lead: 'BILL',
  ledWithin: ({ dearBills: { days } }) => days,
  kinds: ['BILL'],
  lookBack: ({ dearBills: { days } }) => days,
  find(group, { day, terms: { dearBills: terms } }) {
    const recent = only(group, 'BILL').filter(({ onDay }) => isWithin(onDay, day, terms.days));
    const facilities = grouped(recent, ({ data }) => data.facilityId).flatMap((bills) => {
      // Several bills of one accident are one case.
      const cases = grouped(bills, ({ thingId }) => thingId).length;
      const paidIdr = bills.reduce((sum, { data }) => sum + data.acceptedIdr, 0);
      return cases < terms.cases ? [] : [{ bills, cases, meanIdr: paidIdr / cases }];
    });
    const usualIdr = percentileOf(
      facilities.map(({ meanIdr }) => meanIdr),
      terms.percentile,
    );
    return facilities
      .filter(({ meanIdr }) => meanIdr > usualIdr)
      .map(({ bills, cases, meanIdr }) => ({
        // Of a facility and of many patients: it tells of nobody's health.
        key: [newest(bills).data.facilityId, newest(bills).key ?? '', quarterOf(day)],
        subjects: [subject('FACILITY', newest(bills).data.facilityId)],
        measures: measured({
          cases,
          meanIdr: Math.round(meanIdr),
          usualIdr: Math.round(usualIdr),
          facilities: facilities.length,
        }),
        proof: proofOf(bills),
      }));
  },
};

/** Days that lie in one of some spans, both ends too. */
function daysIn(spans: readonly (readonly [LocalDate, LocalDate])[]): number {
  let days = 0;
  let counted: LocalDate | undefined;
  for (const [from, until] of spans.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const first: LocalDate = counted === undefined ? from : later(from, addDays(counted, 1));
    if (first <= until) {
      days += daysBetween(first, until) + 1;
      counted = until;
    }
  }
  return days;
}

/** FD-19, its first part: more days of incapacity were calculated than the doctor's statement has days of rest. */
export const moreThanRest: Rule = {
  id: 'FD-19',
  by: 'personId',
  lead: 'INCAPACITY',
  kinds: ['INCAPACITY', 'REST'],
  find(group) {
    return grouped(only(group, 'INCAPACITY'), ({ key }) => key).flatMap((unable) => {
      const [first] = unable;
      const stated = only(group, 'REST').filter(({ thingId }) => thingId === first?.key);
      if (!first?.key || stated.length === 0) return [];
      const rest = newest(stated);
      const days = daysIn(unable.map(({ onDay, data }) => [onDay, data.until]));
      if (days <= rest.data.days) return [];
      return [
        {
          key: [first.key, newest(unable).position],
          subjects: [subject('ACCIDENT', first.key), ...persons([first])],
          measures: measured({ days, restDays: rest.data.days }),
          proof: proofOf([...unable, rest]),
        },
      ];
    });
  },
};

/** How many nights of a stay lie in a month; a stay without a night is one day. */
function daysInMonth(stay: StayFact, month: Period): number {
  const from = later(stay.onDay, firstDayOf(month));
  if (nightsOf(stay) === 0) return periodOf(stay.onDay) === month ? 1 : 0;
  const until = earlier(stay.data.until, addDays(lastDayOf(month), 1));
  return Math.max(0, daysBetween(from, until));
}

/** The months of so many days and a little more, as far as somebody stayed in them. */
function monthsOf(stays: readonly StayFact[], from: LocalDate, days: number): readonly Period[] {
  const [first, last] = [periodOf(from), addPeriods(periodOf(from), Math.ceil(days / 28))];
  const begin = stays.map(({ onDay }) => periodOf(onDay)).toSorted()[0];
  const end = stays
    .map(({ data }) => periodOf(data.until))
    .toSorted()
    .at(-1);
  if (begin === undefined || end === undefined) return [];
  const [start, stop] = [begin > first ? begin : first, end < last ? end : last];
  return periodsFrom(start, Math.max(0, monthsBetween(start, stop) + 1));
}

/** No stay that goes on for longer is looked at from its beginning. */
const LONGEST_STAY_DAYS = 730;

/** FD-21: more days in bed were billed in a month than the agreement has beds. */
export const moreThanBeds: Rule = {
  id: 'FD-21',
  by: 'key',
  lead: 'STAY',
  ledWithin: ({ bedDays: { days } }) => days,
  kinds: ['STAY', 'BEDS'],
  lookBack: ({ bedDays: { days } }) => days + LONGEST_STAY_DAYS,
  find(group, { day, terms: { bedDays: terms } }) {
    const stays = only(group, 'STAY').filter(isStay);
    const months = monthsOf(stays, addDays(day, -terms.days), terms.days);
    return months.flatMap((month) => {
      const agreed = only(group, 'BEDS').filter(
        ({ onDay, data }) => onDay <= lastDayOf(month) && data.until >= firstDayOf(month),
      );
      const there = stays.filter((stay) => daysInMonth(stay, month) > 0);
      if (agreed.length === 0 || !there.some(({ data }) => isWithin(data.billedOn, day, terms.days)))
        return [];
      const { data, key, ...agreement } = agreed.reduce((last, one) =>
        isBefore(last.position, one.position) ? one : last,
      );
      const days = there.reduce((sum, stay) => sum + daysInMonth(stay, month), 0);
      const most = data.beds * Number(lastDayOf(month).slice(8));
      if (days <= most || key === null) return [];
      return [
        {
          key: [key, month],
          subjects: [subject('FACILITY', key)],
          measures: measured({ days, beds: data.beds, from: firstDayOf(month) }),
          proof: proofOf([agreement, ...there]),
        },
      ];
    });
  },
};
