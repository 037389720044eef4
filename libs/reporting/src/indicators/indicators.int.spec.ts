import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareTables } from '#followers';
import { localDate } from '#kernel';
import type { CloudEvent } from '#publishing';
import { type FreshDatabase, freshDatabase } from '#testing';
import { REPORTING } from '../facts/fact-tables.js';
import { messageOf } from '../intake/message.js';
import { takeIn } from '../intake/take-in.js';
import { paid, registered, told } from '../reporting.examples.js';
import { report } from '../reports.js';
import { orderedRows } from '../tables/row-order.js';
import { type Cut, INDICATORS } from './index.js';

const TODAY = localDate('2026-11-30');
const SIX = [0, 1, 2, 3, 4, 5];

let at = 0;
const next = (type: string, data: CloudEvent['data'], stream: string) =>
  told(`lindung.${type}`, data, { at: at++, stream });

/**
 * Six people of a village whose agreement has eight places, and who have paid three months. For a seventh it did not pay after all; another
 * agreement waits for a second person.
 */
function villagers() {
  const [sponsorId, agreementId] = [randomUUID(), randomUUID()];
  const of = { sponsor: `sponsor-${sponsorId}`, roster: `roster-${agreementId}` };
  const people = SIX.map(() => randomUUID());
  const seventh = { participantId: randomUUID() };
  const promised = { sponsorId, governmentPaid: true, validFrom: '2026-01-01', validUntil: '2026-12-31' };
  const late = { ...promised, signedOn: '2026-11-01', toBeConfirmed: true };
  return {
    people,
    events: [
      next(
        'participants.sponsor-registered.v1',
        { sponsorId, kind: 'VILLAGE', district: '321605', registeredOn: '2026-01-01' },
        of.sponsor,
      ),
      next('participants.sponsor-agreement-signed.v1', { ...late, agreementId, quota: 7 }, of.sponsor),
      next(
        'participants.sponsor-agreement-confirmed.v1',
        { sponsorId, agreementId, confirmedOn: '2026-11-02' },
        of.sponsor,
      ),
      next(
        'participants.sponsor-agreement-signed.v1',
        { ...late, agreementId: randomUUID(), quota: 50 },
        of.sponsor,
      ),
      next(
        'participants.sponsor-agreement-extended.v1',
        { sponsorId, agreementId, validUntil: '2027-12-31', quota: 8, extendedOn: '2026-06-01' },
        of.sponsor,
      ),
      next(
        'participants.sponsor-members-added.v1',
        {
          sponsorId,
          agreementId,
          payer: 'VILLAGE',
          way: 'REGISTRATION',
          from: '2026-09',
          members: [...people.map((participantId) => ({ participantId })), seventh].map((one) => ({
            ...one,
            monthlyIdr: 16_800,
          })),
          addedOn: '2026-09-01',
        },
        of.roster,
      ),
      next(
        'participants.sponsor-places-given-back.v1',
        { sponsorId, agreementId, members: [seventh], givenBackOn: '2026-10-02' },
        of.roster,
      ),
      ...people.flatMap((id) => [
        registered(id, at++, { sponsorId }),
        paid(id, at++, {
          sponsorId,
          funds: [
            { programme: 'JKK', amountIdr: 30_000 },
            { programme: 'JKM', amountIdr: 20_400 },
          ],
        }),
      ]),
    ],
  };
}

