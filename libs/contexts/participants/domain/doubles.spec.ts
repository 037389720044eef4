import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period, rupiah } from '#kernel';
import { logOf, testContext } from '#testing/decisions';
import { contributionYears } from './contribution-years.js';
import { contributions } from './contributions.js';
import { coverApart, coverTogether, coverWith, coverWithout } from './cover.js';
import { paidOnce } from './doubles.js';
import { TWIN, mergedInto, mergerAsked, tookOver, twinRegistered } from './merger.examples.js';
import { goesOnAs, onePerson, paidUnderOthers } from './one-person.js';
import {
  childBirthDate,
  idsOfPerson,
  isSamePerson,
  participantFacts,
  refuseMerged,
} from './participant-facts.js';
import { SITI, childRegistered, contributionPaid, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { recordContribution } from './record-contribution.js';
import { sponsors } from './sponsor.js';

const paid = (month: string, paidOn: string, months = 1) =>
  contributionPaid(month, months, paidOn, { receipt: `R ${month}` });
const underTwin = (...args: Parameters<typeof paid>) => {
  const event = paid(...args);
  return { ...event, data: { ...event.data, participantId: TWIN } };
};

const SITIS = [paid('2026-07', '2026-07-03'), paid('2026-08', '2026-08-03')];
const TWINS = [underTwin('2026-08', '2026-08-01'), underTwin('2026-09', '2026-09-10', 2)];

const log = logOf({
  [participants.of(SITI)]: [sitiRegistered({ effectiveOn: localDate('2026-07-03') }), tookOver],
  [participants.of(TWIN)]: [
    twinRegistered({ effectiveOn: localDate('2026-06-01'), incomeBaseIdr: rupiah(2_000_000) }),
    childRegistered('child-of-twin'),
    mergerAsked,
    mergedInto,
  ],
  [contributions.of(SITI)]: SITIS,
  [contributions.of(TWIN)]: TWINS,
});

describe('A month that was paid for one person under two ids', () => {
  const months = [
    ...fold(contributions, SITIS).paid,
    ...fold(contributions, TWINS).paid.map((month) => ({ ...month, of: TWIN })),
  ];

  it('counts once, where the money came first; the other is double, and not lost', () => {
    const { counted, double } = paidOnce(months);
    expect(counted.map(({ period: month }) => month).toSorted()).toEqual([
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
    ]);
    expect(double).toMatchObject([{ period: '2026-08', paidOn: '2026-08-03' }]);
  });

  it('is as it was under one id, where nothing is double', () => {
    const { paid: own } = fold(contributions, SITIS);
    expect(paidOnce(own)).toEqual({ counted: own, double: [] });
  });

  it('is not paid a third time: the oldest month that both leave unpaid comes next', async () => {
    const others = await paidUnderOthers(log, SITI);
    const pay = (month: string) => {
      const input = {
        participantId: SITI,
        period: period(month),
        months: 1,
        payer: 'SELF' as const,
        paidOn: localDate('2026-11-02'),
        receipt: 'R-9',
      };
      return recordContribution(input, fold(contributionYears, SITIS), testContext(), {
        participant: fold(participants, [sitiRegistered(), tookOver]),
        sponsor: sponsors.initial,
        others,
      });
    };
    expect(() => pay('2026-10')).toThrow(expect.objectContaining({ code: 'PERIOD_ALREADY_PAID' }));
    expect(pay('2026-11')).toMatchObject([{ data: { participantId: SITI, mergedIds: [TWIN] } }]);
  });
});

describe('The facts of a person', () => {
  it('are the same by any id: since when, which children, and cover by everything that was paid', async () => {
    for (const id of [SITI, TWIN]) {
      const facts = await participantFacts(log, id);
      expect(facts).toMatchObject({
        participantId: SITI,
        ids: [SITI, TWIN],
        registeredOn: '2026-06-01',
        children: [{ childId: 'child-of-twin' }],
      });
      expect(facts.coverageOn(localDate('2026-10-20'))).toMatchObject({
        status: 'ACTIVE',
        paidThrough: '2026-10',
      });
      // Of a month that was paid under the other id the income that was declared there counts.
      expect(facts.incomeBaseIn(period('2026-07'))).toBe(1_000_000);
      expect(facts.incomeBaseIn(period('2026-09'))).toBe(2_000_000);
      expect(await idsOfPerson(log, id)).toEqual([SITI, TWIN]);
      expect(await childBirthDate(log, id, 'child-of-twin')).toBe('2009-03-01');
    }
    expect(await isSamePerson(log, TWIN, SITI)).toBe(true);
    expect(await isSamePerson(log, TWIN, 'somebody')).toBe(false);
    expect((await onePerson(log, TWIN)).records).toHaveLength(2);
  });

  it('go on under the id of the survivor: a list that names the other one pays there', async () => {
    const goneOn = await Promise.all([TWIN, SITI, 'somebody'].map((id) => goesOnAs(log, id)));
    expect(goneOn).toEqual([SITI, SITI, 'somebody']);
  });

  it('are asked for under the id of the survivor where something begins', async () => {
    await refuseMerged(log, SITI);
    await expect(refuseMerged(log, TWIN)).rejects.toMatchObject({ code: 'PARTICIPANT_MERGED' });
  });
});

describe('Cover', () => {
  const receiptsOf = (events: readonly ReturnType<typeof paid>[]) =>
    events.map(({ data: { period: month, months, paidOn } }) => ({ period: month, months, paidOn }));
  const coverBy = (events: readonly ReturnType<typeof paid>[]) =>
    receiptsOf(events).reduce<ReturnType<typeof coverTogether>>(
      (cover, receipt) => coverWith(cover, receipt, 'BPU'),
      undefined,
    );
  const together = coverTogether(coverBy(SITIS), coverBy(TWINS), TWIN, 'BPU')!;

  it('is by the months of both ids, none of them twice', () => {
    expect(together).toMatchObject({ paidThrough: '2026-10', spells: [{ first: '2026-07', months: 4 }] });
  });

  it('follows what comes or is taken back under the merged id since', () => {
    const receipt = { period: period('2026-11'), months: 1, paidOn: localDate('2026-11-02'), of: TWIN };
    const longer = coverWith(together, receipt, 'BPU');
    expect(longer.paidThrough).toBe('2026-11');
    expect(coverWithout(longer, receipt, 'BPU')).toEqual(together);
  });

  it('is after a split what it was before the merger', () => {
    expect(coverApart(together, TWIN, 'BPU')).toEqual(coverBy(SITIS));
    expect(coverApart(coverTogether(undefined, coverBy(TWINS), TWIN, 'BPU')!, TWIN, 'BPU')).toBeUndefined();
  });
});
