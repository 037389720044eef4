import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRIBUTION, type Clerks } from '#contexts/journey.examples';
import { eventually } from '#testing';
import type { ContextApp } from '#testing/context-app';
import { scholarshipIdOf } from './domain/scholarship.js';
import { type ScholarshipsApp, startScholarships } from './scholarships-app.examples.js';

describe('A scholarship whose claim, computed anew, gives the child none any more', () => {
  let scholarships: ScholarshipsApp;
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    scholarships = await startScholarships();
    ({ app, clerks } = scholarships);
  });
  afterAll(() => app.stop());

  const showsOf = (participantId: string, shown: object) =>
    eventually(`the scholarship shows ${JSON.stringify(shown)}`, async () => {
      const [one] = await scholarships.grantedAfter(participantId);
      return Object.entries(shown).every(([name, value]) => one?.[name] === value);
    });

  const reassess = async (claimId: string) => {
    const claim = `/claims/${claimId}`;
    const ground = { ground: 'NEW_FACT', reason: 'What was paid is otherwise than it was' };
    const steps = [
      ['supervisor', 'reopening', ground],
      ['adjudicator', 'reassessment', {}],
      ['supervisor', 'reassessment/approval', {}],
    ] as const;
    for (const [role, step, body] of steps) {
      const answer = await app.post(`${claim}/${step}`, body, { role, subject: `second-${role}` });
      if (answer.status >= 300) throw new Error(`${step}: ${answer.text}`);
    }
  };

  it('ends with what a second person approves, and goes on with what gives it again', async () => {
    const participantId = await scholarships.earner();
    const childId = await clerks.nameChild(participantId);
    const claimId = await scholarships.claimOfDeath(participantId);
    await showsOf(participantId, { childId, status: 'ENTITLED' });
    const scholarshipId = scholarshipIdOf({ participantId, childId });

    const reversals = `/participants/${participantId}/contributions/reversals`;
    const payment = { period: '2024-11', receipt: 'R-1', reason: 'BOUNCED', bankReference: 'BL 1' };
    const asked = await app.post(reversals, payment, { role: 'finance' });
    const confirmation = `${reversals}/${String(asked.body.correctionId)}/confirmation`;
    await clerks.done('supervisor', confirmation, {});
    await reassess(claimId);
    await showsOf(participantId, { childId, status: 'ENDED' });
    const scholarship = await app.get(`/scholarships/${scholarshipId}`, { role: 'adjudicator' });
    expect(scholarship.body).toMatchObject({ endReason: 'NO_LONGER_ENTITLED', endedOn: '2026-11-20' });
    const resumption = { reason: 'ENDED_BY_MISTAKE', reference: 'BA 1' };
    expect(
      await app.post(`/scholarships/${scholarshipId}/resumption`, resumption, { role: 'supervisor' }),
    ).toMatchObject({ status: 409, body: { code: 'NO_LONGER_ENTITLED' } });

    const again = { ...CONTRIBUTION, period: '2024-11', months: 12, paidOn: '2024-11-03', receipt: 'R-2' };
    const paid = await app.post(`/participants/${participantId}/contributions`, again, {
      role: 'registrar',
      at: '2026-11-20T11:00:00+07:00',
    });
    expect(paid.status).toBeLessThan(300);
    await clerks.done('supervisor', `/participants/${participantId}/contributions/confirmation`, {});
    await reassess(claimId);
    await showsOf(participantId, { childId, status: 'ENTITLED' });
  });
});
