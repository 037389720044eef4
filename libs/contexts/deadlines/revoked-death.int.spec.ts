import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { payouts } from '#contexts/payouts/context';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { scholarships } from '#contexts/scholarships/context';
import { staff } from '#contexts/staff/context';
import type { Role } from '#kernel';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { deadlines } from './context.js';
import { deadlineReadModel } from './read-models/deadline/deadline.read-model.js';

describe('What is to be paid to heirs of somebody who lives after all', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  beforeAll(async () => {
    const paying = [participants, claims, scholarships, payouts];
    app = await startContextApp(
      [staff, ...paying, deadlines, processesOf(paying)],
      [claimReadModel, payoutReadModel, deadlineReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const stepsOf = async (role: Role): Promise<readonly { step: string; subjectId: string }[]> => {
    const { body } = await app.get('/work?kind=PAYOUT', { role, subject: `${role}-9` });
    return (body['items'] as { step: string; subjectId: string }[] | undefined) ?? [];
  };

  it('stands with whoever may give it up, and not with finance, who may not pay it', async () => {
    const participantId = await clerks.register();
    await clerks.contribute(participantId, { months: 6 });
    await clerks.reportDeath(participantId);
    const claimId = await clerks.submitJkm(participantId);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    let payoutId = '';
    await eventually('it is to be paid', async () => {
      const [first] = await stepsOf('finance');
      payoutId = first?.subjectId ?? '';
      return first?.step === 'INSTRUCT_PAYOUT';
    });

    const evidence = { kind: 'DUKCAPIL_ANSWER', number: '470/9' };
    const asked = await app.post(`/participants/${participantId}/death/revocation`, { evidence });
    const confirmation = `/participants/${participantId}/corrections/${String(asked.body.correctionId)}/confirmation`;
    const made = await app.post(confirmation, {}, { role: 'supervisor', subject: 'supervisor-1' });
    expect(made.status).toBe(200);
    await eventually('it is to be given up', async () => {
      const [finance, supervisor] = [await stepsOf('finance'), await stepsOf('supervisor')];
      return finance.length === 0 && supervisor.some(({ step }) => step === 'CANCEL_PAYOUT');
    });

    const instruction = { instructedOn: '2026-11-20', instructionNumber: 'INS-93' };
    const told = await app.post(`/payouts/${payoutId}/instructions`, instruction, { role: 'finance' });
    expect(told.body).toMatchObject({ code: 'EVENT_REVOKED' });
    const { items } = (await app.get('/payouts/to-instruct', { role: 'finance' })).body;
    expect(items ?? []).toEqual([]);
    const given = { reason: 'EVENT_REVOKED' };
    const cancelled = await app.post(`/payouts/${payoutId}/cancellation`, given, { role: 'supervisor' });
    expect(cancelled.body).toMatchObject({ events: ['PayoutCancelled'] });
    await eventually('nobody has to do with it', async () => (await stepsOf('supervisor')).length === 0);
  });
});