/** A ministry with six workers that has settled October, and owes September. */
function ministry() {
  const employerId = randomUUID();
  const people = SIX.map(() => randomUUID());
  const of = { stream: `employer-${employerId}`, dues: `dues-${employerId}` };
  const reportId = randomUUID();
  const bill = (period: string, dueOn: string, billed: string = randomUUID()) =>
    next(
      'dues.month-billed.v1',
      {
        employerId,
        reportId: billed,
        period,
        funds: [{ programme: 'JKK', amountIdr: 60_000 }],
        changeIdr: 60_000,
        dueOn,
        billedOn: '2026-11-01',
      },
      of.dues,
    );
  return {
    people,
    events: [
      // Of its workers it is heard first.
      ...people.map((participantId) =>
        next(
          'participants.worker-joined.v1',
          { membershipId: randomUUID(), participantId, employerId, programmes: [], joinedOn: '2026-09-01' },
          `membership-${participantId}`,
        ),
      ),
      next(
        'employers.employer-registered.v1',
        {
          employerId,
          kind: 'STATE_BODY',
          district: '321606',
          branch: 'J04',
          riskClass: 1,
          size: 'LARGE',
          registeredOn: '2026-01-01',
        },
        of.stream,
      ),
      bill('2026-09', '2026-10-15'),
      bill('2026-10', '2026-11-16', reportId),
      next(
        'dues.month-settled.v1',
        {
          employerId,
          period: '2026-10',
          contributionIdr: 60_000,
          fineIdr: 0,
          monthsLate: 0,
          reports: [{ reportId }],
          settledOn: '2026-11-10',
        },
        of.dues,
      ),
    ],
  };
}

/** Each of them has a claim that was decided after two working days, and paid: eight million in cash, two as care. */
function claimsOf(people: readonly string[]) {
  return people.flatMap((participantId) => {
    const [claimId, payoutId, scholarshipId] = [randomUUID(), randomUUID(), randomUUID()];
    const [claim, payout] = [`claim-${claimId}`, `payout-${payoutId}`];
    return [
      next(
        'claims.claim-submitted.v1',
        {
          claimId,
          participantId,
          programme: 'JKK',
          office: 'BEKASI',
          claimant: 'PARTICIPANT',
          submittedOn: '2026-11-02',
        },
        claim,
      ),
      next('claims.claim-completed.v1', { claimId, completedOn: '2026-11-02', payBy: '2026-11-11' }, claim),
      next(
        'claims.claim-approved.v1',
        {
          claimId,
          participantId,
          programme: 'JKK',
          totalIdr: 10_000_000,
          payments: [],
          approvedOn: '2026-11-04',
          payBy: '2026-11-11',
        },
        claim,
      ),
      next(
        'payouts.payout-ordered.v1',
        {
          payoutId,
          participantId,
          sourceKind: 'CLAIM',
          sourceId: claimId,
          payee: 'PARTICIPANT',
          amountIdr: 10_000_000,
          programme: 'JKK',
          money: [
            { kind: 'CARE', amountIdr: 2_000_000 },
            { kind: 'CASH', amountIdr: 8_000_000 },
          ],
          orderedOn: '2026-11-04',
        },
        payout,
      ),
      next('payouts.payout-instructed.v1', { payoutId, instructedOn: '2026-11-05' }, payout),
      next('payouts.payout-settled.v1', { payoutId, amountIdr: 10_000_000, settledOn: '2026-11-12' }, payout),
      // Of the cash first, and of the care where that is not enough.
      ...[7_000_000, 1_500_000].map((amountIdr) =>
        next(
          'payouts.payout-part-returned.v1',
          { payoutId, from: 'PAYEE', amountIdr, returnedOn: '2026-12-01' },
          payout,
        ),
      ),
      ...lateness(participantId, payoutId),
      next(
        'scholarships.scholarship-granted.v1',
        {
          scholarshipId,
          claimId,
          participantId,
          projectedMaximumIdr: 63_000_000,
          grantedOn: '2026-11-04',
        },
        `scholarship-${scholarshipId}`,
      ),
      next(
        'scholarships.year-approved.v1',
        { scholarshipId, participantId, year: 2026, amountIdr: 3_000_000, approvedOn: '2026-11-10' },
        `scholarship-${scholarshipId}`,
      ),
      ...accidentOf(participantId),
    ];
  });
}

