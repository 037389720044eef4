import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHILD, CONTRIBUTION } from '#contexts/journey.examples';
import { eventually } from '#testing';
import { type ScholarshipsApp, startScholarships } from './scholarships-app.examples.js';

const REGISTRAR_TOMORROW = { role: 'registrar', at: '2026-11-21T10:00:00+07:00' } as const;

describe('A child that is named after the death claim was approved', () => {
  let scholarships: ScholarshipsApp;
  beforeAll(async () => {
    scholarships = await startScholarships();
  });
  afterAll(() => scholarships.app.stop());

  /** A participant who died with one paid month, which gives nobody a scholarship. */
  async function withoutScholarship() {
    const { clerks, claimOfDeath } = scholarships;
    const participantId = await clerks.register({ registeredOn: '2023-11-02' });
    await clerks.contribute(participantId, { period: '2026-11', months: 1, paidOn: '2026-11-02' });
    return { participantId, claimId: await claimOfDeath(participantId) };
  }

  /** Paid at a post office, year by year, and entered on the day after the approval, by two. */
  async function enterLateReceipts(participantId: string): Promise<void> {
    const { app, clerks } = scholarships;
    const contributions = `/participants/${participantId}/contributions`;
    for (const year of [2023, 2024, 2025]) {
      const receipt = `LC-${year}`;
      const paid = { ...CONTRIBUTION, period: `${year}-11`, months: 12, paidOn: `${year}-11-02`, receipt };
      const { status } = await app.post(contributions, paid, REGISTRAR_TOMORROW);
      expect(status).toBe(200);
    }
    await clerks.done('supervisor', `${contributions}/confirmation`, {}, REGISTRAR_TOMORROW.at);
  }

  const nameTomorrow = (participantId: string) =>
    scholarships.app.post(`/participants/${participantId}/children`, CHILD, REGISTRAR_TOMORROW);

  const isGranted = (participantId: string, scholarship: object) =>
    eventually('the scholarship is granted', async () => {
      const [granted] = await scholarships.grantedAfter(participantId);
      if (!granted) return false;
      expect(granted).toMatchObject({ ...scholarship, projectedIdr: 63_000_000 });
      return true;
    });

  it('gets the scholarship that the claim would have given it', async () => {
    const { clerks, earner, claimOfDeath } = scholarships;
    const participantId = await earner();
    const claimId = await claimOfDeath(participantId);

    const childId = await clerks.nameChild(participantId);
    await isGranted(participantId, { childId, claimId });
  });

  it('gets it once receipts come that give one, where the approval gave nobody any', async () => {
    const { clerks } = scholarships;
    const { participantId, claimId } = await withoutScholarship();

    const { body: named } = await nameTomorrow(participantId);
    await enterLateReceipts(participantId);
    const reassessment = `/claims/${claimId}/reassessment`;
    await clerks.done('adjudicator', reassessment, {}, REGISTRAR_TOMORROW.at);
    await clerks.done('supervisor', `${reassessment}/approval`, {}, REGISTRAR_TOMORROW.at);
    await isGranted(participantId, { childId: named.childId, claimId });
  });

  it('gets nothing before somebody has approved that later receipts give one', async () => {
    const { clerks, earner, claimOfDeath, grantedAfter } = scholarships;
    const { participantId } = await withoutScholarship();
    await enterLateReceipts(participantId);
    const named = await nameTomorrow(participantId);

    // The process has heard of one that is named after it, and of a claim that gives one.
    const other = await earner();
    await claimOfDeath(other);
    await clerks.nameChild(other);
    await eventually('the other one has its scholarship', async () => (await grantedAfter(other)).length > 0);
    expect([named.status, await grantedAfter(participantId)]).toEqual([200, []]);
  });
});
