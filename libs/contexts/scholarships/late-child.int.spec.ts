import { processesOf } from '#runtime';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { CHILD, CONTRIBUTION, type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { scholarships } from './context.js';
import { scholarshipReadModel } from './read-models/scholarship/scholarship.read-model.js';

describe('A child that is named after the death claim was approved', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, claims, scholarships, processesOf([claims, scholarships])],
      scholarshipReadModel,
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  it('gets the scholarship that the claim would have given it', async () => {
    const participantId = await clerks.register({ registeredOn: '2023-11-02' });
    for (const year of [2023, 2024, 2025, 2026]) {
      await clerks.contribute(participantId, { period: `${year}-11`, months: 12, paidOn: `${year}-11-02` });
    }
    await clerks.reportDeath(participantId);
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);

    const childId = await clerks.nameChild(participantId);
    await eventually('the scholarship is granted', async () => {
      const { body } = await app.get(`/scholarships?participantId=${participantId}`, { role: 'adjudicator' });
      // Until the read model is there the answer is 503, without a list.
      const [granted] = (body.items as Record<string, unknown>[] | undefined) ?? [];
      if (!granted) return false;
      expect(granted).toMatchObject({ childId, claimId, projectedIdr: 63_000_000 });
      return true;
    });
  });

  it('gets it once receipts come that give one, where the approval gave nobody any', async () => {
    const participantId = await clerks.register({ registeredOn: '2023-11-02' });
    await clerks.contribute(participantId, { period: '2026-11', months: 1, paidOn: '2026-11-02' });
    await clerks.reportDeath(participantId);
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);

    const tomorrow = { role: 'registrar', at: '2026-11-21T10:00:00+07:00' } as const;
    const { body: named } = await app.post(`/participants/${participantId}/children`, CHILD, tomorrow);
    // Paid at a post office, year by year, and entered now.
    for (const year of [2023, 2024, 2025]) {
      const receipt = `LC-${year}`;
      const paid = { ...CONTRIBUTION, period: `${year}-11`, months: 12, paidOn: `${year}-11-02`, receipt };
      const { status } = await app.post(`/participants/${participantId}/contributions`, paid, tomorrow);
      expect(status).toBe(200);
    }
    await clerks.done(
      'supervisor',
      `/participants/${participantId}/contributions/confirmation`,
      {},
      tomorrow.at,
    );
    await clerks.done('adjudicator', `/claims/${claimId}/reassessment`, {}, tomorrow.at);
    await clerks.done('supervisor', `/claims/${claimId}/reassessment/approval`, {}, tomorrow.at);
    await eventually('the scholarship is granted', async () => {
      const { body } = await app.get(`/scholarships?participantId=${participantId}`, { role: 'adjudicator' });
      const [granted] = (body.items as Record<string, unknown>[] | undefined) ?? [];
      if (!granted) return false;
      expect(granted).toMatchObject({ childId: named.childId, claimId, projectedIdr: 63_000_000 });
      return true;
    });
  });

  it('gets nothing before somebody has approved that later receipts give one', async () => {
    const participantId = await clerks.register({ registeredOn: '2023-11-02' });
    await clerks.contribute(participantId, { period: '2026-11', months: 1, paidOn: '2026-11-02' });
    await clerks.reportDeath(participantId);
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    const tomorrow = { role: 'registrar', at: '2026-11-21T10:00:00+07:00' } as const;
    for (const year of [2023, 2024, 2025]) {
      const receipt = `LC-${year}`;
      const paid = { ...CONTRIBUTION, period: `${year}-11`, months: 12, paidOn: `${year}-11-02`, receipt };
      const { status } = await app.post(`/participants/${participantId}/contributions`, paid, tomorrow);
      expect(status).toBe(200);
    }
    const confirmation = `/participants/${participantId}/contributions/confirmation`;
    await clerks.done('supervisor', confirmation, {}, tomorrow.at);
    const named = await app.post(`/participants/${participantId}/children`, CHILD, tomorrow);
    // The process has heard of one that is named after it, and of a claim that gives one.
    const other = await clerks.register({ registeredOn: '2023-11-03' });
    for (const year of [2023, 2024, 2025, 2026]) {
      await clerks.contribute(other, { period: `${year}-11`, months: 12, paidOn: `${year}-11-03` });
    }
    await clerks.reportDeath(other);
    const otherClaim = await clerks.submitJkm(other);
    await clerks.calculate(otherClaim);
    await clerks.approve(otherClaim);
    await clerks.nameChild(other);
    await eventually('the other one has its scholarship', async () => {
      const { body } = await app.get(`/scholarships?participantId=${other}`, { role: 'adjudicator' });
      return ((body.items as unknown[] | undefined) ?? []).length > 0;
    });
    const { body } = await app.get(`/scholarships?participantId=${participantId}`, { role: 'adjudicator' });
    expect([named.status, body.items]).toEqual([200, []]);
  });
});