/** What a payment that came late owes, and what is paid of it. */
function lateness(participantId: string, sourceId: string) {
  const payoutId = randomUUID();
  return [
    next(
      'payouts.payout-ordered.v1',
      {
        payoutId,
        participantId,
        sourceKind: 'CLAIM',
        sourceId,
        apart: 'LATENESS',
        payee: 'PARTICIPANT',
        amountIdr: 80_000,
        programme: 'JKK',
        money: [{ kind: 'CASH', amountIdr: 80_000 }],
        orderedOn: '2026-11-13',
      },
      `payout-${payoutId}`,
    ),
    next(
      'payouts.payout-settled.v1',
      { payoutId, amountIdr: 80_000, settledOn: '2026-11-16' },
      `payout-${payoutId}`,
    ),
  ];
}

function accidentOf(participantId: string) {
  const [accidentId, apart] = [randomUUID(), randomUUID()];
  const stream = `accident-${accidentId}`;
  const invoice = (invoiceId: string, told: { acceptedIdr: number; billing?: string }) =>
    next(
      'billing.invoice-approved.v1',
      { accidentId, invoiceId, approvedOn: '2026-11-10', ...told },
      `billing-${accidentId}`,
    );
  return [
    next(
      'accidents.accident-notified.v1',
      {
        accidentId,
        participantId,
        placeKind: 'TRAFFIC',
        occurredOn: '2026-10-01',
        notifiedOn: '2026-10-01',
      },
      stream,
    ),
    next(
      'accidents.care-invoiced.v1',
      {
        accidentId,
        facilityId: randomUUID(),
        invoiceIdr: 2_000_000,
        billing: 'GUARANTEED',
        dischargedOn: '2026-10-05',
      },
      stream,
    ),
    // Approved once more, because another payer bears less; and one of which nothing is paid.
    ...[300_000, 500_000].map((acceptedIdr) => invoice(apart, { acceptedIdr, billing: 'REIMBURSEMENT' })),
    invoice(randomUUID(), { acceptedIdr: 900_000 }),
    next(
      'accidents.accident-concluded.v1',
      { accidentId, conclusion: 'NOT_WORK_ACCIDENT', late: false, concludedOn: '2026-10-20' },
      stream,
    ),
    // A court says otherwise; what is heard later of a lower authority, or of an earlier day, does not hold.
    ...(
      [
        ['COURT', 'WORK_ACCIDENT', '2026-11-10'],
        ['INSPECTOR', 'NOT_WORK_ACCIDENT', '2026-11-12'],
        ['COURT', 'NOT_WORK_ACCIDENT', '2026-11-01'],
      ] as const
    ).map(([by, conclusion, issuedOn]) =>
      next(
        'accidents.determination-issued.v1',
        { accidentId, participantId, by, conclusion, issuedOn },
        stream,
      ),
    ),
  ];
}

/** Twelve were found, and half of them registered. */
function candidates() {
  const candidateListId = randomUUID();
  const found = [...SIX, ...SIX].map(() => randomUUID());
  return [
    next(
      'candidates.list-opened.v1',
      {
        candidateListId,
        source: 'DECREE',
        district: '3216',
        branch: 'J03',
        expectedPersons: 19_000,
        openedOn: '2026-11-01',
      },
      `candidatelist-${candidateListId}`,
    ),
    ...found.map((participantId) =>
      next(
        'candidates.candidate-found.v1',
        { participantId, candidateListId, district: '321605', foundOn: '2026-11-02' },
        `candidate-${participantId}`,
      ),
    ),
    ...SIX.map((nth) => registered(found[nth]!, at++, { registeredOn: '2026-11-20' })),
  ];
}

