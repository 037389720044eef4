import {
  type LocalDate,
  type WeighedSum,
  authorityNeeded,
  daysBetween,
  monthsBetween,
  periodOf,
  rupiah,
} from '#kernel';
import { workingDaysAfter } from '#law';
import { type DecisionFact, type Fact, type StayFact, type WageFact, only } from '../fact.js';
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

/** FD-01: one account in claims of several insured persons. Accounts of facilities, employers and guardians are no such facts. */
export const sharedAccount: Rule = {
  id: 'FD-01',
  by: 'key',
  lead: 'ACCOUNT',
  ledWithin: ({ sharedAccount: { days } }) => days,
  kinds: ['ACCOUNT'],
  lookBack: ({ sharedAccount: { days } }) => days,
  find(group, { day, terms: { sharedAccount: terms } }) {
    const named = only(group, 'ACCOUNT').filter(({ onDay }) => isWithin(onDay, day, terms.days));
    const insured = persons(named);
    if (insured.length < terms.persons) return [];
    const claims = distinct(named.flatMap(({ thingId }) => thingId ?? []));
    return [
      {
        // Of a claim with several heirs each account is a case.
        key: [newest(named).id],
        matter: named.slice(0, 1).map(({ id }) => id),
        subjects: [...claims.map((id) => subject('CLAIM', id)), ...insured],
        measures: measured({ persons: insured.length, claims: claims.length }),
        proof: proofOf(named),
      },
    ];
  },
};

/** FD-06: one paper in two claims of different persons or events. */
export const samePaper: Rule = {
  id: 'FD-06',
  claimsOf: 'ACCIDENT',
  by: 'key',
  lead: 'PAPER',
  kinds: ['PAPER'],
  find(group, { terms: { samePaper: terms } }) {
    const papers = only(group, 'PAPER');
    const signs = papers[0]?.key?.split('/').at(-1)?.length ?? 0;
    if (signs < terms.leastSigns) return [];
    const whose = persons(papers);
    const events = distinct(papers.flatMap(({ data }) => data.eventId ?? []));
    if (whose.length < 2 && events.length < 2) return [];
    const last = newest(papers);
    const claims = distinct(
      papers.flatMap(({ thingId, data }) => (data.of === 'CLAIM' ? (thingId ?? []) : [])),
    );
    const rights = distinct(
      papers.flatMap(({ thingId, data }) => (data.of === 'SCHOLARSHIP' ? (thingId ?? []) : [])),
    );
    const accidents = distinct(
      papers.flatMap(({ thingId, data }) => (data.of === 'ACCIDENT' ? (thingId ?? []) : [])),
    );
    return [
      {
        key: [last.data.paper, last.thingId ?? ''],
        matter: papers.slice(0, 1).map(({ id }) => id),
        subjects: [
          ...claims.map((id) => subject('CLAIM', id)),
          ...rights.map((id) => subject('SCHOLARSHIP', id)),
          ...accidents.map((id) => subject('ACCIDENT', id)),
          ...whose,
        ],
        measures: measured({
          persons: whose.length,
          claims: distinct(papers.map(({ thingId }) => thingId)).length,
        }),
        proof: proofOf(papers),
      },
    ];
  },
};

/** Twice the median, so that it stays whole. */
function twiceMedian(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return (sorted[middle] ?? 0) + (sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0);
}

