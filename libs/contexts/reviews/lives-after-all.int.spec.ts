import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accidents } from '#contexts/accidents/context';
import { claims } from '#contexts/claims/context';
import { claimReadModel } from '#contexts/claims/read-models/claim/claim.read-model';
import { deaths } from '#contexts/deaths/context';
import { HEIR_PAPERS, PORTER, WIDOWER, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { payouts } from '#contexts/payouts/context';
import { payoutReadModel } from '#contexts/payouts/read-models/payout/payout.read-model';
import { scholarships } from '#contexts/scholarships/context';
import type { Role } from '#kernel';
import { processesOf } from '#runtime';
import { eventually } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { reviews } from './context.js';

interface PayoutItem {
  readonly payoutId: string;
  readonly payee: string;
  readonly status: string;
  readonly amountIdr: number;
}

describe('A finger lost, approved for the heir of a participant who was thought dead', () => {
  let app: ContextApp;
  let clerks: ReturnType<typeof clerksOf>;
  beforeAll(async () => {
    const contexts = [participants, accidents, deaths, claims, scholarships, payouts, reviews];
    app = await startContextApp(
      [...contexts, processesOf([participants, claims, scholarships, payouts, reviews])],
      [claimReadModel, payoutReadModel],
    );
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  const by =
    (role: Role, subject: string) =>
    (path: string, body: object = {}) =>
      app.post(path, body, { role, subject });
  const payoutTo = async (claimId: string, payee: string, status = 'ORDERED'): Promise<PayoutItem> => {
    let found: PayoutItem | undefined;
    await eventually(`the payment to ${payee} is ${status}`, async () => {
      const { body } = await app.get(`/payouts?sourceId=${claimId}`, { role: 'finance' });
      const items = (body.items as PayoutItem[] | undefined) ?? [];
      found = items.find((one) => one.payee === payee && one.status === status);
      return found !== undefined;
    });
    return found!;
  };

  it('is paid to the participant, who lives and claims again, and never to the heir', async () => {
    const participantId = await clerks.coveredWorker();
    const accidentId = await clerks.accidentOf(participantId);
    const claimId = await clerks.submitJkk({ participantId, accidentId });
    await clerks.reportDeath(participantId);
    const taking = { claimant: 'HEIR', documents: HEIR_PAPERS, person: WIDOWER };
    await by('registrar', 'registrar')(`/claims/${claimId}/claimant`, taking);
    await clerks.calculate(claimId);
    await clerks.approve(claimId);
    const { payoutId, amountIdr } = await payoutTo(claimId, 'HEIR');

    const evidence = { kind: 'DUKCAPIL_ANSWER', number: '470/9' };
    const asked = await by('registrar', 'registrar')(`/participants/${participantId}/death/revocation`, {
      evidence,
    });
    const confirmation = `/participants/${participantId}/corrections/${String(asked.body.correctionId)}/confirmation`;
    expect((await by('supervisor', 'supervisor-1')(confirmation)).body).toMatchObject({
      events: ['DeathRevoked'],
    });
    const reopening = { ground: 'NEW_FACT', reason: 'The participant lives after all' };
    await by('supervisor', 'supervisor-2')(`/claims/${claimId}/reopening`, reopening);
    const back = { claimant: 'PARTICIPANT', documents: [], person: PORTER };
    expect((await by('registrar', 'registrar-2')(`/claims/${claimId}/claimant`, back)).body).toMatchObject({
      events: ['ClaimTakenOver'],
    });

    const instruction = { instructedOn: '2026-11-20', instructionNumber: 'INS-91' };
    const told = await by('finance', 'finance')(`/payouts/${payoutId}/instructions`, instruction);
    expect(told.body).toMatchObject({ code: 'EVENT_REVOKED' });

    await by('adjudicator', 'adjudicator-2')(`/claims/${claimId}/reassessment`);
    const approved = await by('supervisor', 'supervisor-4')(`/claims/${claimId}/reassessment/approval`);
    expect(approved.body).toMatchObject({ events: ['DifferenceApproved'] });
    const paid = await payoutTo(claimId, 'PARTICIPANT');
    expect(paid.amountIdr).toBe(amountIdr);
    expect((await payoutTo(claimId, 'HEIR', 'CANCELLED')).payoutId).toBe(payoutId);
    const other = { ...instruction, instructionNumber: 'INS-92' };
    expect(
      (await by('finance', 'finance')(`/payouts/${paid.payoutId}/instructions`, other)).body,
    ).toMatchObject({
      events: ['PayoutInstructed'],
    });
  });
});
