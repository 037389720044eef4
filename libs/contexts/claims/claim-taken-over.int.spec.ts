import { processesOf } from '#runtime';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import type { Role } from '#kernel';
import { participants } from '#contexts/participants/context';
import { payouts } from '#contexts/payouts/context';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { claims } from './context.js';
import { claimReadModel } from './read-models/claim/claim.read-model.js';
import { type Clerks, HEIR_PAPERS, WIDOWER, clerksOf } from '#contexts/journey.examples';

describe('A participant dies between the submission of a claim and its approval', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, claims, processesOf([payouts]), payouts],
      [payoutReadModel, claimReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const send = (role: Role, path: string, body: object = {}) => app.post(path, body, { role });

  /** A porter who lost a finger, claims for it, and dies of something else once that was calculated. */
  async function calculatedClaimOfTheDead(): Promise<string> {
    const participant = await clerks.coveredWorker();
    const accident = await clerks.accidentOf(participant);
    const claim = await clerks.submitJkk({ participantId: participant, accidentId: accident });
    await clerks.calculate(claim);
    await clerks.reportDeath(participant);
    return claim;
  }

  it('the widower takes the claim over, and is paid', async () => {
    const claim = await calculatedClaimOfTheDead();
    const approve = () => send('supervisor', `/claims/${claim}/approval`);
    const takeOver = (role: Role, documents = HEIR_PAPERS) =>
      send(role, `/claims/${claim}/claimant`, { claimant: 'HEIR', documents, person: WIDOWER });

    expect((await approve()).body).toMatchObject({
      status: 409,
      code: 'CLAIMANT_NOT_ENTITLED',
      allowed: ['let the heir take the claim over'],
    });
    expect((await takeOver('finance')).status).toBe(403);
    expect((await takeOver('registrar', [])).body).toMatchObject({ code: 'HEIR_DOCUMENTS_MISSING' });
    expect((await takeOver('registrar')).body).toMatchObject({
      id: claim,
      events: ['DocumentsReceived', 'ClaimTakenOver'],
    });
    expect((await approve()).body.events).toEqual(['ClaimApproved']);
    expect((await takeOver('registrar')).body).toMatchObject({ code: 'CLAIM_APPROVED' });

    const payments = async () => {
      const { body } = await app.get(`/payouts?sourceId=${claim}`, { role: 'finance' });
      // The read model may not have begun yet.
      return (body.items ?? []) as { payoutId: string; payee: string }[];
    };
    await eventually('the payment is ordered', async () => (await payments()).length > 0);
    const [payment, ...others] = await payments();
    expect(others).toEqual([]);
    expect((await app.get(`/payouts/${payment?.payoutId}`, { role: 'finance' })).body).toMatchObject({
      payee: 'HEIR',
      account: WIDOWER.account,
    });
  });

  it('whoever approves is warned when the account is of somebody else than the claimant', async () => {
    const claim = await calculatedClaimOfTheDead();
    const person = { ...WIDOWER, account: { ...WIDOWER.account, holder: 'Adjudicator One' } };
    const heir = { claimant: 'HEIR', documents: HEIR_PAPERS, person };
    const show = async (after: unknown) =>
      (await app.get(`/claims/${claim}?after=${String(after)}`, { role: 'supervisor' })).body;
    const before = await clerks.done('adjudicator', `/claims/${claim}/calculation`);
    expect(await show(before.position)).toMatchObject({ claimantName: 'Siti Contoh', warnings: [] });
    const { body: taken } = await send('registrar', `/claims/${claim}/claimant`, heir);
    expect(await show(taken.position)).toMatchObject({
      claimantName: 'Budi Contoh',
      account: { holder: 'Adjudicator One', numberMasked: '****3333' },
      warnings: ['HOLDER_IS_NOT_CLAIMANT'],
    });
  });

  it('and a request that lacks who claims or where to pay is named for it, field by field', async () => {
    const path = '/claims/e7f6c011-776e-4db7-8cd5-60b401dfd3e1/claimant';
    const { body } = await send('registrar', path, { claimant: 'NEIGHBOUR', documents: [], person: {} });
    expect((body.errors as { field: string }[]).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['claimant', 'person.claimantName', 'person.account']),
    );
    const whole = { claimant: 'HEIR', documents: HEIR_PAPERS, person: WIDOWER };
    expect((await send('registrar', path, whole)).body).toMatchObject({ code: 'CLAIM_NOT_FOUND' });
  });
});
