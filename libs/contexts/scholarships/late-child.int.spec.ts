import { processesOf } from '#runtime';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { scholarships } from './context.js';
import { scholarshipReadModel } from './read-models/scholarship/scholarship.read-model.js';

describe('A child that is named after the death claim was approved', () => {
  let app: ContextApp;
  beforeAll(async () => {
    app = await startContextApp(
      [participants, accidents, claims, scholarships, processesOf([scholarships])],
      scholarshipReadModel,
    );
  });
  afterAll(() => app.stop());

  it('gets the scholarship that the claim would have given it', async () => {
    const clerks = clerksOf(app);
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
});