describe('Reports', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await prepareTables(fresh.database, REPORTING);
    const village = villagers();
    const work = ministry();
    const events = [...village.events, ...work.events, ...claimsOf(village.people), ...candidates()];
    await takeIn(
      fresh.database,
      events.map((event) => messageOf(event, 'feed')),
      { after: null, to: BigInt(at - 1) },
    );
  });
  afterAll(() => fresh.drop());

  const ask = (name: string, by: readonly Cut[] = [], where: Partial<Record<Cut, string>> = {}) =>
    report(fresh.database, { name, by, where, today: TODAY }, 0);

  it('leave nothing out', async () => {
    expect(await ask('coverage')).toMatchObject({ putAside: 0, position: String(at - 1) });
  });

  it.each<[string, object]>([
    ['active-participants', { persons: 12, memberships: 12 }],
    ['coverage', { persons: 12, workforce: 2_200_000, percent: 0 }],
    ['wage-earner-coverage', { persons: 6, workforce: 1_500_000, percent: 0 }],
    ['claims-paid', { persons: 6, payments: 6, amountIdr: 9_000_000 }],
    ['late-compensation', { persons: 6, payments: 6, amountIdr: 480_000 }],
    ['scholarships-projected', { persons: 6, scholarships: 6, amountIdr: 360_000_000 }],
    ['scholarships-paid', { persons: 0, payments: 0, amountIdr: null }],
    ['decision-times', { persons: 6, claims: 6, medianDays: 2, p90Days: 2, inTime: 6, inTimePercent: 100 }],
    ['payment-times', { persons: 6, medianDays: 8, inTime: 0, inTimePercent: 0 }],
    ['decisions', { claims: 6, denied: 0, deniedPercent: 0 }],
    [
      'plkk-share',
      { persons: 6, accidents: 6, guaranteed: 6, percent: 100, allIdr: 15_000_000, sumPercent: 80 },
    ],
    ['payments-returned', { instructed: 6, returned: 0, percent: 0 }],
    ['sponsor-quotas', { persons: 6, agreements: 1, quota: 8, free: 2 }],
    [
      'candidates',
      {
        persons: 12,
        expected: 19_000,
        registered: 6,
        declined: 0,
        stillToRegister: 6,
        stillExpected: 18_994,
      },
    ],
  ])('%s come to what was told', async (name, figures) => {
    expect((await ask(name)).total.figures).toMatchObject(figures);
  });

  it('tell the workforce of a regency of which nobody is covered, and none where nobody has counted it', async () => {
    const of = async (area: string) => {
      const asked = { name: 'coverage', by: [], where: { area }, today: TODAY, on: localDate('2020-01-01') };
      return (await report(fresh.database, asked, 0)).total.figures;
    };
    expect(await of('3216')).toEqual({ persons: 0, workforce: 2_200_000, percent: 0 });
    expect(await of('3171')).toEqual({ persons: 0, workforce: null, percent: null });
  });

  it('withhold what fewer than five owe, be they employers', async () => {
    expect((await ask('arrears')).total).toEqual({ values: [], figures: undefined });
  });

  it('withhold what is owed by few, however many others have paid', async () => {
    expect((await ask('contributions')).total.figures).toBeUndefined();
    const { rows } = await ask('contributions', ['segment']);
    expect(rows.map(({ figures }) => figures)).toEqual([undefined, undefined]);
  });

  it('tell wage earners by the kind of their employer, though it was heard of later', async () => {
    const { rows } = await ask('active-participants', ['employerKind']);
    expect(rows).toEqual([
      { values: ['STATE_BODY'], figures: { persons: 6, memberships: 6 } },
      { values: ['UNSTATED'], figures: { persons: 6, memberships: 6 } },
    ]);
  });

  it('tell money by kind and month', async () => {
    const { rows } = await ask('claims-paid', ['kind', 'month']);
    expect(rows).toEqual([
      { values: ['CARE', '2026-11'], figures: { persons: 6, payments: 6, amountIdr: 12_000_000 } },
      { values: ['CARE', '2026-12'], figures: { persons: 6, payments: 6, amountIdr: -3_000_000 } },
      { values: ['CASH', '2026-11'], figures: { persons: 6, payments: 6, amountIdr: 48_000_000 } },
      { values: ['CASH', '2026-12'], figures: { persons: 6, payments: 6, amountIdr: -48_000_000 } },
    ]);
  });

  it.each(
    INDICATORS.flatMap(({ name, cuts }) => {
      const all = Object.keys(cuts) as Cut[];
      return [[], ...all.map((cut) => [cut]), ...all.slice(1).map((cut, n) => [all[n]!, cut])].map(
        (by) => [name, by] as const,
      );
    }),
  )('of %s by %j can be asked for', async (name, by) => {
    const { rows, total } = await ask(name, by);
    for (const { values } of rows) expect(values).toHaveLength(by.length);
    expect(total.values).toEqual([]);
  });

  it('agree with themselves: a slice of a table is what is asked for by its value', async () => {
    const { rows } = await ask('active-participants', ['segment', 'district']);
    const slice = await ask('active-participants', ['district'], { segment: 'PU' });
    expect(slice.rows.map(({ figures }) => figures)).toEqual(
      rows.filter(({ values: [segment] }) => segment === 'PU').map(({ figures }) => figures),
    );
    expect(slice.total.figures).toMatchObject({ persons: 6 });
  });
});

