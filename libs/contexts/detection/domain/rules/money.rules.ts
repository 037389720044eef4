import { monthsBetween, periodOf } from '#kernel';
import { workingDaysAfter } from '#law';
import { type Fact, type StayFact, type WageFact, only } from '../fact.js';
import {
  type Rule,
  distinct,
  grouped,
  isBefore,
  isWithin,
  matterOf,
  measured,
  newest,
  persons,
  proofOf,
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
        matter: matterOf(named),
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
        matter: matterOf(papers),
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
