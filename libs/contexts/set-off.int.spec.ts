import { processesOf } from '#runtime';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { participants } from '#contexts/participants/context';
import { participantReadModel } from '#contexts/participants/read-models/participant/participant.read-model';
import { payouts } from '#contexts/payouts/context';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { scholarships } from '#contexts/scholarships/context';
import { accidents } from '#contexts/accidents/context';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';

const DIED = '2026-09-20';
const AT = '2026-11-25T10:00:00+07:00';

type Item = Record<string, unknown>;

/** The example of section 1.6 of the reference: paid to June, July, August and September were due on the day of the event. */
describe('A claim in arrears', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp(
      [
        participants,
        accidents,
        claims,
        scholarships,
        payouts,
        processesOf([participants, accidents, claims, scholarships, payouts]),
      ],
      [claimReadModel, payoutReadModel, participantReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  async function held({ paidTo = '2026-06' } = {}) {
    const participant = await clerks.register({ registeredOn: '2026-01-05' });
    await clerks.contribute(participant, { period: '2026-01', months: 6, paidOn: '2026-01-06' });
    const more = ['2026-07', '2026-08'].filter((month) => month <= paidTo);
    for (const period of more)
      await clerks.contribute(participant, { period, months: 1, paidOn: `${period}-02` });
    await clerks.reportDeath(participant, { diedOn: DIED });
    const claim = await clerks.submitJkm(participant);
    await clerks.calculate(claim);
    return { participant, claim };
  }
  const shown = async (path: string): Promise<Item> => (await app.get(path, { role: 'supervisor' })).body;
  const become = (what: string, path: string, expected: Item) =>
    eventually(what, async () => {
      const body = await shown(path);
      return Object.entries(expected).every(([name, value]) => body[name] === value);
    });
  /** None where whoever keeps them is behind, which the answer says instead. */
  const payoutsOf = async (claim: string) =>
    ((await shown(`/payouts?sourceId=${claim}`)).items ?? []) as Item[];
  let receipts = 0;
  const pay = (participant: string, changes: object) =>
    app.post(
      `/participants/${participant}/contributions`,
      {
        period: '2026-07',
        months: 3,
        payer: 'SELF',
        paidOn: '2026-11-25',
        receipt: `SO-${String(++receipts)}`,
        ...changes,
      },
      { role: 'registrar', at: AT },
    );

  it('goes on by itself once the last month is paid, and is due as many working days later', async () => {
    const { participant, claim } = await held();
    await become('it is held', `/claims/${claim}`, { status: 'HELD', payBy: '2026-11-25' });
    expect((await pay(participant, { settlesEventOn: DIED })).status).toBe(200);
    // Held from Friday 20 to Wednesday 25 November: three working days.
    await become('it goes on', `/claims/${claim}`, {
      status: 'COMPLETE',
      payBy: '2026-11-30',
      heldSince: null,
    });
  });

  it('goes on as well where the last month was paid like any other, while the membership lasts', async () => {
    const { participant, claim } = await held({ paidTo: '2026-08' });
    await become('it is held', `/claims/${claim}`, { status: 'HELD' });
    expect((await pay(participant, { period: '2026-09', months: 1 })).status).toBe(200);
    await become('it goes on', `/claims/${claim}`, { status: 'COMPLETE', payBy: '2026-11-30' });
  });

  it('whose months cannot be taken any more is paid less them, with the consent of the heir; they count as received', async () => {
    const { participant, claim } = await held();
    const consent = { reason: 'BANK_REFUSES', consent: 'archive/consent' };
    const { events } = await clerks.done('registrar', `/claims/${claim}/set-off`, consent, AT);
    expect(events).toEqual(['SetOffConsented', 'ClaimResumed']);
    await clerks.calculate(claim);
    await clerks.approve(claim);
    await eventually('the net is ordered', async () => (await payoutsOf(claim)).length === 1);
    const [payout] = await payoutsOf(claim);
    expect(await shown(`/payouts/${String(payout?.payoutId)}`)).toMatchObject({
      amountIdr: 41_974_800,
      benefitIdr: 42_000_000,
      deductedIdr: 25_200,
    });
    await become('the months count as received', `/participants/${participant}`, { paidThrough: '2026-09' });
    expect((await pay(participant, { settlesEventOn: DIED })).body).toMatchObject({
      code: 'PERIOD_ALREADY_PAID',
    });
    await clerks.payOut(String(payout?.payoutId), 41_974_800);
    await become('it is paid', `/claims/${claim}`, {
      status: 'PAID',
      paidIdr: 41_974_800,
      reassessment: null,
    });
    expect(await shown(`/claims/${claim}`)).toMatchObject({
      totalIdr: 42_000_000,
      deduction: { amountIdr: 25_200, months: ['2026-07', '2026-08', '2026-09'] },
      documents: expect.arrayContaining([
        { kind: 'SET_OFF_CONSENT', reference: 'archive/consent', paperId: null, fault: null },
      ]),
    });
  });

  it('that was approved on fewer receipts is paid the difference, once, when another one is recorded', async () => {
    const participant = await clerks.register({ registeredOn: '2026-06-05' });
    await clerks.contribute(participant, { period: '2026-09', months: 1, paidOn: '2026-09-02' });
    await clerks.reportDeath(participant, { diedOn: DIED });
    const claim = await clerks.submitJkm(participant);
    await clerks.calculate(claim);
    await clerks.approve(claim);
    await become('10,000,000 are approved', `/claims/${claim}`, { totalIdr: 10_000_000 });
    // Paid at a post office in June, entered in November.
    expect((await pay(participant, { period: '2026-06', paidOn: '2026-06-06' })).status).toBe(200);
    await eventually('somebody has to look', async () => {
      const { items } = await shown(`/claims?reassessment=true&participantId=${participant}`);
      return (items as Item[]).length === 1;
    });
    await clerks.done('adjudicator', `/claims/${claim}/reassessment`);
    const approval = `/claims/${claim}/reassessment/approval`;
    expect((await app.post(approval, {}, { role: 'supervisor' })).body).toMatchObject({
      code: 'BACK_DATED_UNCONFIRMED',
    });
    await clerks.done('supervisor', `/participants/${participant}/contributions/confirmation`);
    await clerks.done('supervisor', approval);
    await eventually(
      'the difference is ordered beside it',
      async () => (await payoutsOf(claim)).length === 2,
    );
    const amounts = (await payoutsOf(claim)).map(({ amountIdr }) => amountIdr);
    expect(new Set(amounts)).toEqual(new Set([10_000_000, 32_000_000]));
    await become('the claim tells of both', `/claims/${claim}`, { orderedIdr: 42_000_000 });
    expect(await shown(`/claims/${claim}`)).toMatchObject({
      totalIdr: 42_000_000,
      status: 'PAYMENT_ORDERED',
      reassessment: null,
    });
    expect((await app.post(`/claims/${claim}/reassessment`, {}, { role: 'adjudicator' })).body).toMatchObject(
      {
        code: 'NOTHING_MORE_DUE',
      },
    );
  });
});