describe('Coverage', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await prepareTables(fresh.database, REPORTING);
  });
  afterAll(() => fresh.drop());

  it('counts those of regencies alone of which somebody published the workforce', async () => {
    const membersIn = (district: string) =>
      SIX.map(() => randomUUID()).flatMap((id) => [registered(id, at++, { district }), paid(id, at++)]);
    const events = [...membersIn('321605'), ...membersIn('317101')];
    await takeIn(
      fresh.database,
      events.map((event) => messageOf(event, 'feed')),
    );
    const of = (name: string) => report(fresh.database, { name, by: ['area'], where: {}, today: TODAY }, 0);
    expect((await of('active-participants')).total.figures).toMatchObject({ persons: 12 });
    expect(await of('coverage')).toMatchObject({
      rows: [{ values: ['3216'] }],
      total: { figures: { persons: 6, workforce: 2_200_000 } },
    });
  });
});

describe('Projects', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await prepareTables(fresh.database, REPORTING);
  });
  afterAll(() => fresh.drop());

  const fundsOf = (JKK: number, JKM: number) => [
    { programme: 'JKK', amountIdr: JKK },
    { programme: 'JKM', amountIdr: JKM },
  ];

  function projectTold() {
    const projectId = randomUUID();
    const of = (type: string, data: CloudEvent['data']) =>
      next(`projects.${type}`, { projectId, ...data }, `project-${projectId}`);
    return [
      of('project-registered.v1', {
        district: '321605',
        branch: 'J03',
        workers: 20,
        funds: fundsOf(6_000_000, 1_000_000),
        startsOn: '2026-09-01',
        endsOn: '2026-10-31',
        registeredOn: '2026-08-20',
      }),
      of('project-extended.v1', {
        endsOn: '2026-12-31',
        funds: fundsOf(9_000_000, 1_500_000),
        dueOn: '2026-11-10',
        extendedOn: '2026-10-20',
      }),
      of('project-amended.v1', { funds: fundsOf(8_000_000, 1_500_000), dueOn: '2026-11-20' }),
    ];
  }

  it('owe by programme and month what each change of them comes to, also where the last one is heard first', async () => {
    const events = SIX.flatMap(projectTold).toReversed();
    await takeIn(
      fresh.database,
      events.map((event) => messageOf(event, 'kafka')),
    );
    const due = async (name: string, figure: string) => {
      const asked = { name, by: ['programme', 'month'] as const, where: {}, today: TODAY };
      const { rows } = await report(fresh.database, asked, 0);
      return orderedRows(rows).map(({ values, figures }) => [...values, figures?.[figure]]);
    };
    const expected = [
      ['JKK', '2026-09', 36_000_000],
      ['JKK', '2026-11', 12_000_000],
      ['JKM', '2026-09', 6_000_000],
      ['JKM', '2026-11', 3_000_000],
    ];
    expect(await due('contributions', 'dueIdr')).toEqual(expected);
    expect(await due('claims-ratio', 'earnedIdr')).toEqual(expected);
  });
});