/** FD-07: a wage shortly before the event is far above what was usual before. Each work by itself. */
export const wageRise: Rule = {
  id: 'FD-07',
  by: 'personId',
  lead: 'CLAIM',
  kinds: ['CLAIM', 'WAGE'],
  find(group, { terms: { wageRise: terms } }) {
    return only(group, 'CLAIM').flatMap((claim) => {
      const event = periodOf(claim.onDay);
      for (const wages of grouped(only(group, 'WAGE'), ({ thingId }) => thingId)) {
        const monthsBefore = ({ data }: WageFact) => monthsBetween(data.period, event);
        const near = wages.filter((one) => monthsBefore(one) >= 1 && monthsBefore(one) <= terms.monthsBefore);
        const usual = wages.filter(
          (one) =>
            monthsBefore(one) > terms.monthsBefore &&
            monthsBefore(one) <= terms.monthsBefore + terms.comparedMonths,
        );
        if (usual.length < terms.leastMonths) continue;
        const twice = twiceMedian(usual.map(({ data }) => data.wageIdr));
        const high = near.filter(
          ({ data }) => 2 * data.wageIdr * 100 >= terms.perCent * twice && data.wageIdr > 0,
        );
        const [first] = high;
        if (!first) continue;
        return [
          {
            key: [claim.id],
            subjects: [subject('CLAIM', claim.id), ...persons([claim])],
            measures: measured({
              wageIdr: Math.max(...high.map(({ data }) => data.wageIdr)),
              medianIdr: Math.round(twice / 2),
            }),
            proof: proofOf([claim, ...usual, ...high]),
          },
        ];
      }
      return [];
    });
  },
};

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

/** FD-14: an account that is known from somebody else was entered shortly before the bank was told. */
export const accountChange: Rule = {
  id: 'FD-14',
  by: 'key',
  lead: 'ACCOUNT_CHANGE',
  kinds: ['ACCOUNT_CHANGE', 'ACCOUNT'],
  find(group, { day, terms: { accountChange: terms } }) {
    return only(group, 'ACCOUNT_CHANGE').flatMap((change) => {
      const { instructedOn, instructedAt } = change.data;
      if (instructedOn === null || instructedAt === null || instructedOn > day) return [];
      const workingDays = workingDaysAfter(change.onDay, instructedOn);
      if (workingDays > terms.workingDays) return [];
      const others = group.filter(
        (one: Fact) => one.personId !== change.personId && isBefore(one.position, instructedAt),
      );
      if (others.length === 0) return [];
      return [
        {
          key: [change.thingId ?? '', change.position],
          subjects: [subject('PAYOUT', change.thingId ?? ''), ...persons([change, ...others])],
          measures: measured({ days: workingDays, persons: persons(others).length }),
          proof: proofOf([change, ...others], [instructedAt]),
        },
      ];
    });
  },
};

/** FD-23: receipts of one issuer that were written one after the other come from several who are repaid. */
export const receiptsInARow: Rule = {
  id: 'FD-23',
  by: 'key',
  lead: 'STAY',
  ledWithin: ({ receipts: { days } }) => days,
  kinds: ['STAY'],
  lookBack: ({ receipts: { days } }) => days,
  find(group, { terms: { receipts: terms } }) {
    const numbered = only(group, 'STAY').flatMap((stay) => {
      const [, series, number] = /^(.*?)(\d{1,15})$/.exec(stay.data.number) ?? [];
      return stay.data.isReceipt && number !== undefined
        ? [{ stay, series: series ?? '', number: Number(number) }]
        : [];
    });
    return grouped(numbered, ({ series }) => series).flatMap((inSeries) =>
      rowsIn(inSeries).flatMap((row) => {
        const stays = row.map(({ stay }) => stay);
        const whose = persons(stays);
        const last = newest(stays);
        if (whose.length < terms.persons) return [];
        return [
          {
            key: [last.id],
            subjects: [
              subject('FACILITY', last.key ?? ''),
              ...distinct(stays.flatMap(({ thingId }) => thingId ?? [])).map((id) => subject('ACCIDENT', id)),
              ...whose,
            ],
            measures: measured({ invoices: stays.length, persons: whose.length }),
            proof: proofOf(stays),
          },
        ];
      }),
    );
  },
};

interface Numbered {
  readonly stay: StayFact;
  readonly number: number;
}

/** Numbers that follow each other without a gap. */
function rowsIn(numbered: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const rows: Numbered[][] = [];
  for (const one of numbered.toSorted((a, b) => a.number - b.number)) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row && before && one.number - before.number <= 1) row.push(one);
    else rows.push([one]);
  }
  return rows;
}
