import { processesOf } from '#runtime';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { participants } from '#contexts/participants/context';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { payouts } from '#contexts/payouts/context';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { claims } from './context.js';
import { claimReadModel } from './read-models/claim/claim.read-model.js';

const DIED = '2026-09-20';

/** Later than anybody remembers: membership has long ended, and the notice of the arrears as well. */
const YEARS_LATER = '2029-06-01T10:00:00+07:00';

describe('A claim that waits for arrears', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp([participants, claims, processesOf([payouts])], [claimReadModel]);
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  /** Paid from January to June, died in September: July, August and September were due. */
  async function heldClaim() {
    const participant = await clerks.register({ registeredOn: '2026-01-05' });
    await clerks.contribute(participant, { period: '2026-01', months: 6, paidOn: '2026-01-06' });
    await clerks.reportDeath(participant, { diedOn: DIED });
    const claim = await clerks.submitJkm(participant);
    const { events, position } = await clerks.done('adjudicator', `/claims/${claim}/calculation`);
    expect(events).toEqual(['ClaimHeld']);
    return { participant, claim, position };
  }

  const pay = (participant: string, period: string, months: number, at: string, settles = true) =>
    app.post(
      `/participants/${participant}/contributions`,
      {
        period,
        months,
        payer: 'SELF',
        paidOn: at.slice(0, 10),
        receipt: `R-${period}`,
        ...(settles && { settlesEventOn: DIED }),
      },
      { role: 'registrar', at },
    );

  const step = (path: string, role: 'adjudicator' | 'supervisor', at: string) =>
    app.post(path, {}, { role, at });

  const shown = async (claim: string, after: unknown) =>
    (await app.get(`/claims/${claim}?after=${String(after)}`, { role: 'supervisor' })).body;

  it('lists the months that were due and unpaid on the day of the event, each at its tariff', async () => {
    const { claim, position } = await heldClaim();
    expect(await shown(claim, position)).toMatchObject({
      status: 'HELD',
      settleBy: '2027-02-18',
      heldSince: '2026-11-20',
      arrearsIdr: 25_200,
      arrears: ['2026-07', '2026-08', '2026-09'].map((period) => ({
        period,
        amountIdr: 8_400,
        isPaid: false,
      })),
    });
  });

  it('is not overdue, however long it waits: nobody of the office is late', async () => {
    const { participant, position } = await heldClaim();
    const late = async (overdue: boolean) => {
      const path = `/claims?participantId=${participant}&overdue=${overdue}&after=${String(position)}`;
      const { body } = await app.get(path, { role: 'supervisor', at: YEARS_LATER });
      return body.items;
    };
    expect(await late(true)).toEqual([]);
    expect(await late(false)).toMatchObject([{ status: 'HELD', overdue: false, payBy: expect.any(String) }]);
  });

  it('takes these months and no other, and goes on waiting until all of them are paid', async () => {
    const { participant, claim } = await heldClaim();
    const at = '2026-11-25T10:00:00+07:00';
    expect((await pay(participant, '2026-09', 1, at, false)).body).toMatchObject({
      code: 'MEMBERSHIP_ENDED',
    });
    expect((await pay(participant, '2026-09', 1, at)).body).toMatchObject({
      code: 'NOT_THESE_ARREARS',
      allowed: ['period 2026-07, months 3'],
    });
    expect((await pay(participant, '2026-07', 1, at)).status).toBe(200);
    const { body } = await step(`/claims/${claim}/calculation`, 'adjudicator', at);
    expect(body.events).toEqual(['ClaimHeld']);
    expect(await shown(claim, body.position)).toMatchObject({
      settleBy: '2027-02-18',
      arrears: [{ isPaid: true }, { isPaid: false }, { isPaid: false }],
    });
    expect((await pay(participant, '2026-08', 2, at)).status).toBe(200);
    expect((await step(`/claims/${claim}/calculation`, 'adjudicator', at)).body.events).toEqual([
      'ClaimResumed',
      'BenefitCalculated',
    ]);
    expect((await step(`/claims/${claim}/approval`, 'supervisor', at)).body.events).toEqual([
      'ClaimApproved',
    ]);
  });

  it('is denied when nobody pays in the time of the notice, and decided anew when somebody does years later', async () => {
    const { participant, claim } = await heldClaim();
    const early = await step(`/claims/${claim}/denial`, 'supervisor', '2027-02-18T10:00:00+07:00');
    expect(early.body).toMatchObject({ code: 'ARREARS_NOTICE_RUNS' });
    const denied = await step(`/claims/${claim}/denial`, 'supervisor', '2027-02-19T10:00:00+07:00');
    expect(denied.body.events).toEqual(['ClaimDenied']);

    const unpaid = await step(`/claims/${claim}/calculation`, 'adjudicator', YEARS_LATER);
    expect(unpaid.body).toMatchObject({ code: 'ARREARS_STILL_UNPAID' });
    expect((await pay(participant, '2026-07', 3, YEARS_LATER)).status).toBe(200);
    const reopened = await step(`/claims/${claim}/calculation`, 'adjudicator', YEARS_LATER);
    expect(reopened.body.events).toEqual(['ClaimResumed', 'BenefitCalculated']);
    expect(await shown(claim, reopened.body.position)).toMatchObject({
      status: 'CALCULATED',
      totalIdr: 42_000_000,
      deciderId: null,
      arrears: [],
    });
    const approved = await step(`/claims/${claim}/approval`, 'supervisor', YEARS_LATER);
    expect(approved.body.events).toEqual(['ClaimApproved']);
  });
});
