import { type LocalDate, type WeighedSum, authorityNeeded, daysBetween, rupiah } from '#kernel';
import { workingDaysAfter } from '#law';
import { type DecisionFact, type StayFact, only } from '../fact.js';
import {
  type Rule,
  distinct,
  grouped,
  isBefore,
  isWithin,
  measured,
  newest,
  persons,
  proofOf,
  quarterOf,
  subject,
} from './rule.js';

/** The limit that a sum comes close to, if it does (reference 6.1). */
function limitNear({ matter, amountIdr }: WeighedSum, on: LocalDate, perCent: number) {
  const { upToIdr, level } = authorityNeeded(matter, amountIdr, on);
  if (upToIdr === undefined || amountIdr * 100 < upToIdr * perCent) return undefined;
  return { amountIdr, limitIdr: upToIdr, level };
}

/** The limit for care that a bill comes close to, if it does. */
const careLimitNear = ({ data: { amountIdr, billedOn } }: StayFact, perCent: number) =>
  limitNear({ matter: 'CARE', amountIdr: rupiah(amountIdr) }, billedOn, perCent);

/** FD-11: bills of one facility for one patient that stay just below a limit, one soon after the other. */
export const invoicesNearLimit: Rule = {
  id: 'FD-11',
  by: 'key',
  lead: 'STAY',
  ledWithin: ({ bedDays: { days } }) => days,
  kinds: ['STAY'],
  lookBack: ({ bedDays: { days } }) => 2 * days,
  find(group, { terms: { nearLimit, invoicesNearLimit: terms } }) {
    const near = only(group, 'STAY').filter((bill) => careLimitNear(bill, nearLimit.perCent));
    return grouped(near, ({ personId }) => personId).flatMap((bills) =>
      bills.flatMap((last) => {
        const together = bills.filter(
          (one) =>
            one.data.billedOn <= last.data.billedOn &&
            !isBefore(last.position, one.position) &&
            daysBetween(one.data.billedOn, last.data.billedOn) <= terms.withinDays,
        );
        if (together.length < terms.invoices) return [];
        return [
          {
            key: [last.id],
            subjects: [subject('FACILITY', last.key ?? ''), ...persons([last])],
            measures: measured({
              invoices: together.length,
              leastIdr: Math.min(...together.map(({ data }) => data.amountIdr)),
              limitIdr: careLimitNear(last, nearLimit.perCent)?.limitIdr ?? 0,
            }),
            proof: proofOf(together),
          },
        ];
      }),
    );
  },
};

/** What somebody approves is close to their own limit for cash, or for care: nobody above has to. */
const ownLimitNear = ({ onDay, data: { weighed, level } }: DecisionFact, perCent: number) =>
  weighed.flatMap((sum) => limitNear(sum, onDay, perCent) ?? []).find((near) => near.level === level);

/** FD-12: somebody approves several sums that stay just within their own limit, within days. */
export const approvalsNearLimit: Rule = {
  id: 'FD-12',
  by: 'actorId',
  lead: 'DECISION',
  ledWithin: ({ approvalsNearLimit: { workingDays } }) => 4 * workingDays,
  kinds: ['DECISION'],
  lookBack: ({ approvalsNearLimit: { workingDays } }) => 4 * workingDays,
  find(group, { day, terms: { nearLimit, approvalsNearLimit: terms } }) {
    const near = only(group, 'DECISION').filter(
      (one) =>
        ownLimitNear(one, nearLimit.perCent) !== undefined &&
        // Of fewer days no more are working days: nobody has to count them.
        (daysBetween(one.onDay, day) < terms.workingDays ||
          workingDaysAfter(one.onDay, day) < terms.workingDays),
    );
    if (near.length < terms.approvals) return [];
    const last = newest(near);
    return [
      {
        key: [last.actorId ?? '', last.position],
        subjects: [subject('OFFICER', last.actorId ?? ''), ...claimsOf(near)],
        measures: measured({
          approvals: near.length,
          leastIdr: Math.min(...near.flatMap((one) => ownLimitNear(one, nearLimit.perCent)?.amountIdr ?? [])),
          limitIdr: ownLimitNear(last, nearLimit.perCent)?.limitIdr ?? 0,
        }),
        proof: proofOf(near),
      },
    ];
  },
};

const claimsOf = (facts: readonly DecisionFact[]) =>
  distinct(facts.flatMap(({ thingId, data }) => (data.of === 'CLAIM' ? (thingId ?? []) : []))).map((id) =>
    subject('CLAIM', id),
  );

/** FD-13: what one person assesses is approved by the same other one nearly always. */
export const onePair: Rule = {
  id: 'FD-13',
  by: 'key',
  lead: 'DECISION',
  ledWithin: ({ onePair: { days } }) => days,
  kinds: ['DECISION'],
  lookBack: ({ onePair: { days } }) => days,
  find(group, { day, terms: { onePair: terms } }) {
    const approvals = only(group, 'DECISION').filter(({ onDay }) => isWithin(onDay, day, terms.days));
    if (approvals.length < terms.approvals) return [];
    return grouped(approvals, ({ actorId }) => actorId).flatMap((theirs) => {
      const [first] = theirs;
      if (!first?.actorId || !first.key || theirs.length * 100 <= terms.perCent * approvals.length) return [];
      return [
        {
          // A pair that works on like this is looked at once in a quarter of a year.
          key: [first.key, first.actorId, quarterOf(day)],
          subjects: [subject('OFFICER', first.key), subject('OFFICER', first.actorId)],
          measures: measured({ approvals: theirs.length, ofAll: approvals.length }),
          proof: proofOf(theirs),
        },
      ];
    });
  },
};
