import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { factoryRegistered } from '#contexts/employers/domain/employer.examples';
import { monthSettled } from '#contexts/dues/domain/dues.examples';
import { reportWage } from '#contexts/dues/domain/report-wage';
import { wageYears } from '#contexts/dues/domain/wage-years';
import { instant, localDate, period, rupiah } from '#kernel';
import { ReadModels } from '#runtime';
import { type FreshDatabase, freshDatabase, on, storedReadModelSpec, SEES_ALL } from '#testing';
import { testContext } from '#testing/decisions';
import { contributions } from '../../domain/contributions.js';
import { EMPLOYER, MEMBERSHIP, workerJoined, workerLeft } from '../../domain/membership.examples.js';
import { memberships } from '../../domain/membership.js';
import { SITI, contributionPaid, sitiDied, sitiRegistered } from '../../domain/participant.examples.js';
import { participants } from '../../domain/participant.js';
import { GetCover } from './cover.queries.js';
import { GetMonths } from './months.queries.js';
import { participantReadModel } from './participant.read-model.js';

const OCTOBERS_REPORT = 'a0000000-0000-4000-8000-000000000010';

describe('The months of a person', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const project = storedReadModelSpec(participantReadModel, () => fresh.database);
  const registered = on(participants.of(SITI), sitiRegistered({ effectiveOn: localDate('2026-07-01') }));
  const as = (at: string) => ({ recordedAt: instant(at) });

  /** Paid for July and August in time, for September late, and a worker of the factory in October, which was paid in November. */
  const siti = async () => {
    const paid = await project(
      registered,
      on(`employer-${EMPLOYER}`, factoryRegistered()),
      on(memberships.of(MEMBERSHIP), workerJoined('2026-10-05')),
    );
    const selfPaid = await paid.andRecordedAs(
      as('2026-07-02T03:00:00Z'),
      on(contributions.of(SITI), contributionPaid('2026-07', 2, '2026-07-01')),
    );
    const octobers = {
      reportId: OCTOBERS_REPORT,
      membershipId: MEMBERSHIP,
      participantId: SITI,
      employerId: EMPLOYER,
      period: period('2026-10'),
      riskClass: 3 as const,
      programmes: ['JKK', 'JKM'] as const,
      wageIdr: rupiah(5_200_000),
      backPayIdr: rupiah(0),
    };
    return selfPaid.andRecordedAs(
      as('2026-11-12T03:00:00Z'),
      on(contributions.of(SITI), contributionPaid('2026-09', 1, '2026-10-20')),
      on(
        wageYears.of(MEMBERSHIP),
        ...reportWage(octobers, wageYears.initial, testContext(), { worked: true }),
      ),
      on(`dues-${EMPLOYER}`, monthSettled('2026-10', 67_000, '2026-11-10', [OCTOBERS_REPORT])),
      on(memberships.of(MEMBERSHIP), workerLeft('2026-11-12')),
    );
  };
  const monthsOf = (asked: { to?: string; months?: number } = {}) =>
    new GetMonths.handler(new ReadModels(fresh.database, 0)).execute(
      new GetMonths({
        participantId: SITI,
        today: localDate('2026-11-20'),
        sight: SEES_ALL,
        ...(asked.to !== undefined && { to: period(asked.to) }),
        ...(asked.months !== undefined && { months: asked.months }),
      }),
    );
  const coverOn = async (day: string) => {
    const asked = new GetCover({ participantId: SITI, on: localDate(day), sight: SEES_ALL });
    const { memberships: all } = await new GetCover.handler(new ReadModels(fresh.database, 0)).execute(asked);
    return all.map(({ coverage, reason, mend, unpaid }) => ({ coverage, reason, mend, unpaid }));
  };

  it('are shown for every membership, none left out: cover, and since when each is paid and known to be', async () => {
    await siti();
    const { from, to, memberships: shown } = await monthsOf({ months: 6 });
    expect([from, to]).toEqual(['2026-06', '2026-11']);
    const [own, factory] = shown;
    const told = (months: (typeof shown)[number]['months'] = []) =>
      months.map(({ period: month, coverage, reason, paidOn, recordedOn }) =>
        [month, coverage, reason, paidOn ?? '-', recordedOn ?? '-'].join(' '),
      );
    expect(told(own?.months)).toEqual([
      '2026-06 NEVER NEVER_PAID - -',
      '2026-07 ACTIVE CONTRIBUTIONS_PAID 2026-07-01 2026-07-02',
      '2026-08 ACTIVE CONTRIBUTIONS_PAID 2026-07-01 2026-07-02',
      '2026-09 PENDING_ARREARS IN_ARREARS 2026-10-20 2026-11-12',
      '2026-10 PENDING_ARREARS IN_ARREARS - -',
      '2026-11 PENDING_ARREARS IN_ARREARS - -',
    ]);
    expect(factory).toMatchObject({ membershipId: MEMBERSHIP, employerName: 'PT Contoh Garmen' });
    expect(told(factory?.months.slice(3))).toEqual([
      '2026-09 NEVER NOT_STARTED - -',
      '2026-10 NEVER EMPLOYER_NEVER_PAID 2026-11-10 2026-11-12',
      '2026-11 INACTIVE ENDED - -',
    ]);
  });

  it('are a year up to the present month unless told, and end with a death', async () => {
    await (await siti()).and(on(participants.of(SITI), sitiDied('2026-09-15')));
    const { from, memberships: shown } = await monthsOf();
    expect(from).toBe('2025-12');
    expect(shown[0]?.months).toHaveLength(12);
    expect(shown[0]?.months.at(-2)).toMatchObject({ coverage: 'INACTIVE', reason: 'ENDED' });
  });

  it('are nobody’s where nobody is', async () => {
    await project();
    await expect(monthsOf()).rejects.toThrow(expect.objectContaining({ code: 'PARTICIPANT_NOT_FOUND' }));
  });

  it('are mended by whoever is to pay, or by nobody', async () => {
    await siti();
    const [own, factory] = await coverOn('2026-11-20');
    expect(own).toEqual({
      coverage: 'PENDING_ARREARS',
      reason: 'IN_ARREARS',
      mend: 'PAY_ARREARS',
      unpaid: ['2026-10', '2026-11'],
    });
    expect(factory).toMatchObject({ reason: 'ENDED', mend: null });
    // What was settled since mends nothing any more.
    expect((await coverOn('2026-09-20'))[0]).toMatchObject({ reason: 'IN_ARREARS', mend: null, unpaid: [] });
    expect((await coverOn('2026-10-10'))[1]).toMatchObject({
      reason: 'EMPLOYER_NEVER_PAID',
      mend: 'EMPLOYER_PAYS',
    });
    expect((await coverOn('2026-06-30'))[0]).toMatchObject({ mend: 'PAY_CONTRIBUTION' });
  });
});
